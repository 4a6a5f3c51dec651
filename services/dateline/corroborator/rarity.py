"""How rare a feature is in the time around an article, and which articles share it."""

from collections import defaultdict
from datetime import timedelta
from functools import cache
from itertools import islice
from math import log

from dateline.corroborator.held import Held
from dateline.corroborator.wordlists import rows

BACKGROUND_TEXTS = 400
"""How many texts of a window the background counts for: enough for a window of a few articles to know common words."""
LISTED = 48
"""Of the articles that share a feature, those last taken up, at most so many a period, are looked at."""


@cache
def background() -> dict[str, float]:
    """In what share of English texts a common word stands."""
    return {word: int(share) / 1000 for word, share in rows("background_terms")}


class Index:
    """The features of an edition's articles by period: what lies outside the window of an article is not counted, so
    that a back-fill and the live wire do not touch each other."""

    def __init__(self, window: timedelta) -> None:
        self._window = window.total_seconds()
        self._listed: dict[tuple[int, str], dict[str, Held]] = {}
        self._counts: dict[int, dict[str, int]] = defaultdict(dict)
        self._depths: dict[int, dict[str, float]] = defaultdict(dict)
        """Logarithms of the counts, until these change."""
        self._articles: dict[int, int] = defaultdict(int)
        self._known: dict[int, Rarity] = {}

    def period(self, held: Held) -> int:
        return int(held.time.timestamp() // self._window)

    def add(self, held: Held) -> None:
        period = self.period(held)
        for feature in held.features:
            self._listed.setdefault((period, feature), {})[held.article] = held
        self._count(held, period, 1)

    def remove(self, held: Held) -> None:
        period = self.period(held)
        for feature in held.features:
            listed = self._listed[period, feature]
            del listed[held.article]
            if not listed:
                del self._listed[period, feature]
        self._count(held, period, -1)

    def _count(self, held: Held, period: int, step: int) -> None:
        for near in (period - 1, period, period + 1):
            counts, depths = self._counts[near], self._depths[near]
            for feature in held.features:
                count = counts.get(feature, 0) + step
                if count:
                    counts[feature] = count
                else:
                    del counts[feature]
                depths.pop(feature, None)
            self._articles[near] += step
            self._known.pop(near, None)
            if not self._articles[near]:
                del self._articles[near], self._counts[near], self._depths[near]

    def rarity(self, period: int) -> "Rarity":
        """The rarity of features for an article of this period."""
        known = self._known.get(period)
        if known is None:
            # The period's own counts, even if there are none yet: what is worked out from them is kept with the period.
            counts, articles = self._counts[period], self._articles.get(period, 0)
            known = self._known[period] = Rarity(counts, articles, self._depths[period])
        return known

    def sharing(self, feature: str, period: int) -> list[Held]:
        """Articles of the window with the feature, those taken up last first, at most LISTED a period."""
        found: list[Held] = []
        for near in (period, period - 1, period + 1):
            listed = self._listed.get((near, feature))
            if listed:
                found += islice(reversed(listed.values()), LISTED)
        return found


class Rarity:
    """The logarithm of how rare a feature is, from the window's counts and the background; one moment's, so that what
    is worked out from it may be kept with it."""

    def __init__(self, counts: dict[str, int], articles: int, depths: dict[str, float]) -> None:
        self._counts = counts
        self._depths = depths
        self._all = log(articles + BACKGROUND_TEXTS + 1)
        self._words: dict[tuple[str, ...], tuple[frozenset[str], float]] = {}

    def of(self, feature: str) -> float:
        depth = self._depths.get(feature)
        if depth is None:
            depth = self._depths[feature] = self._depth(feature)
        return self._all - depth

    def count(self, feature: str) -> int:
        """How many articles of the window have it."""
        return self._counts.get(feature, 0)

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
        (known, one), (_, other) = self._set(a), self._set(b)
        shared = [word for word in b if word in known]
        return float(sum([self.of(word) ** 2 for word in shared]) / (one * other) ** 0.5) if shared else 0.0

    def _set(self, words: tuple[str, ...]) -> tuple[frozenset[str], float]:
        """The words as a set, and the sum of their squared weights."""
        known = self._words.get(words)
        if known is None:
            known = self._words[words] = frozenset(words), sum([w * w for w in map(self.of, words)])
        return known

    def _depth(self, feature: str) -> float:
        return log(self._counts.get(feature, 0) + BACKGROUND_TEXTS * background().get(feature, 0.0) + 1)
