"""How rare a feature is among the articles of the window around an article, and which articles share it."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache
from itertools import islice
from math import log, sqrt
from sys import intern
from typing import Final

from dateline.corroborator.features.background import BACKGROUND_TEXTS, UNIT, beforehand
from dateline.corroborator.reports.feature import Feature
from dateline.corroborator.reports.held import Held

LISTED: Final = 48
"""Of the articles that share a feature, those last taken up, at most so many a period, are looked at."""
LONG: Final = 64
"""Entries from which a list is cleared of what is gone in one go only, once that is half of it."""


class Index:
    """The features of an edition's articles by period: what lies outside the window of an article is not counted, so
    that a back-fill and the live wire do not touch each other.

    Articles are listed by their sequence, eight bytes each, and are added in its order.
    """

    def __init__(self, window: timedelta) -> None:
        self._window = window.total_seconds()
        self._articles: dict[int, Held] = {}
        self._features: dict[str, Feature] = {}
        """Those of an article."""
        self._listed: dict[int, dict[Feature, array[int]]] = {}
        """By period and feature; a long list may still have articles that are gone."""
        self._gone: dict[tuple[int, Feature], int] = {}
        """How many those are: to take each out at once costs as much as the list is long."""
        self._counts: dict[int, int] = defaultdict(int)
        self._known: dict[int, Rarity] = {}

    def period(self, held: Held) -> int:
        return int(held.time.timestamp() // self._window)

    def add(self, held: Held) -> None:
        period = self.period(held)
        held.features, held.about = tuple([self._named(name, period) for name in held.about]), ()
        features = self._listed.setdefault(period, {})
        for feature in held.features:
            listed = features.get(feature)
            if listed is None:
                features[feature] = array("Q", (held.sequence,))
                feature.listed += 1
            else:
                listed.append(held.sequence)
        self._articles[held.sequence] = held
        self._count(held, period, 1)

    def _named(self, name: str, period: int) -> Feature:
        found = self._features.get(name)
        if found is None:
            found = Feature(intern(name), beforehand().get(name, UNIT), period)
            self._features[found.name] = found
        return found

    def remove(self, held: Held) -> None:
        period = self.period(held)
        features = self._listed[period]
        del self._articles[held.sequence]
        for feature in held.features:
            listed = features[feature]
            if len(listed) == 1:
                del features[feature]
                feature.listed -= 1
                if not feature.listed:
                    del self._features[feature.name]
            elif len(listed) <= LONG:
                del listed[bisect_left(listed, held.sequence)]
            else:
                self._note_gone(period, feature, listed)
        self._count(held, period, -1)

    def _note_gone(self, period: int, feature: Feature, listed: "array[int]") -> None:
        gone = self._gone.get((period, feature), 0) + 1
        if 2 * gone > len(listed):
            left = array("Q", (sequence for sequence in listed if sequence in self._articles))
            listed[:] = left
            self._gone.pop((period, feature), None)
        else:
            self._gone[period, feature] = gone

    def _count(self, held: Held, period: int, step: int) -> None:
        self._counts[period] += step
        if not self._counts[period]:
            del self._counts[period], self._listed[period]
        for near in (period - 1, period, period + 1):
            self._known.pop(near, None)
        for feature in held.features:
            if abs(feature.period - period) <= 1:
                stand(feature, feature.articles + step)

    def rarity(self, period: int) -> "Rarity":
        """The rarity of features for an article of this period."""
        known = self._known.get(period)
        if known is None:
            articles = sum(self._counts.get(near, 0) for near in (period - 1, period, period + 1))
            known = Rarity(self, period, articles)
            if articles:  # where nothing is, nothing is kept: nothing would clear it away
                self._known[period] = known
        return known

    def feature(self, name: str) -> Feature | None:
        """What an article has; null where none has it."""
        return self._features.get(name)

    def turn(self, feature: Feature, period: int) -> None:
        """Counts the articles around this period that have the feature; from then on it is kept up."""
        feature.period = period
        stand(feature, self.count(feature, period))

    def count(self, feature: Feature, period: int) -> int:
        """How many articles of the window have the feature."""
        found = 0
        for near in (period - 1, period, period + 1):
            features = self._listed.get(near)
            if features is not None and (listed := features.get(feature)) is not None:
                found += len(listed)
                if len(listed) > LONG:
                    found -= self._gone.get((near, feature), 0)
        return found

    def article(self, sequence: int) -> Held:
        return self._articles[sequence]

    def sharing(self, feature: Feature, period: int) -> list[int]:
        """The sequences of articles of the window with the feature, those taken up last first, at most LISTED a
        period."""
        found: list[int] = []
        for near in (period, period - 1, period + 1):
            features = self._listed.get(near)
            if features is not None and (listed := features.get(feature)) is not None:
                if (near, feature) in self._gone:
                    alive = (sequence for sequence in reversed(listed) if sequence in self._articles)
                    found += islice(alive, LISTED)
                else:
                    found += listed[: -LISTED - 1 : -1]
        return found


def stand(feature: Feature, articles: int) -> None:
    """Notes in how many articles of the window the feature stands."""
    feature.articles = articles
    feature.depth = log(UNIT * articles + feature.beforehand)


@lru_cache(maxsize=1 << 13)
def word_set(words: tuple[str, ...]) -> frozenset[str]:
    """The words as a set: a sentence is compared with many others."""
    return frozenset(words)


class Rarity:
    """The logarithm of how rare a feature is, from the window's counts and the background; one moment's, so that what
    is worked out from it may be kept with it."""

    def __init__(self, index: Index, period: int, articles: int) -> None:
        self._index = index
        self._period = period
        self._all = log(UNIT * (articles + BACKGROUND_TEXTS + 1))
        self._words: dict[tuple[str, ...], float] = {}

    def of(self, word: str) -> float:
        feature = self._index.feature(word)
        if feature is None:
            return self._all - log(beforehand().get(word, UNIT))
        if feature.period != self._period:
            self._index.turn(feature, self._period)
        return self._all - feature.depth

    def shared(self, feature: Feature) -> bool:
        """Whether an article of the window has a feature, besides one that is counted."""
        if feature.period != self._period:
            self._index.turn(feature, self._period)
        return feature.articles > 1

    def weighed(self, held: Held) -> list[float]:
        """The weights of an article's features times their rarity."""
        all_, period, weights = self._all, self._period, held.weights
        for feature in held.features:
            if feature.period != period:
                self._index.turn(feature, period)
        return [weights[place] * (all_ - feature.depth) for place, feature in enumerate(held.features)]

    def overlap(self, a: tuple[str, ...], b: tuple[str, ...]) -> float:
        """The weight of the shared words beside the geometric mean of both."""
        if not a or not b:
            return 0.0
        shared = word_set(a)
        if shared.isdisjoint(b):
            return 0.0
        one, other = self._words.get(a) or self.squared(a), self._words.get(b) or self.squared(b)
        # In an order of their own: a sum's last digits depend on it, and a set's order on the run.
        return self._squares(filter(shared.__contains__, b)) / sqrt(one * other)

    def squared(self, words: tuple[str, ...]) -> float:
        """The sum of the words' squared weights."""
        found = self._words[words] = self._squares(words)
        return found

    def _squares(self, words: Iterable[str]) -> float:
        """The sum of the words' squared weights."""
        return sum([(weight := self.of(word)) * weight for word in words])
