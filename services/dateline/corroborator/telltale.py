"""How much a word tells of one of a story's deeds: what many of them have tells little."""

from collections.abc import Mapping, Sized
from math import log

from dateline.corroborator.depths import background

KNOWN = 30
"""So many deeds of the background a story's are counted with: enough to know common words by before it has many."""


class Telltale:
    """Weights of words among a story's deeds, kept until these change."""

    def __init__(self, deeds: Sized, by_word: Mapping[str, Sized]) -> None:
        self._deeds = deeds
        self._by_word = by_word
        self._weights: dict[str, float] = {}
        self._squared: dict[tuple[str, ...], float] = {}

    def forget(self) -> None:
        """To be called when a deed has come, gone or changed."""
        if self._weights:
            self._weights.clear()
            self._squared.clear()

    def of(self, word: str) -> float:
        """The logarithm of how few deeds have the word."""
        weight = self._weights.get(word)
        if weight is None:
            having = len(self._by_word.get(word, ())) + KNOWN * background().get(word, 0.0)
            weight = self._weights[word] = log((len(self._deeds) + KNOWN + 1) / (having + 1))
        return weight

    def squared(self, words: tuple[str, ...]) -> float:
        """The sum of the words' squared weights."""
        found = self._squared.get(words)
        if found is None:
            found = self._squared[words] = sum([weight * weight for weight in map(self.of, words)])
        return found
