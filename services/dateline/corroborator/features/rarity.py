"""How rare a feature is among the articles of the window around an article, and which articles share it."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache, partial
from itertools import islice
from math import log, sqrt
from typing import Final

from dateline.corroborator.features.depths import BACKGROUND_TEXTS, UNIT, Depths
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
        self._listed: dict[int, dict[str, array[int]]] = {}
        """By period and feature; a long list may still have articles that are gone."""
        self._gone: dict[tuple[int, str], int] = {}
        """How many those are: to take each out at once costs as much as the list is long."""
        self._counts: dict[int, int] = defaultdict(int)
        self._depths: dict[int, Depths] = {}
        self._known: dict[int, Rarity] = {}

    def period(self, held: Held) -> int:
        return int(held.time.timestamp() // self._window)

    def add(self, held: Held) -> None:
        period = self.period(held)
        features = self._listed.setdefault(period, {})
        for feature in held.features:
            listed = features.get(feature)
            if listed is None:
                features[feature] = array("Q", (held.sequence,))
            else:
                listed.append(held.sequence)
        self._articles[held.sequence] = held
        self._count(held, period, 1)

    def remove(self, held: Held) -> None:
        period = self.period(held)
        features = self._listed[period]
        del self._articles[held.sequence]
        for feature in held.features:
            listed = features[feature]
            if len(listed) == 1:
                del features[feature]
            elif len(listed) <= LONG:
                del listed[bisect_left(listed, held.sequence)]
            else:
                self._note_gone(period, feature, listed)
        self._count(held, period, -1)

    def _note_gone(self, period: int, feature: str, listed: "array[int]") -> None:
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
            depths = self._depths.get(near)
            if depths is not None:
                depths.note(held.features, step)
                if not any(other in self._counts for other in (near - 1, near, near + 1)):
                    del self._depths[near]

    def rarity(self, period: int) -> "Rarity":
        """The rarity of features for an article of this period."""
        known = self._known.get(period)
        if known is None:
            articles = sum(self._counts.get(near, 0) for near in (period - 1, period, period + 1))
            # Where nothing is, nothing is kept: nothing would clear it away.
            depths = self._around(period) if articles else Depths(lambda _: 0)
            known = self._known[period] = Rarity(depths, articles)
        return known

    def _around(self, period: int) -> Depths:
        depths = self._depths.get(period)
        if depths is None:
            depths = self._depths[period] = Depths(partial(self.count, period=period))
        depths.settle()
        return depths

    def count(self, feature: str, period: int) -> int:
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

    def sharing(self, feature: str, period: int) -> list[int]:
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


@lru_cache(maxsize=1 << 16)
def word_set(words: tuple[str, ...]) -> frozenset[str]:
    """The words as a set: a sentence is compared with many others."""
    return frozenset(words)


class Rarity:
    """The logarithm of how rare a feature is, from the window's counts and the background; one moment's, so that what
    is worked out from it may be kept with it."""

    def __init__(self, depths: Depths, articles: int) -> None:
        self.shared = depths.shared
        """Whether an article of the window has a feature, besides one that is counted."""
        self._depth = depths.__getitem__
        self._all = log(UNIT * (articles + BACKGROUND_TEXTS + 1))
        self._words: dict[tuple[str, ...], float] = {}

    def of(self, feature: str) -> float:
        return self._all - self._depth(feature)

    def weighed(self, features: Iterable[str], weights: Iterable[float]) -> list[float]:
        """The features' weights times their rarity."""
        all_ = self._all
        return [weight * (all_ - depth) for weight, depth in zip(weights, map(self._depth, features), strict=True)]

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
        all_ = self._all
        return sum([(weight := all_ - depth) * weight for depth in map(self._depth, words)])
