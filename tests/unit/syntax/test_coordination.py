"""What the net ties to the wrong word."""

import pytest
from tests.unit.syntax.trees import Row, tree

from dateline.enricher.syntax.coordination import right_coordination
from dateline.enricher.syntax.tree import ROOT, Token


def grocer(tie: Row) -> tuple[Token, ...]:
    """ "The grocer, Ullapool, sacked": Ullapool is read as a second subject."""
    return tree(
        ("The", "the", "DET", "DT", 1, "det"),
        ("grocer", "grocer", "NOUN", "NN", 5, "nsubj"),
        tie,
        ("Ullapool", "Ullapool", "PROPN", "NNP", 1, "conj"),
        (",", ",", "PUNCT", ",", 5, "punct"),
        ("sacked", "sack", "VERB", "VBD", ROOT, "root"),
    )


def test_a_name_between_commas_is_what_the_subject_is_called() -> None:
    tokens = grocer((",", ",", "PUNCT", ",", 3, "punct"))
    right_coordination(tokens)
    assert tokens[3].deprel == "appos"


def test_a_name_behind_and_is_another_one() -> None:
    tokens = grocer(("and", "and", "CCONJ", "CC", 3, "cc"))
    right_coordination(tokens)
    assert tokens[3].deprel == "conj"


@pytest.mark.parametrize(
    ("verb", "tag", "head"), [("cut", "VB", 1), ("froze", "VBD", 1), ("warn", "VB", 3), ("freezing", "VBG", 3)]
)
def test_a_finite_verb_goes_with_the_finite_one_above_the_gerund(verb: str, tag: str, head: int) -> None:
    tokens = tree(
        ("Niger", "Niger", "PROPN", "NNP", 1, "nsubj"),
        ("accused", "accuse", "VERB", "VBD", ROOT, "root"),
        ("Chad", "Chad", "PROPN", "NNP", 1, "obj"),
        ("arming", "arm", "VERB", "VBG", 1, "advcl"),
        ("and", "and", "CCONJ", "CC", 5, "cc"),
        (verb, verb, "VERB", tag, 3, "conj"),
    )
    right_coordination(tokens)
    assert tokens[5].head == head


@pytest.mark.parametrize(
    ("between", "head"),
    [(("old", "old", "ADJ", "JJ", 6, "amod"), "sued"), (("of", "of", "ADP", "IN", 6, "case"), "towns")],
)
def test_a_noun_right_behind_a_second_verb_is_its_object(between: Row, head: str) -> None:
    tokens = tree(
        ("Rebels", "rebel", "NOUN", "NNS", 1, "nsubj"),
        ("raided", "raid", "VERB", "VBD", ROOT, "root"),
        ("towns", "town", "NOUN", "NNS", 1, "obj"),
        ("and", "and", "CCONJ", "CC", 4, "cc"),
        ("sued", "sue", "VERB", "VBN", 1, "conj"),
        between,
        ("kings", "king", "NOUN", "NNS", 2, "conj"),
    )
    right_coordination(tokens)
    assert tokens[tokens[6].head].text == head


def test_what_a_country_is_a_member_of_is_not_listed_beside_it() -> None:
    tokens = tree(
        ("NATO", "NATO", "PROPN", "NNP", 5, "nsubj"),
        ("and", "and", "CCONJ", "CC", 4, "cc"),
        ("EU", "EU", "PROPN", "NNP", 3, "compound"),
        ("member", "member", "NOUN", "NN", 4, "nmod:desc"),
        ("Latvia", "Latvia", "PROPN", "NNP", 0, "conj"),
        ("signed", "sign", "VERB", "VBD", ROOT, "root"),
    )
    right_coordination(tokens)
    assert (tokens[4].head, tokens[4].deprel) == (5, "nsubj")
    assert (tokens[0].head, tokens[0].deprel) == (3, "compound")
