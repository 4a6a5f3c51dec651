"""A story in memory: its articles in order, its outlets, and its deeds."""

from bisect import bisect_left, insort
from collections import Counter
from datetime import datetime

from dateline.corroborator.deeds.deeds import Deeds
from dateline.corroborator.reports.held import Held


class Tale:
    """A story as memory keeps it; what it says depends on its articles alone, not on how they came."""

    def __init__(self, story: str, edition: str) -> None:
        self.id = story
        self.edition = edition
        self.articles: dict[str, Held] = {}
        self.order: list[tuple[datetime, str]] = []
        self.outlets: dict[str, list[tuple[datetime, str]]] = {}
        self.voices: Counter[str] = Counter()
        self._deeds: Deeds | None = Deeds()
        """Null while the story rests."""
        self.touched = 0
        """The sequence of the report that last changed it."""
        self._nearest = 0
        self._joined = 0
        self.last: Held | None = None
        """The article last taken up; null while the story is empty."""

    @property
    def deeds(self) -> Deeds:
        if self._deeds is None:
            self._deeds = Deeds()
            for held in sorted(self.articles.values(), key=lambda held: held.sequence):
                held.wake()
                for telling in held.tellings:
                    self._deeds.add(telling, telling.event)
        return self._deeds

    def wake(self) -> None:
        """To be called before its articles change: its deeds are made of these."""
        self._deeds = self.deeds

    def rest(self) -> None:
        """Keeps of its deeds only what they can be made of again."""
        self._deeds = None
        for held in self.articles.values():
            held.rest()

    def events(self) -> dict[str, None]:
        """The ids of its deeds."""
        return dict.fromkeys(event for held in self.articles.values() for event in held.told)

    @property
    def cohesion(self) -> float:
        """How like their likeliest neighbour the articles were when they joined, on average; 0 for a single one."""
        return self._nearest / self._joined / 1000 if self._joined else 0.0

    def add(self, held: Held) -> None:
        self.articles[held.article] = held
        insort(self.order, held.key)
        insort(self.outlets.setdefault(held.outlet, []), held.key)
        self.voices[held.voice] += 1
        self._nearest += held.nearest
        self._joined += held.nearest > 0
        if self.last is None or self.last.sequence < held.sequence:
            self.last = held
        held.story = self.id

    def remove(self, held: Held) -> None:
        del self.articles[held.article]
        del self.order[bisect_left(self.order, held.key)]
        mine = self.outlets[held.outlet]
        del mine[bisect_left(mine, held.key)]
        if not mine:
            del self.outlets[held.outlet]
        self.voices[held.voice] -= 1
        if not self.voices[held.voice]:
            del self.voices[held.voice]
        self._nearest -= held.nearest
        self._joined -= held.nearest > 0
        if held is self.last:
            self.last = max(self.articles.values(), key=lambda other: other.sequence, default=None)
