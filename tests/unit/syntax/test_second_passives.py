"""Passives whose auxiliary stands with the verb before."""

import pytest
from tests.unit.syntax.trees import arcs, tree

from dateline.enricher.syntax.passives import right_second_passives
from dateline.enricher.syntax.tree import ROOT, Token


def two_clauses(auxiliary: str, *second: tuple[str, str, str, str, int, str]) -> tuple[Token, ...]:
    return tree(
        ("two", "two", "NUM", "CD", 2, "nsubj:pass" if auxiliary == "were" else "nsubj"),
        (auxiliary, "be", "AUX", "VBD", 2, "aux:pass" if auxiliary == "were" else "aux"),
        ("shot", "shoot", "VERB", "VBN", ROOT, "root"),
        ("and", "and", "CCONJ", "CC", 4, "cc"),
        *second,
    )


OFFICERS_INJURED = (("officers", "officer", "NOUN", "NNS", 5, "nsubj"), ("injured", "injure", "VERB", "VBD", 2, "conj"))
INJURED_OFFICERS = (("officers", "officer", "NOUN", "NNS", 2, "conj"), ("injured", "injure", "VERB", "VBN", 4, "acl"))


@pytest.mark.parametrize("second", [OFFICERS_INJURED, INJURED_OFFICERS])
def test_the_auxiliary_of_one_serves_the_next(second: tuple[tuple[str, str, str, str, int, str], ...]) -> None:
    tokens = two_clauses("were", *second)
    right_second_passives(tokens)
    assert arcs(tokens)["officers"] == ("injured", "nsubj:pass")
    assert (tokens[5].xpos, arcs(tokens)["injured"]) == ("VBN", ("shot", "conj"))


def test_no_auxiliary_serves_a_verb_with_an_object() -> None:
    tokens = two_clauses("were", *OFFICERS_INJURED, ("nine", "nine", "NUM", "CD", 5, "obj"))
    right_second_passives(tokens)
    assert arcs(tokens)["officers"] == ("injured", "nsubj")


def test_no_active_verb_makes_the_next_a_passive() -> None:
    tokens = two_clauses("had", *OFFICERS_INJURED)
    right_second_passives(tokens)
    assert arcs(tokens)["officers"] == ("injured", "nsubj")


def test_a_noun_before_the_second_participle_is_its_subject_and_no_agent() -> None:
    absent, staff = ("absent", "absent", "ADJ", "JJ", 2, "conj"), ("staff", "staff", "NOUN", "NN", 2, "obl:agent")
    tokens = two_clauses("were", absent, staff, ("replaced", "replace", "VERB", "VBN", 5, "acl"))
    right_second_passives(tokens)
    assert arcs(tokens)["staff"] == ("replaced", "nsubj:pass")
    assert arcs(tokens)["absent"] == ("staff", "amod")
    assert arcs(tokens)["replaced"] == ("shot", "conj")
