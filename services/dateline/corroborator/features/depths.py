"""In how many articles around a period features stand, kept up while articles come and go."""

from collections.abc import Callable
from functools import cache
from math import log
from typing import Final

from dateline.corroborator.words.wordlists import rows

BACKGROUND_TEXTS: Final = 400
"""How many texts of a window the background counts for: enough for a window of a few articles to know common words."""
UNIT: Final = 5
"""An article's part in a depth: with it, the background's share is a whole number too, and sums are exact whatever
their order."""
ABSENT: Final = 1 << 16
"""Features of no article that are kept at most."""

WAITING: Final = 1 << 10
"""Articles that came or went around a period that nobody asks about, before all that was asked of it is forgotten."""
LOGARITHMS: Final = 1 << 16


@cache
def background() -> dict[str, float]:
    """In what share of English texts a common word stands."""
    return {word: int(share) / 1000 for word, share in rows("background_terms")}


@cache
def beforehand() -> dict[str, int]:
    """The depth of a common word that stands in no article yet."""
    return {word: UNIT * BACKGROUND_TEXTS * int(share) // 1000 + UNIT for word, share in rows("background_terms")}


class Depths(dict[str, float]):
    """The logarithm of a feature's depth, which is one more than the texts that have it, those of the background among
    them, in UNITs; of what was asked."""

    def __init__(self, count: Callable[[str], int]) -> None:
        super().__init__()
        self._count = count
        self._depths: dict[str, int] = {}
        self._absent = 0
        self._waiting: list[tuple[tuple[str, ...], int]] = []
        """Features of articles that came or went since somebody asked, and by how much they are deeper."""

    def __missing__(self, feature: str) -> float:
        found = self[feature] = logarithm(self._counted(feature))
        return found

    def _counted(self, feature: str) -> int:
        if self._waiting:
            self.settle()  # what is counted now must not be added again
        count = self._count(feature)
        if not count:
            self._note_absent()
        depth = self._depths[feature] = UNIT * count + beforehand().get(feature, UNIT)
        return depth

    def stands(self, feature: str) -> bool:
        """Whether an article has the feature."""
        return (self._depths.get(feature) or self._counted(feature)) > beforehand().get(feature, UNIT)

    def shared(self, feature: str) -> bool:
        """Whether an article besides one that has the feature and is counted has it."""
        return (self._depths.get(feature) or self._counted(feature)) > beforehand().get(feature, UNIT) + UNIT

    def note(self, features: tuple[str, ...], step: int) -> None:
        """An article with these features came (1) or is gone (-1). It shows when `settle` has been called."""
        self._waiting.append((features, UNIT * step))
        if len(self._waiting) > WAITING:
            self._forget()

    def settle(self) -> None:
        """Takes up what came and went."""
        waiting, self._waiting = self._waiting, []
        depths = self._depths
        for features, step in waiting:
            for feature in features:
                if feature in depths:
                    depth = depths[feature] = depths[feature] + step
                    self[feature] = logarithm(depth)
                    if step < 0 and not self.stands(feature):
                        self._note_absent()

    def _note_absent(self) -> None:
        self._absent += 1
        if self._absent > ABSENT:
            self._forget()

    def _forget(self) -> None:
        self.clear()
        self._depths.clear()
        self._waiting.clear()
        self._absent = 0


class Logarithms(dict[int, float]):
    """Of whole numbers: looked up in a tenth of the time in which they are worked out."""

    def __missing__(self, number: int) -> float:
        if len(self) >= LOGARITHMS:
            self.clear()
        found = self[number] = log(number)
        return found


logarithm = Logarithms().__getitem__
