"""Mends what the net tied to the wrong word: appositions read as lists, second verbs hung on a gerund."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.tree import FINITE, ROOT, Token

SUBJECTS: Final = ("nsubj", "nsubj:pass")
BASES: Final = frozenset("cut put set hit shut let quit cost spread burst hurt split cast shed broadcast".split())
"""Verbs whose past tense is written like their infinitive."""
FARTHEST: Final = 6
"""Words of an apposition."""


def right_coordination(tokens: Sequence[Token]) -> None:
    """Changed in place."""
    for token in tokens:
        if token.deprel == "conj":
            if token.upos == "PROPN" or token.text[0].isupper():
                _right_apposition(tokens, token)
            elif token.upos == "VERB":
                _right_second_verb(tokens, token)


def _right_apposition(tokens: Sequence[Token], name: Token) -> None:
    """ "The grocer, Ullapool Foods, sacked": a name between commas with no "and", before the verb whose subject it is
    tied to, is what the subject is called."""
    subject = tokens[name.head]
    if subject.deprel not in SUBJECTS or subject.upos != "NOUN" or not 0 < name.index - subject.index <= FARTHEST:
        return
    end = name.index + 1
    if end >= len(tokens) or tokens[end].text != "," or tokens[subject.index + 1].text != ",":
        return
    if any(t.deprel == "cc" and subject.index < t.index < end for t in tokens):
        return
    if any(t.deprel == "conj" and t.head == subject.index and t.index != name.index for t in tokens):
        return
    verb = tokens[subject.head]
    before = [token for token in tokens[end + 1 : verb.index] if token.head != verb.index]
    if verb.index > end and not before:
        name.deprel = "appos"


def _right_second_verb(tokens: Sequence[Token], verb: Token) -> None:
    """ "It accused Chad of arming rebels and cut ties": a finite verb goes with the finite verb above the gerund."""
    if tokens[verb.head].xpos != "VBG" or verb.head > verb.index:
        return
    base = verb.xpos in ("VB", "VBN") and verb.text.lower() in BASES
    if verb.xpos not in FINITE and not base:
        return
    if any(t.head == verb.index and t.deprel.startswith(("nsubj", "csubj", "aux", "mark")) for t in tokens):
        return
    above = tokens[verb.head]
    while above.head != ROOT and above.xpos not in FINITE:
        above = tokens[above.head]
    if above.xpos != "VBD" or above.index > verb.index or (verb.xpos in FINITE and verb.xpos != above.xpos):
        return
    verb.head, verb.xpos = above.index, "VBD"
