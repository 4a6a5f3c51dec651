"""Nouns read as verbs."""

import pytest
from tests.unit.syntax.trees import Row, arcs, tree

from dateline.enricher.syntax.nouns import right_named, right_states
from dateline.enricher.syntax.tree import ROOT, Token


def call(last: Row) -> tuple[Token, ...]:
    """ "Congress called on member states to act"."""
    return tree(
        ("Congress", "Congress", "NOUN", "NN", 4, "nsubj"),
        ("called", "call", "VERB", "VBN", 0, "acl"),
        ("on", "on", "ADP", "IN", 4, "case"),
        ("member", "member", "NOUN", "NN", 4, "nsubj"),
        ("states", "state", "VERB", "VBZ", ROOT, "root"),
        last,
        ("act", "act", "VERB", "VB", 4, "xcomp"),
    )


def test_they_are_whom_the_verb_is_about() -> None:
    tokens = call(("to", "to", "PART", "TO", 6, "mark"))
    right_states(tokens)
    assert arcs(tokens) == {
        "Congress": ("called", "nsubj"),
        "called": ("", "root"),
        "on": ("states", "case"),
        "member": ("states", "compound"),
        "states": ("called", "obl"),
        "to": ("act", "mark"),
        "act": ("called", "xcomp"),
    }
    assert (tokens[4].upos, tokens[1].xpos) == ("NOUN", "VBD")


@pytest.mark.parametrize("word", ["that", ":"])
def test_who_states_something_states_it(word: str) -> None:
    tokens = call((word, word, "SCONJ", "IN", 6, "mark"))
    right_states(tokens)
    assert tokens[4].upos == "VERB"


@pytest.mark.parametrize(("word", "head"), [("Watch", "said"), ("watch", "watch")])
def test_a_capital_makes_a_name(word: str, head: str) -> None:
    """ "Rights Watch said nurses starved"."""
    tokens = tree(
        ("Rebels", "rebel", "NOUN", "NNS", 1, "nsubj"),
        ("fled", "flee", "VERB", "VBD", 5, "ccomp"),
        (",", ",", "PUNCT", ",", 1, "punct"),
        ("Rights", "right", "NOUN", "NNS", 4, "nsubj"),
        (word, "watch", "VERB", "VBP", 5, "ccomp"),
        ("said", "say", "VERB", "VBD", ROOT, "root"),
    )
    right_named(tokens)
    assert arcs(tokens)["Rights"] == (word, "compound" if head == "said" else "nsubj")
    assert arcs(tokens)[word] == ("said", "nsubj" if head == "said" else "ccomp")
