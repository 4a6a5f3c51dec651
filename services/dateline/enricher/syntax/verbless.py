"""Mends sentences that end with a full stop and have no finite verb, for it was read as the adjective of a noun: "A
drone breached Chad's airspace"."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.lemmas import lemma
from dateline.enricher.syntax.subjects import upwards
from dateline.enricher.syntax.tree import HELD, ROOT, Token

NOMINAL: Final = ("NOUN", "PROPN")
OF_A_PHRASE: Final = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PART")
OPENING: Final = ("DT", "PRP$", "JJ", "CD", "NNP", "NNPS", "NN", "NNS")
"""Tags of what may open the object."""


def right_verbless(tokens: Sequence[Token]) -> None:
    """Changed in place."""
    if tokens[-1].text != "." or any(token.xpos in HELD for token in tokens):
        return
    verb = next((token for token in tokens[1:-2] if _is_verb(tokens, token)), None)
    if verb is None:
        return
    subject = _top(tokens, verb)
    end = _end_of_phrase(tokens, verb.index + 1)
    acted_on = next((token for token in reversed(tokens[verb.index + 1 : end]) if token.upos in NOMINAL), None)
    if acted_on is None:
        return
    for token in tokens:
        if token.index < verb.index:
            _hang(token, subject, 0, verb.index)
        elif verb.index < token.index < end:
            _hang(token, acted_on, verb.index + 1, end)
        elif token.index >= end and not verb.index < token.head < len(tokens):
            _hang(token, verb, end, len(tokens))
            token.deprel = "obl" if token.deprel == "nmod" else token.deprel
    verb.head, verb.deprel, verb.upos, verb.xpos = ROOT, "root", "VERB", "VBD"
    verb.lemma = lemma(verb.text, "VERB", "VBD")
    subject.head, subject.deprel = verb.index, "nsubj"
    acted_on.head, acted_on.deprel = verb.index, "obj"


def _is_verb(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a participle stands between a noun and what may be its object."""
    before, behind = tokens[token.index - 1], tokens[token.index + 1]
    misread = token.xpos == "VBN" and token.deprel in ("amod", "compound") and token.text.islower()
    return misread and before.upos in NOMINAL and behind.xpos in OPENING


def _top(tokens: Sequence[Token], verb: Token) -> Token:
    """The noun before the verb, or the one that it belongs to: "its decision to close the border with Chad angered"."""
    chain = upwards(tokens, tokens[verb.index - 1])
    return next(at for at in chain if not 0 <= at.head < verb.index or at.deprel == "compound" or at is chain[-1])


def _end_of_phrase(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and (tokens[at].upos in OF_A_PHRASE or tokens[at].xpos == "PRP$"):
        at += 1
    return at


def _hang(token: Token, head: Token, first: int, last: int) -> None:
    """Hangs a word on the head of its phrase where it hung on something outside."""
    if token is not head and not first <= token.head < last:
        token.head = head.index
        token.deprel = "compound" if token.deprel in ("root", "nsubj", "obj") else token.deprel
