"""Which articles carry the same text: a wire report, printed by many, counts for the one who wrote it."""

from bisect import insort
from datetime import datetime, timedelta
from operator import eq

from dateline.corroborator.held import Held

ROWS = 3
"""MinHash numbers in a band: with 21 bands, nine of ten texts that share half of their shingles meet in one."""
LEAST_SHARED = 0.3
LEAST_CONTAINED = 0.6
"""Of the shorter text's shingles, how many must stand in the longer: an outlet may print the first paragraphs only."""


class Copies:
    """Texts by label; a label stays with those that have it, whatever becomes of the article that it is made from."""

    def __init__(self, window: timedelta) -> None:
        self._window = window
        self._bands: dict[int, dict[str, int]] = {}
        self._carriers: dict[str, list[tuple[datetime, str]]] = {}
        self._held: dict[str, Held] = {}

    def recognise(self, held: Held) -> None:
        """Gives the article its label and voice: those of the likeliest text in the window, else its own."""
        found: set[str] = set()
        for band in bands(held):
            found.update(self._bands.get(band, ()))
        best = max(((self._likeness(held, label), label) for label in sorted(found)), default=(0.0, ""))
        if best[0] > 0:
            held.text = best[1]
            held.voice = self._first(best[1]).voice
        else:
            held.text = f"{held.article}#{held.revision}"
            held.voice = min(held.agencies, default=held.outlet)

    def add(self, held: Held) -> None:
        for band in bands(held):
            labels = self._bands.setdefault(band, {})
            labels[held.text] = labels.get(held.text, 0) + 1
        insort(self._carriers.setdefault(held.text, []), held.key)
        self._held[held.article] = held

    def remove(self, held: Held) -> None:
        for band in bands(held):
            labels = self._bands[band]
            labels[held.text] -= 1
            if not labels[held.text]:
                del labels[held.text]
            if not labels:
                del self._bands[band]
        carriers = self._carriers[held.text]
        carriers.remove(held.key)
        if not carriers:
            del self._carriers[held.text]
        del self._held[held.article]

    def carrier(self, held: Held) -> Held | None:
        """The earliest article with the text of one that has been recognised but not added."""
        return self._first(held.text) if held.text in self._carriers else None

    def _first(self, label: str) -> Held:
        return self._held[self._carriers[label][0][1]]

    def _likeness(self, held: Held, label: str) -> float:
        other = self._first(label)
        if abs(held.time - other.time) > self._window or held.edition != other.edition:
            return 0.0
        return copied(held, other)


def copied(a: Held, b: Held) -> float:
    """The share of the shorter text that stands in the longer, estimated; 0 where neither is a copy."""
    if not a.shingles or not b.shingles:
        return 0.0
    shared = sum(map(eq, a.shingles, b.shingles)) / len(a.shingles)
    both = (a.length + b.length) * shared / (1 + shared)
    contained = min(1.0, both / max(1, min(a.length, b.length)))
    return contained if shared >= LEAST_SHARED and contained >= LEAST_CONTAINED else 0.0


def bands(held: Held) -> list[int]:
    """The MinHash in bands, each with its place, so that equal bands at different places do not meet."""
    numbers = held.shingles
    return [
        (((start << 32 | numbers[start]) << 32 | numbers[start + 1]) << 32) | numbers[start + 2]
        for start in range(0, len(numbers) - ROWS + 1, ROWS)
    ]
