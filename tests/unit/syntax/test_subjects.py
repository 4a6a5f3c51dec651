"""Subjects that hang amiss."""

import pytest
from tests.unit.syntax.trees import arcs, tree

from dateline.enricher.syntax.subjects import right_subjects
from dateline.enricher.syntax.tree import ROOT


@pytest.mark.parametrize(("closing", "relation"), [(",", ("head", "appos")), ("also", ("said", "nsubj"))])
def test_a_name_between_commas_says_who_the_subject_is(closing: str, relation: tuple[str, str]) -> None:
    tokens = tree(
        ("head", "head", "NOUN", "NN", 6, "nsubj"),
        ("of", "of", "ADP", "IN", 2, "case"),
        ("works", "work", "NOUN", "NNS", 0, "nmod"),
        (",", ",", "PUNCT", ",", 0, "punct"),
        ("Opondo", "Opondo", "PROPN", "NNP", 6, "nsubj"),
        (closing, closing, "PUNCT" if closing == "," else "ADV", "," if closing == "," else "RB", 6, "punct"),
        ("said", "say", "VERB", "VBD", ROOT, "root"),
    )
    right_subjects(tokens)
    assert arcs(tokens)["Opondo"] == relation


def test_of_two_subjects_the_first_is_that_of_its_own_verb() -> None:
    tokens = tree(
        ("Amnesty", "Amnesty", "PROPN", "NNP", 7, "nsubj"),
        ("called", "call", "VERB", "VBN", 0, "acl"),
        ("for", "for", "ADP", "IN", 3, "case"),
        ("calm", "calm", "NOUN", "NN", 1, "obl"),
        (",", ",", "PUNCT", ",", 7, "punct"),
        ("and", "and", "CCONJ", "CC", 7, "cc"),
        ("Chad", "Chad", "PROPN", "NNP", 7, "nsubj"),
        ("agreed", "agree", "VERB", "VBD", ROOT, "root"),
        (".", ".", "PUNCT", ".", 7, "punct"),
    )
    right_subjects(tokens)
    assert arcs(tokens)["Amnesty"] == ("called", "nsubj")
    assert arcs(tokens)["called"] == ("", "root")
    assert arcs(tokens)["agreed"] == ("called", "conj")
