"""Which known actor a source stands for."""

from typing import Protocol

from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline_schemas.coded import Party


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
    tokens = document.sentences[candidate.sentence].tokens
    heads = [at for at in range(first, last) if tokens[at].head == ROOT or not first <= tokens[at].head < last]
    for at in [*heads, *range(first, last)]:
        if tokens[at].upos in ("NOUN", "PROPN", "PRON", "ADJ") and (parties := reading.parties(candidate.sentence, at)):
            return parties[0]
    return None
