"""Where what is said ends: at every place where a phrase could be its last, weighed by traits that can be read."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import Final, NamedTuple

from dateline.enricher.attribution import odds
from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.clause import FINITE_OR_MODAL, Clauses
from dateline.enricher.attribution.passages import Spans
from dateline.enricher.attribution.quotes import Quotes
from dateline.enricher.attribution.traits import class_of, plain, tells_time
from dateline.enricher.attribution.weights import Weights
from dateline.enricher.syntax.tree import ROOT, Token

OPEN_FORMS: Final = frozenset({"object", "clause", "that"})
"""Forms whose end no mark shows. The tree is to be trusted with clauses, but objects can be learned from them."""
_MOST: Final = 7  # ends that are weighed: the first ones, and the one that the rules found
_FURTHEST: Final = 60  # words
_MARKS: Final = frozenset({",", ";", ":", "--", "–", "—", "―", "-", "("})
_GOING_ON: Final = frozenset({"PUNCT", "VERB", "AUX", "ADP", "SCONJ", "CCONJ", "DET", "PART"})
"""Words that nothing ends with."""
_START, _END = attrgetter("start"), attrgetter("end")

_UNLIKELY: Final = odds.ONE // 100
_FINE: Final = 1000  # parts of one in which likeness is counted


class Ending(NamedTuple):
    """Where what is said may end."""

    end: int
    """of characters"""
    words: int
    """that it would have"""
    traits: list[str]
    """the reasons for and against it"""


def of(candidate: Candidate, clauses: Clauses, quotes: Quotes, weights: Weights) -> Spans:
    """The spans of the candidate's content, up to the end that the likely ends agree with best."""
    spans = candidate.content.spans
    found = endings(candidate, clauses, quotes) if candidate.content.form == "object" else []
    if len(found) < 2:
        return spans
    shares = odds.shares([weights.score(one.traits) for one in found])
    likely = [(one, share) for one, share in zip(found, shares, strict=True) if share >= _UNLIKELY]
    best = max(found, key=lambda one: _agreement(one.words, likely))  # of equals the first
    return ((spans[0][0], best.end),)


def _agreement(words: int, likely: list[tuple["Ending", int]]) -> int:
    """How much a content of so many words shares with those that are likely: the more that are at least half alike, and
    the more alike, the better."""
    found = 0
    for other, share in likely:
        alike = 2 * min(words, other.words) * _FINE // (words + other.words)
        found += share * (alike + (_FINE if 2 * alike >= _FINE else 0))
    return found


def endings(candidate: Candidate, clauses: Clauses, quotes: Quotes) -> list[Ending]:
    """Every place where the content may end, in order; empty where a mark shows it."""
    content = candidate.content
    if content.form not in OPEN_FORMS or len(content.spans) != 1:
        return []
    return list(_Endings(candidate, clauses, quotes).found())


class _Endings:
    """The ends that one candidate's content may have."""

    def __init__(self, candidate: Candidate, clauses: Clauses, quotes: Quotes) -> None:
        self._tokens, self._clauses, self._quotes, self._one = clauses.tokens, clauses, quotes, candidate
        start, self._ruled_end = candidate.content.spans[0]
        self._first = bisect_left(self._tokens, start, key=_START)
        self._ruled = bisect_right(self._tokens, self._ruled_end, self._first, key=_END)
        head = self._tokens[candidate.head]
        self._class = class_of(candidate, head.lemma.lower())
        self._lemma = head.lemma.lower()
        self._quoted = quotes.touch(start, self._tokens[-1].end)
        self._beginning = plain(self._tokens[self._first]) if self._first < len(self._tokens) else ""

    def found(self) -> Iterator[Ending]:
        ranked, said, finite = 0, 0, False
        limit = self._clauses.end
        for at, _ in self._clauses.breaks():
            if at == self._ruled:
                limit = at  # there the narrator takes over
        for at in range(self._first + 1, min(limit, self._first + _FURTHEST) + 1):
            finite = finite or self._tokens[at - 1].xpos in FINITE_OR_MODAL
            said += self._tokens[at - 1].upos != "PUNCT"
            ruled = at == self._ruled
            if ranked >= _MOST and at > self._ruled:
                return
            if said and (ruled or (ranked < _MOST and self._may_end(at))):
                end = self._ruled_end if ruled else self._tokens[at - 1].end
                yield Ending(end, said, self._traits(at, ranked, finite))
                ranked += 1

    def _may_end(self, at: int) -> bool:
        """Whether a phrase begins behind a word that goes back to a word before it, or a mark stands there."""
        tokens = self._tokens
        if at == self._clauses.end:
            return True
        quote = self._quotes.at(tokens[at].start) if self._quoted else None
        if quote is not None and quote.start < tokens[at].start and quote.start >= tokens[self._first].start - 1:
            return False
        if tokens[at].text in _MARKS:
            return True
        return tokens[at - 1].upos not in _GOING_ON and self._phrase(at) is not None

    def _phrase(self, at: int) -> int | None:
        """The highest word whose phrase begins at the token and that hangs on a word before it."""
        head, found = at, None
        while self._clauses.first[head] == at:
            above = self._tokens[head].head
            if above == ROOT:
                break
            if above < at:
                found = head
                break
            head = above
        return found

    def _traits(self, at: int, ranked: int, finite: bool) -> list[str]:
        tokens = self._tokens
        last = tokens[at - 1]
        of_class, is_finite = " class=" + self._class, f" finite={finite}"
        ruled = f"ruled={at == self._ruled}"
        traits = [
            ruled,
            ruled + of_class,
            f"{ruled} begins={self._beginning}",
            f"rank={min(6, ranked)}",
            f"words={min(24, at - self._first) // 2}",
            f"left={min(24, self._ruled - at) // 3 if at <= self._ruled else 'past'}",
            is_finite,
            f"begins={self._beginning}{is_finite}",
            f"last={plain(last)}",
        ]
        if at >= self._clauses.end:
            return [*traits, "next=end", "next=end" + of_class]
        mark = tokens[at].upos == "PUNCT"
        word = tokens[at + 1] if mark and at + 1 < len(tokens) else tokens[at]
        phrase = self._phrase(word.index)
        shown = ("," if tokens[at].text == "," else "mark ") if mark else ""
        opening = "next=" + shown + plain(word)
        traits += [opening, opening + of_class, opening + is_finite, f"{opening} lemma={self._lemma}"]
        if phrase is None:
            return [*traits, shown + "none"]
        top = tokens[phrase]
        relation, tie = shown + top.deprel, " tie=" + self._tie(top)
        rest = tokens[word.index : self._clauses.last[phrase] + 1]
        traits += [
            relation + tie,
            relation + of_class,
            relation + tie + is_finite,
            f"tag={top.xpos}{tie}",
            opening + tie,
            f"rest={min(20, len(rest)) // 3}{tie} {shown}",
            f"rest to ruled={word.index + len(rest) == self._ruled}{tie} {shown}",
            f"timed={any(tells_time(token) for token in rest[:4])}{tie}",
        ]
        if top.upos == "NOUN":
            traits.append(f"{opening} noun={top.lemma.lower()}")
        return traits

    def _tie(self, top: Token) -> str:
        """What the phrase hangs on: the cue, a word of the content, or something before both."""
        one = self._one
        if top.head == one.head or one.cue[0] <= top.head < one.cue[1]:
            return "cue"
        if top.head >= self._first:
            above = self._tokens[top.head].head
            return "thing" if above == one.head else "inner"
        return "above"
