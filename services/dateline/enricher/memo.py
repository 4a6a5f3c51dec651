"""Answers that are kept: for what is asked of every word of every article."""

from collections.abc import Callable, Hashable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memo(dict[Key, Value]):
    """What `function` gives for a key, worked out once; of more than `most` keys all are forgotten.

    Asked by `memo[key]`. An lru_cache mends its list of who was asked last at each call, which costs a word more than
    the rest of the look-up.
    """

    def __init__(self, function: Callable[[Key], Value], most: int) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._most:
            self.clear()
        found = self[key] = self._function(key)
        return found
