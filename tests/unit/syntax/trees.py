"""Sentences as the net gives them, written by hand."""

from dateline.enricher.syntax.tree import ROOT, Token

Row = tuple[str, str, str, str, int, str]
"""Form, lemma, universal tag, tag, head, relation."""


def tree(*rows: Row) -> tuple[Token, ...]:
    return tuple(Token(at, at, at + 1, *row) for at, row in enumerate(rows))


def arcs(tokens: tuple[Token, ...]) -> dict[str, tuple[str, str]]:
    """Head and relation of each word, by their forms."""
    return {t.text: ("" if t.head == ROOT else tokens[t.head].text, t.deprel) for t in tokens}
