"""Main verbs that were taken for participles."""

import pytest

from dateline.enricher.syntax.righting import righted
from dateline.enricher.syntax.tree import ROOT, Token

Row = tuple[str, str, str, str, int, str]
"""Form, lemma, universal tag, tag, head, relation."""


def tree(*rows: Row) -> tuple[Token, ...]:
    return tuple(Token(at, at, at + 1, *row) for at, row in enumerate(rows))


def arcs(tokens: tuple[Token, ...]) -> dict[str, tuple[str, str]]:
    """Head and relation of each word, by their forms."""
    return {t.text: ("" if t.head == ROOT else tokens[t.head].text, t.deprel) for t in tokens}


def clause(verb: str, lemma: str, relation: str, *, end: str = ".") -> tuple[Token, ...]:
    """A noun with a participle behind it, to which "survivors" stands in the relation."""
    return tree(
        ("Rescuers", "rescuer", "NOUN", "NNS", ROOT, "root"),
        (verb, lemma, "VERB", "VBN", 0, "acl"),
        ("survivors", "survivor", "NOUN", "NNS", 1, relation),
        (end, end, "PUNCT", ".", 0, "punct"),
    )


@pytest.mark.parametrize(
    ("verb", "lemma", "relation"), [("found", "find", "obj"), ("won", "win", "obj"), ("marched", "march", "obl")]
)
def test_a_noun_with_a_participle_is_a_clause(verb: str, lemma: str, relation: str) -> None:
    found = righted(clause(verb, lemma, relation))

    assert arcs(found)[verb] == ("", "root")
    assert arcs(found)["Rescuers"] == (verb, "nsubj")
    assert found[1].xpos == "VBD"


@pytest.mark.parametrize(
    ("verb", "lemma", "relation", "end"),
    [
        ("found", "find", "obl", "."),  # "Rescuers found among survivors."
        ("found", "find", "obj", "!"),  # no full stop: a headline may have no verb
        ("taken", "take", "obj", "."),  # no past tense
    ],
)
def test_a_true_participle_stays(verb: str, lemma: str, relation: str, end: str) -> None:
    assert arcs(righted(clause(verb, lemma, relation, end=end)))["Rescuers"] == ("", "root")


def passive(*, case: bool, auxiliary: bool = False) -> tuple[Token, ...]:
    """ "Norway donated by survivors": with "by" as the case of an agent, or without."""
    return tree(
        ("Norway", "Norway", "PROPN", "NNP", 1, "nsubj:pass"),
        ("donated", "donate", "VERB", "VBN", ROOT, "root"),
        ("was", "be", "AUX", "VBD", 1, "aux:pass") if auxiliary else ("then", "then", "ADV", "RB", 1, "advmod"),
        ("by", "by", "ADP", "IN", 4, "case") if case else ("ten", "ten", "NUM", "CD", 4, "nummod"),
        ("ships", "ship", "NOUN", "NNS", 1, "obl:agent"),
    )


def test_a_passive_without_auxiliary_and_by_is_active() -> None:
    found = righted(passive(case=False))

    assert arcs(found)["Norway"] == ("donated", "nsubj")
    assert arcs(found)["ships"] == ("donated", "obj")


def test_a_true_passive_stays() -> None:
    assert arcs(righted(passive(case=True)))["Norway"] == ("donated", "nsubj:pass")
    assert arcs(righted(passive(case=False, auxiliary=True)))["Norway"] == ("donated", "nsubj:pass")
