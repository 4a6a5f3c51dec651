"""How much two parts of sentences have in common: words, what words share with those made from them, meanings."""

from collections.abc import Callable
from functools import lru_cache
from sys import intern
from typing import Final, Protocol

from dateline.corroborator.words.meaning import senses
from dateline.corroborator.words.wording import irregular, kinds, stem_of
from dateline.corroborator.words.wordlists import rows

SHORTEST: Final = 4
"""Letters of a root."""
MOSTLY: Final = 0.4
"""The share of a word's uses from which a sense is one that it is mostly meant in."""
OF_ONE_MEANING: Final = 0.6
UNSEEN: Final = 20.0
"""Squared weight that stands for what a part does not say: few words in common prove little."""


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


@lru_cache(maxsize=1 << 13)
def roots(part: tuple[str, ...]) -> dict[str, str]:
    """The words by what they share with others: by their kind of deed, where that is one, else by their roots."""
    return {kind_or_root(word): word for word in part}


@lru_cache(maxsize=1 << 16)
def kind_or_root(word: str) -> str:
    found = kinds(word)
    return f"kind {min(found)}" if len(found) == 1 else root(word)


@lru_cache(maxsize=1 << 13)
def meanings(part: tuple[str, ...]) -> dict[int, str]:
    """The words by the senses in which they are mostly meant."""
    known = senses()
    return {sense: word for word in part for sense, share in known.get(stem_of(word), {}).items() if share >= MOSTLY}


class Weights(Protocol):
    """How telling words are."""

    @property
    def of(self) -> Callable[[str], float]: ...
    def squared(self, words: tuple[str, ...], /) -> float:
        """The sum of the words' squared weights."""
        ...


def in_common(a: tuple[str, ...], b: tuple[str, ...], weights: Weights) -> float:
    """From 0 to 1: the squared weight of what both say beside the geometric mean of both parts'; a word of the same
    meaning counts for less than the same word."""
    of = weights.of
    common = 0.0
    ours, theirs = roots(a), roots(b)
    said, answered = set[str](), set[str]()
    for root in sorted(ours.keys() & theirs.keys()):
        one, other = ours[root], theirs[root]
        common += (of(one) if one == other else min(of(one), of(other))) ** 2
        said.add(one)
        answered.add(other)
    mine, yours = meanings(a), meanings(b)
    senses = mine.keys() & yours.keys()
    if senses:
        for one, other in sorted({(mine[sense], yours[sense]) for sense in senses}):
            if one not in said and other not in answered:
                common += OF_ONE_MEANING * min(of(one), of(other)) ** 2
                said.add(one)
                answered.add(other)
    if not said:
        return 0.0
    return float(common / ((weights.squared(a) + UNSEEN) * (weights.squared(b) + UNSEEN)) ** 0.5)
