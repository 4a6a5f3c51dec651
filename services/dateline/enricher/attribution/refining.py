"""The source of a candidate that is taken: of all phrases that may be it, or none, the likeliest."""

from dataclasses import replace

from dateline.enricher.attribution.alternatives import Alternatives
from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.clause import Clauses, Range
from dateline.enricher.attribution.source_traits import SourceTraits
from dateline.enricher.attribution.weights import load

_WEIGHTS = "sources.tsv"


def refined(candidate: Candidate, clauses: Clauses) -> Candidate:
    """The candidate with its likeliest source."""
    phrases = weighed(candidate, clauses)
    if not phrases:
        return candidate
    weights = load(_WEIGHTS)
    source, _ = max(phrases, key=lambda one: weights.score(one[1]))  # of equals the first
    return candidate if source == candidate.source else replace(candidate, source=source)


def weighed(candidate: Candidate, clauses: Clauses) -> list[tuple[Range | None, list[str]]]:
    """Every phrase that may be the source, and none, with its traits: in a fixed order. Empty where no doubt is."""
    if candidate.kind == "according" or _is_plain(candidate, clauses):
        return []
    traits = SourceTraits(clauses, candidate)
    phrases: list[tuple[Range | None, list[str]]] = [
        (phrase, traits.of(phrase, ways)) for phrase, ways in Alternatives(clauses, candidate).found.items()
    ]
    return [*phrases, (None, traits.of_none())]


def _is_plain(candidate: Candidate, clauses: Clauses) -> bool:
    """ "He said": a pronoun that is the cue's own subject."""
    if candidate.source is None:
        return False
    first, last = candidate.source
    word = clauses.tokens[first]
    return last - first == 1 and last == candidate.cue[0] and word.upos == "PRON" and word.head == candidate.head
