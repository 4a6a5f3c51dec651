"""How rare a feature is in the time around an article, and which articles share it."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache, lru_cache
from itertools import islice
from math import log

from dateline.corroborator.held import Held
from dateline.corroborator.wordlists import rows

BACKGROUND_TEXTS = 400
"""How many texts of a window the background counts for: enough for a window of a few articles to know common words."""
LISTED = 48
"""Of the articles that share a feature, those last taken up, at most so many a period, are looked at."""
LONG = 64
"""Entries from which a list is cleared of what is gone in one go only, once that is half of it."""


@cache
def background() -> dict[str, float]:
    """In what share of English texts a common word stands."""
    return {word: int(share) / 1000 for word, share in rows("background_terms")}


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
        self._depths: dict[int, dict[str, float]] = {}
        """Logarithms of the features' counts around a period, until these change."""
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
            if depths:
                for feature in held.features:
                    depths.pop(feature, None)
                if not any(other in self._counts for other in (near - 1, near, near + 1)):
                    del self._depths[near]

    def rarity(self, period: int) -> "Rarity":
        """The rarity of features for an article of this period."""
        known = self._known.get(period)
        if known is None:
            around = (period - 1, period, period + 1)
            articles = sum(self._counts.get(near, 0) for near in around)
            # Of a period without articles nothing is kept: nothing would clear it away.
            depths = self._depths.setdefault(period, {}) if articles else {}
            known = self._known[period] = Rarity(lambda feature: self.count(feature, period), articles, depths)
        return known

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

    def sharing(self, feature: str, period: int) -> Iterator[int]:
        """The sequences of articles of the window with the feature, those taken up last first, at most LISTED a
        period."""
        for near in (period, period - 1, period + 1):
            features = self._listed.get(near)
            if features is not None and (listed := features.get(feature)) is not None:
                if (near, feature) in self._gone:
                    alive = (sequence for sequence in reversed(listed) if sequence in self._articles)
                    yield from islice(alive, LISTED)
                else:
                    yield from reversed(listed[-LISTED:])


@lru_cache(maxsize=1 << 16)
def word_set(words: tuple[str, ...]) -> frozenset[str]:
    """The words as a set: a sentence is compared with many others."""
    return frozenset(words)


class Rarity:
    """The logarithm of how rare a feature is, from the window's counts and the background; one moment's, so that what
    is worked out from it may be kept with it."""

    def __init__(self, count: Callable[[str], int], articles: int, depths: dict[str, float]) -> None:
        self.count = count
        """How many articles of the window have a feature."""
        self._depths = depths
        self._all = log(articles + BACKGROUND_TEXTS + 1)
        self._words: dict[tuple[str, ...], float] = {}

    def of(self, feature: str) -> float:
        depth = self._depths.get(feature)
        if depth is None:
            depth = self._depths[feature] = self._depth(feature)
        return self._all - depth

    def weighed(self, features: dict[str, float]) -> dict[str, float]:
        """Features with their weights times their rarity."""
        all_, depths, found = self._all, self._depths, {}
        for feature, weight in features.items():
            depth = depths.get(feature)
            if depth is None:
                depth = depths[feature] = self._depth(feature)
            found[feature] = weight * (all_ - depth)
        return found

    def overlap(self, a: tuple[str, ...], b: tuple[str, ...]) -> float:
        """The weight of the shared words beside the geometric mean of both."""
        if not a or not b:
            return 0.0
        shared = word_set(a).intersection(b)
        if not shared:
            return 0.0
        one, other = self.squared(a), self.squared(b)
        of = self.of
        # In an order of their own: a sum's last digits depend on it, and a set's order on the run.
        return float(sum([of(word) ** 2 for word in b if word in shared]) / (one * other) ** 0.5)

    def squared(self, words: tuple[str, ...]) -> float:
        """The sum of the words' squared weights."""
        known = self._words.get(words)
        if known is None:
            known = self._words[words] = sum([w * w for w in map(self.of, words)])
        return known

    def _depth(self, feature: str) -> float:
        return log(self.count(feature) + BACKGROUND_TEXTS * background().get(feature, 0.0) + 1)
