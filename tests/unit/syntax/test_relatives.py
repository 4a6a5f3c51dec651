"""Clauses that tell more of a noun."""

from tests.unit.syntax.trees import arcs, tree

from dateline.enricher.syntax.righting import righted
from dateline.enricher.syntax.tree import ROOT


def test_whose_thing_stands_before_who_does_something_to_it() -> None:
    found = righted(
        tree(
            ("Clerks", "clerk", "NOUN", "NNS", 7, "nsubj"),
            (",", ",", "PUNCT", ",", 4, "punct"),
            ("whose", "whose", "PRON", "WP$", 3, "nmod:poss"),
            ("files", "file", "NOUN", "NNS", 5, "nsubj"),
            ("police", "police", "NOUN", "NNS", 5, "nsubj"),
            ("took", "take", "VERB", "VBD", 0, "acl:relcl"),
            (",", ",", "PUNCT", ",", 5, "punct"),
            ("fled", "flee", "VERB", "VBD", ROOT, "root"),
            (".", ".", "PUNCT", ".", 7, "punct"),
        )
    )
    assert arcs(found)["files"] == ("took", "obj")
    assert arcs(found)["police"] == ("took", "nsubj")


def test_a_clause_with_which_tells_more_of_the_noun_before_it() -> None:
    found = righted(
        tree(
            ("Clerks", "clerk", "NOUN", "NNS", 1, "nsubj"),
            ("met", "meet", "VERB", "VBD", ROOT, "root"),
            ("envoys", "envoy", "NOUN", "NNS", 1, "obj"),
            (",", ",", "PUNCT", ",", 6, "punct"),
            ("which", "which", "PRON", "WDT", 6, "nsubj"),
            ("often", "often", "ADV", "RB", 6, "advmod"),
            ("fly", "fly", "VERB", "VBP", 1, "advcl"),
            (".", ".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert arcs(found)["fly"] == ("envoys", "acl:relcl")
