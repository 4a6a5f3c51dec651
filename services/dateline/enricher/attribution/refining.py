"""A candidate that is taken, its source and its cue's words chosen by learned weights."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dateline.enricher.attribution import extent, odds, reach
from dateline.enricher.attribution.alternatives import Alternatives
from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.clause import QUOTE_MARKS, Clauses, Range
from dateline.enricher.attribution.passages import Spans
from dateline.enricher.attribution.quotes import Quotes
from dateline.enricher.attribution.source_traits import SourceTraits
from dateline.enricher.attribution.weights import Weights, load
from dateline.enricher.syntax.tree import Token

COST: Final = odds.ONE * 32 // 100
"""How likely a word must be one of a source's to be given as one: about half of the share that is right over all."""
_BEFORE_CLAUSE: Final = frozenset({"PUNCT", "SCONJ"})
_NOMINAL: Final = frozenset({"PROPN", "NOUN", "ADJ", "DET"})
Phrases = list[tuple[Range | None, list[str]]]
"""What may be a source, with its traits."""


@dataclass(frozen=True, slots=True)
class Learned:
    """The weights that choose."""

    sources: Weights
    left: Weights
    right: Weights
    ends: Weights


@cache
def shipped() -> Learned:
    """The weights of the package."""
    return Learned(load("sources.tsv"), load("cue_left.tsv"), load("cue_right.tsv"), load("ends.tsv"))


def refined(candidate: Candidate, clauses: Clauses, quotes: Quotes, learned: Learned, likely: int) -> Candidate:
    """The candidate, `likely` one, with its likeliest source, extent of its cue and end of its content."""
    if candidate.kind == "according":
        return candidate
    source = candidate.source
    phrases = weighed(candidate, clauses)
    if phrases:
        source = _chosen(phrases, clauses.tokens, learned.sources, likely)
    cue, spans = _fitted(candidate, source, clauses, extent.of(candidate, clauses, quotes, learned.left, learned.right))
    if (source, cue) != (candidate.source, candidate.cue):
        candidate = replace(candidate, source=source, cue=cue, content=replace(candidate.content, spans=spans))
    spans = reach.of(candidate, clauses, quotes, learned.ends)
    if spans == candidate.content.spans:
        return candidate
    return replace(candidate, content=replace(candidate.content, spans=spans))


def _chosen(phrases: Phrases, tokens: tuple[Token, ...], weights: Weights, likely: int) -> Range | None:
    """The phrase with the most words that are likelier the source's than COST, less those that are not; of equals the
    first, and none where there is no such phrase."""
    shares = odds.shares([weights.score(traits) for _, traits in phrases])
    rises: dict[int, int] = {}
    for (phrase, _), share in zip(phrases, shares, strict=True):
        if phrase is not None:
            first, last = phrase
            rises[first] = rises.get(first, 0) + share
            rises[last] = rises.get(last, 0) - share
    gains: dict[int, int] = {}
    gain = share = 0
    before = len(tokens)
    for at in sorted(rises):
        if share:
            words = sum([token.upos != "PUNCT" for token in tokens[before:at]])
            gain += words * (share * likely // odds.ONE - COST)
        gains[at] = gain
        share += rises[at]
        before = at
    best: Range | None = None
    most = 0
    for phrase, _ in phrases:
        if phrase is not None and gains[phrase[1]] - gains[phrase[0]] > most:
            best, most = phrase, gains[phrase[1]] - gains[phrase[0]]
    return best


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


def weighed(candidate: Candidate, clauses: Clauses) -> Phrases:
    """Every phrase that may be the source, and none, with its traits: in a fixed order. Empty where no doubt is."""
    if _is_plain(candidate, clauses):
        return []
    traits = SourceTraits(clauses, candidate)
    phrases: Phrases = [
        (phrase, traits.of(phrase, ways)) for phrase, ways in Alternatives(clauses, candidate).found.items()
    ]
    return [*phrases, (None, traits.of_none())]


def _is_plain(candidate: Candidate, clauses: Clauses) -> bool:
    """ "He said", "The new envoy said": the cue's own subject right before it, a pronoun or a bare noun."""
    if candidate.source is None:
        return False
    first, last = candidate.source
    words = clauses.tokens[first:last]
    if last != candidate.cue[0] or not any(word.head == candidate.head for word in words):
        return False
    if last - first == 1 and words[0].upos == "PRON":
        return True
    alone = first == 0 or clauses.tokens[first - 1].upos in _BEFORE_CLAUSE
    return alone and all(word.upos in _NOMINAL for word in words)
