"""A candidate that is taken, its source and its cue's words chosen by learned weights."""

from dataclasses import dataclass, replace
from functools import cache

from dateline.enricher.attribution import extent
from dateline.enricher.attribution.alternatives import Alternatives
from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.clause import QUOTE_MARKS, Clauses, Range
from dateline.enricher.attribution.passages import Spans
from dateline.enricher.attribution.quotes import Quotes
from dateline.enricher.attribution.source_traits import SourceTraits
from dateline.enricher.attribution.weights import Weights, load
from dateline.enricher.syntax.tree import Token


@dataclass(frozen=True, slots=True)
class Learned:
    """The weights that choose."""

    sources: Weights
    left: Weights
    right: Weights


@cache
def shipped() -> Learned:
    """The weights of the package."""
    return Learned(load("sources.tsv"), load("cue_left.tsv"), load("cue_right.tsv"))


def refined(candidate: Candidate, clauses: Clauses, quotes: Quotes, learned: Learned) -> Candidate:
    """The candidate with its likeliest source and the likeliest extent of its cue."""
    if candidate.kind == "according":
        return candidate
    source = candidate.source
    phrases = weighed(candidate, clauses)
    if phrases:
        source, _ = max(phrases, key=lambda one: learned.sources.score(one[1]))  # of equals the first
    cue, spans = _fitted(candidate, source, clauses, extent.of(candidate, clauses, quotes, learned.left, learned.right))
    if (source, cue) == (candidate.source, candidate.cue):
        return candidate
    content = candidate.content
    if spans != content.spans:
        content = replace(content, spans=spans)
    return replace(candidate, source=source, cue=cue, content=content)


def _fitted(candidate: Candidate, source: Range | None, clauses: Clauses, cue: Range) -> tuple[Range, Spans]:
    """The cue and the spans of its content; as they were if the cue takes words of its source or all that is said."""
    old = candidate.cue, candidate.content.spans
    if cue == candidate.cue or (source is not None and source[0] < cue[1] and cue[0] < source[1]):
        return old
    spans = _behind(clauses.tokens, candidate.content.spans, candidate.cue, cue)
    return old if spans is None else (cue, spans)


def _behind(tokens: tuple[Token, ...], spans: Spans, old: Range, new: Range) -> Spans | None:
    """The content where its cue is `new` and no more `old`: what began right behind the one begins right behind the
    other. None if nothing is left of it."""
    if not spans:
        return spans
    (start, end), at = spans[0], new[1]
    touched = old[1] < len(tokens) and start == tokens[old[1]].start
    taken = tokens[new[0]].start <= start < tokens[new[1] - 1].end
    if not touched and not taken:
        return spans
    while at < len(tokens) and tokens[at].upos == "PUNCT" and tokens[at].text not in QUOTE_MARKS:
        at += 1
    if at >= len(tokens) or tokens[at].start >= end:
        return None
    return ((tokens[at].start, end), *spans[1:])


def weighed(candidate: Candidate, clauses: Clauses) -> list[tuple[Range | None, list[str]]]:
    """Every phrase that may be the source, and none, with its traits: in a fixed order. Empty where no doubt is."""
    if _is_plain(candidate, clauses):
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
