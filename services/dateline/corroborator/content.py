"""What a mention tells of: the part of its sentence that is its own, and how much two such parts have in common.

A sentence often tells several deeds ("She said trade had grown, adding that ..., and called for ..."); each is compared
by its own part.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from sys import intern
from typing import Protocol

from dateline.corroborator.meaning import senses
from dateline.corroborator.wording import content_words, irregular, kinds, stem_of
from dateline.corroborator.wordlists import rows
from dateline_schemas import EventMention, EventType

LEAST = 3
"""Content words that a part needs to say something by itself."""
PARTICIPLE = re.compile(r",[”\"’]? (?=\w+ing\b)|; | — | – ")
"""Where a sentence goes on to another deed: ", adding that"."""
SAID = re.compile(r"\s*(?:$|[.;”\"]|(?:on|in|at|after|during|before|as|while|to|when)\b)")
"""What follows a verb of saying that comes after what is said."""
SHORTEST = 4
"""Letters of a root."""
MOSTLY = 0.4
OF_ONE_MEANING = 0.6
UNSEEN = 20.0
"""Squared weight that stands for what a part does not say: few words in common prove little."""


def own_part(mention: EventMention, siblings: Sequence[EventMention], first: int) -> str:
    """The part of its quote that the mention tells, without the words for who does it; `siblings` are the mentions of
    its sentence, `first` is where the quote begins. What somebody else does within the part belongs to it."""
    trigger = mention.trigger
    quote = without_doers(mention, first)
    before = max((s.trigger.end for s in siblings if s.trigger.end <= trigger.start), default=first)
    after = min((s.trigger.start for s in siblings if goes_on(mention, s)), default=first + len(quote))
    left = quote[max(0, before - first) : max(0, trigger.start - first)]
    right = PARTICIPLE.split(quote[max(0, trigger.end - first) : max(0, after - first)])[0]
    telling = len(content_words(right))
    if mention.type is EventType.STATEMENT:
        stands_before = (telling < LEAST or SAID.match(right)) and len(content_words(left)) >= LEAST
        return left if stands_before else right
    if telling and not (leads_in(mention, before) or mention.type is EventType.AGREE):
        return right
    *_, left = PARTICIPLE.split(left)
    return f"{left} {right}"


def goes_on(mention: EventMention, sibling: EventMention) -> bool:
    """Whether the sentence goes on there to another deed of the same actors."""
    same = {party.actor for party in mention.actors} & {party.actor for party in sibling.actors}
    return sibling.trigger.start >= mention.trigger.end and bool(same)


def without_doers(mention: EventMention, first: int) -> str:
    """The quote with blanks where it names who does it: they are compared by themselves."""
    quote = mention.quote
    for party in mention.actors:
        if party.span is not None and first <= party.span.start and party.span.end <= mention.trigger.start:
            start, end = party.span.start - first, party.span.end - first
            quote = quote[:start] + " " * (end - start) + quote[end:]
    return quote


def leads_in(mention: EventMention, before: int) -> bool:
    """Whether whom it is done to stands before the word: "the troops harm us", she said."""
    spans = [party.span for party in mention.recipients if party.span is not None]
    return any(before <= span.start < mention.trigger.start for span in spans)


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """What a word shares with others made from it: region, regional; implement, implementation."""
    alone, *endings = rows("derived_endings")
    word = irregular().get(word, word)
    while word not in alone:
        ending = next((e for e in endings[0] if word.endswith(e) and len(word) - len(e) >= SHORTEST), None)
        if ending is None:
            break
        word = word.removesuffix(ending)
    return intern(word)


@lru_cache(maxsize=1 << 16)
def roots(words: tuple[str, ...]) -> dict[str, str]:
    """The words by what they share with others: by their kind of deed, where that is one, else by their roots."""
    return {kind_or_root(word): word for word in words}


@lru_cache(maxsize=1 << 16)
def kind_or_root(word: str) -> str:
    found = kinds(word)
    return f"kind {min(found)}" if len(found) == 1 else root(word)


@lru_cache(maxsize=1 << 16)
def meanings(words: tuple[str, ...]) -> dict[int, str]:
    """The words by the senses in which they are mostly meant."""
    known = senses()
    return {sense: word for word in words for sense, share in known.get(stem_of(word), {}).items() if share >= MOSTLY}


class Weights(Protocol):
    """How telling words are."""

    def of(self, word: str, /) -> float: ...
    def squared(self, words: tuple[str, ...], /) -> float:
        """The sum of the words' squared weights."""
        ...


def in_common(a: tuple[str, ...], b: tuple[str, ...], weights: Weights) -> float:
    """From 0 to 1: the squared weight of what both say beside the geometric mean of both parts'; a word of the same
    meaning counts for less than the same word."""
    ours, theirs = roots(a), roots(b)
    shared = [(ours[r], theirs[r], 1.0) for r in sorted(ours.keys() & theirs.keys())]
    mine, yours = meanings(a), meanings(b)
    alike = sorted({(mine[sense], yours[sense]) for sense in mine.keys() & yours.keys()})
    for one, other in alike:
        if not any(one == x or other == y for x, y, _ in shared):
            shared.append((one, other, OF_ONE_MEANING))
    if not shared:
        return 0.0
    of = weights.of
    common = sum([much * min(of(one), of(other)) ** 2 for one, other, much in shared])
    return float(common / ((weights.squared(a) + UNSEEN) * (weights.squared(b) + UNSEEN)) ** 0.5)
