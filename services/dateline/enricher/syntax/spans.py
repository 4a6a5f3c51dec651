"""Where sentences lie in the row of words that goes through the net at once."""

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


class Spans:
    """Sentences of given lengths in a row of words. `rows` is the number of words, made up to a multiple of `step`
    by a last sentence that nobody asked for: arrays of so many rows are worked through in long strides."""

    def __init__(self, lengths: list[int], step: int) -> None:
        self.lengths = lengths
        self.count = sum(lengths)
        spare = -self.count % step
        self.rows = self.count + spare
        padded = np.array([*lengths, spare] if spare else lengths, np.int64)
        ends = np.cumsum(padded)
        firsts = ends - padded
        self.firsts: list[int] = firsts[: len(lengths)].tolist()
        self.start: Ints = np.repeat(firsts, padded)
        """Of each word the first row of its sentence."""
        self.sentence: Ints = np.repeat(np.arange(len(padded)), padded)
        self._place = np.arange(self.rows) - self.start
        self._left = np.repeat(padded, padded) - self._place
        self._edges: dict[int, tuple[Ints, Ints]] = {}

    def edges(self, distance: int) -> tuple[Ints, Ints]:
        """The rows within `distance` of their sentence's start, and of its end."""
        found = self._edges.get(distance)
        if found is None:
            found = np.flatnonzero(self._place < distance), np.flatnonzero(self._left <= distance)
            self._edges[distance] = found
        return found
