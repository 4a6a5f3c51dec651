"""How traits name words and cues."""

from typing import Final

from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.lexicon import verb_classes
from dateline.enricher.dates.lexicon import lines, words
from dateline.enricher.syntax.tree import ROOT, Token

CLOSED: Final = frozenset({"ADP", "SCONJ", "CCONJ", "PRON", "DET", "AUX", "PART", "PUNCT", "ADV"})
"""Classes of words that are named as they stand."""


def plain(token: Token, closed: frozenset[str] = CLOSED) -> str:
    """The word where it is of a closed class; of nouns, names and verbs only the tag, lest topics be learned."""
    return token.text.lower() if token.upos in closed else token.xpos


def class_of(candidate: Candidate, lemma: str) -> str:
    """The first class of a cue that is a verb of this lemma, `none` where it has none; of other cues their kind."""
    if candidate.kind != "verb":
        return candidate.kind
    classes = verb_classes(lemma)
    return classes[0] if classes else "none"


_TIMES: Final = frozenset([*" ".join(lines("times.txt")).split(), *words("weekday"), *words("month")])


def tells_time(token: Token) -> bool:
    """Whether the word is one of time: a weekday, a month, a year in figures, "week"."""
    return token.text in _TIMES or (token.upos == "NUM" and len(token.text) == 4 and token.text.isdecimal())


def outer_head(tokens: tuple[Token, ...], at: int, first: int) -> Token:
    """The first word upwards, the token among them, whose head lies before `first`, or the root's."""
    token = tokens[at]
    while token.head != ROOT and token.head >= first:
        token = tokens[token.head]
    return token
