"""Which known actor a source stands for."""

from typing import Final, Protocol

from dateline.enricher.actors.lexicon import words
from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline_schemas.coded import Party

CITING: Final = ("quote", "cite")
"""Verbs whose object, or whose subject in the passive, is who spoke: "the agency quoted him as saying"."""


SEEING: Final = frozenset("see obtain review view read".split())
"""What those do with a report who did not write it."""


class _Text(Protocol):
    @property
    def sentences(self) -> tuple[Sentence, ...]: ...


class _Parties(Protocol):
    def parties(self, sentence_index: int, token_index: int) -> tuple[Party, ...]: ...


def speaker_of(candidate: Candidate | None, document: _Text, reading: _Parties | None) -> Party | None:
    """The actor that the source's head names, else the first that one of its words does; None where none is known."""
    if candidate is None or candidate.source is None or reading is None:
        return None
    first, last = candidate.source
    sentence = document.sentences[candidate.sentence]
    tokens = sentence.tokens
    for at in _cited(sentence, candidate.head):
        if parties := reading.parties(candidate.sentence, at):
            return parties[0]
    heads = [at for at in range(first, last) if tokens[at].head == ROOT or not first <= tokens[at].head < last]
    for at in [*heads, *range(first, last)]:
        if at not in heads and is_aside(sentence, at):
            continue
        if tokens[at].upos in ("NOUN", "PROPN", "PRON", "ADJ") and (parties := reading.parties(candidate.sentence, at)):
            return parties[0]
    return None


def is_aside(sentence: Sentence, at: int) -> bool:
    """Whether a word of a source only tells whose it is or who has seen it: "her lawyer", "a report seen by the
    BBC"."""
    token = sentence[at]
    if token.xpos == "PRP$" and token.head != ROOT and sentence[token.head].lemma.lower() in words("of_persons"):
        return True
    above = next((each for each in sentence.ancestors(at) if sentence[each].deprel == "acl"), None)
    return above is not None and sentence[above].lemma.lower() in SEEING


def _cited(sentence: Sentence, verb: int) -> list[int]:
    """Whom a verb cites as saying something, or whom the verb above one of saying does."""
    above = sentence[verb].head if sentence[verb].xpos == "VBG" else verb
    if above == ROOT or sentence[above].lemma.lower() not in CITING:
        return []
    if above == verb and not any(sentence[child].xpos == "VBG" for child in sentence.children_by(verb, "advcl")):
        return []
    return sentence.children_by(above, "nsubj:pass") or sentence.children_by(above, "obj")
