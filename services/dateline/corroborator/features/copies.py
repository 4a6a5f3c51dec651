"""Which articles carry the same text: a wire report, printed by many, counts for the one who wrote it."""

from bisect import insort
from datetime import datetime, timedelta
from functools import lru_cache
from operator import eq
from typing import Final

from dateline.corroborator.reports.held import Held
from dateline_schemas import Realis

ROWS: Final = 3
"""MinHash numbers in a band: with 21 bands, nine of ten texts that share half of their shingles meet in one."""
LEAST_SHARED: Final = 0.3
LEAST_CONTAINED: Final = 0.6
"""Of the shorter text's shingles, how many must stand in the longer: an outlet may print the first paragraphs only."""
LEAST_WORDS: Final = 40
"""A shorter text copies only what is word for word the same: a word that differs takes five shingles with it, and of so
few it cannot be seen whether an agency's edit or another report does; two who tell one fact in a sentence share most of
it, and the number or the day that they do not share is what they disagree on."""


Counted = str | dict[str, int]
"""How often each label stands there; most often it is one, once, which needs no table."""


class Copies:
    """Texts by label; a label stays with those that have it, whatever becomes of the article that it is made from."""

    def __init__(self, window: timedelta) -> None:
        self._window = window
        self._bands: dict[int, Counted] = {}
        self._carriers: dict[str, list[tuple[datetime, str]]] = {}
        self._held: dict[str, Held] = {}

    def recognise(self, held: Held) -> None:
        """Gives the article its label and voice: those of the likeliest text in the window, else its own."""
        found: set[str] = set()
        for band in bands(held):
            labels = self._bands.get(band)
            if labels is not None:
                found.update((labels,) if isinstance(labels, str) else labels)
        best = max(((self._likeness(held, label), label) for label in sorted(found)), default=(0.0, ""))
        if best[0] > 0:
            held.text = best[1]
            held.voice = self._first(best[1]).voice
        else:
            held.text = f"{held.article}#{held.revision}"
            held.voice = min(held.agencies, default=held.outlet)

    def add(self, held: Held) -> None:
        for band in bands(held):
            self._bands[band] = more(self._bands.get(band), held.text)
        insort(self._carriers.setdefault(held.text, []), held.key)
        self._held[held.article] = held

    def remove(self, held: Held) -> None:
        for band in bands(held):
            left = less(self._bands[band], held.text)
            if left is None:
                del self._bands[band]
            else:
                self._bands[band] = left
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


def more(labels: Counted | None, label: str) -> Counted:
    """With the label once more."""
    if labels is None:
        return label
    if isinstance(labels, str):
        labels = {labels: 1}
    labels[label] = labels.get(label, 0) + 1
    return labels


def less(labels: Counted, label: str) -> Counted | None:
    """With the label once less; null where none is left."""
    if isinstance(labels, str):
        return None
    labels[label] -= 1
    if not labels[label]:
        del labels[label]
    return labels or None


@lru_cache(maxsize=1 << 14)
def copied(a: Held, b: Held) -> float:
    """The share of the shorter text that stands in the longer, estimated; 0 where neither is a copy."""
    if not a.shingles or not b.shingles:
        return 0.0
    shared: float = sum(map(eq, a.shingles, b.shingles)) / len(a.shingles)
    if min(a.length, b.length) < LEAST_WORDS:
        return 1.0 if shared == 1.0 and a.length == b.length else 0.0
    both = (a.length + b.length) * shared / (1 + shared)
    contained = min(1.0, both / max(1, min(a.length, b.length)))
    if shared < LEAST_SHARED or contained < LEAST_CONTAINED or denies(a, b) or denies(b, a):
        return 0.0
    return contained


def denies(held: Held, other: Held) -> bool:
    """Whether it only denies a deed that the other only tells, by the word for it: who reports a quarrel does both."""
    told, denied = stems_by_denial(held)
    others, denied_there = stems_by_denial(other)
    return not (denied - told).isdisjoint(others - denied_there)


def stems_by_denial(held: Held) -> tuple[set[str], set[str]]:
    """The stems of the deeds told in the article, and of those denied."""
    told, denied = set[str](), set[str]()
    for telling in held.tellings:
        (denied if telling.realis is Realis.NEGATED else told).add(telling.stem)
    return told, denied


def bands(held: Held) -> list[int]:
    """The MinHash in bands, each with its place, so that equal bands at different places do not meet."""
    numbers = held.shingles
    return [
        hash((start, numbers[start], numbers[start + 1], numbers[start + 2]))
        for start in range(0, len(numbers) - ROWS + 1, ROWS)
    ]
