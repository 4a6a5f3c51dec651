"""How much a word tells of one of a story's deeds: what many of them have tells little."""

from collections.abc import Callable, Mapping, Sized
from math import log
from typing import Final

from dateline.corroborator.features.background import background

KNOWN: Final = 30
"""So many deeds of the background a story's are counted with: enough to know common words by before it has many."""


class Telltale(dict[str, float]):
    """Weights of words among a story's deeds, those that were asked for; kept until the deeds change."""

    def __init__(self, deeds: Sized, by_word: Mapping[str, Sized]) -> None:
        super().__init__()
        self._deeds = deeds
        self._by_word = by_word
        self._squared: dict[tuple[str, ...], float] = {}

    def __missing__(self, word: str) -> float:
        """The logarithm of how few deeds have the word."""
        having = len(self._by_word.get(word, ())) + KNOWN * background().get(word, 0.0)
        weight = self[word] = log((len(self._deeds) + KNOWN + 1) / (having + 1))
        return weight

    def forget(self) -> None:
        """To be called when a deed has come, gone or changed."""
        if self:
            self.clear()
            self._squared.clear()

    @property
    def of(self) -> Callable[[str], float]:
        """How much a word tells."""
        return self.__getitem__

    def squared(self, words: tuple[str, ...]) -> float:
        """The sum of the words' squared weights."""
        found = self._squared.get(words)
        if found is None:
            found = self._squared[words] = sum([weight * weight for weight in map(self.__getitem__, words)])
        return found
