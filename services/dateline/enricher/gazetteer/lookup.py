"""The gazetteer: every name that it lists, found in running text by the longest match."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from dateline.enricher.gazetteer.entry import Entry, Kind
from dateline.enricher.gazetteer.spelling import PARTICLES, pieces, same_person, sound

Match = tuple[int, tuple[Entry, ...]]


FAMILY_FIRST: Final = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK"})
"""Where the news writes the family name before the given name."""


def surname(entry: Entry) -> str:
    """The piece of a person's name by which the news calls them."""
    parts = pieces(entry.name)
    return parts[0 if entry.country in FAMILY_FIRST else -1]


def has_inner_capitals(name: str) -> bool:
    """Whether a word is written as no ordinary word is: "WHO", "U.S.", "LeT", unlike "Let"."""
    return name[1:] != name[1:].lower()


class Gazetteer:
    """Names and what they stand for. Read-only once built; the order of adding settles ties, later first."""

    def __init__(self, named: Iterable[tuple[Entry, Iterable[str]]]) -> None:
        self._entries: dict[str, Entry] = {}
        self._names: dict[str, list[str]] = {}
        self._lengths: dict[str, int] = {}
        self._capitals: set[str] = set()
        self._by_last: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._persons_of: dict[str, list[str]] = {}
        self._capitals_of: dict[str, str] = {}
        self.given_names: set[str] = set()
        self.surnames: set[str] = set()
        self.states: set[str] = set()
        for entry, names in named:
            self._add(entry, names)

    def _add(self, entry: Entry, names: Iterable[str]) -> None:
        self._entries[entry.id] = entry
        if entry.kind is Kind.COUNTRY:
            self.states.add(entry.country)
        elif entry.kind is Kind.CAPITAL:
            self._capitals_of.setdefault(entry.country, entry.id)
        for name in names:
            parts = pieces(name)
            if not parts:
                continue
            joined = " ".join(parts)
            ids = self._names.setdefault(joined, [])
            if entry.id not in ids:
                ids.insert(0, entry.id)
            self._lengths[parts[0]] = self._lengths.get(parts[0], 0) | 1 << len(parts)
            if len(parts) == 1 and has_inner_capitals(name):
                self._capitals.add(joined)
            elif joined in self._capitals:
                self._capitals.discard(joined)
            if entry.kind is Kind.PERSON and len(parts) > 1:
                self._by_last.setdefault(sound(parts[-1]), []).append((parts, entry.id))
                self.surnames.add(parts[-1])
                if entry.country in FAMILY_FIRST:
                    self._by_last.setdefault(sound(parts[0]), []).append((parts, entry.id))
                elif len(parts[0]) > 1 and parts[0] not in PARTICLES:
                    self.given_names.add(parts[0])
        if entry.kind is Kind.PERSON and entry.country:
            self._persons_of.setdefault(entry.country, []).append(entry.id)

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, entry_id: str) -> Entry:
        return self._entries[entry_id]

    def get(self, entry_id: str) -> Entry | None:
        return self._entries.get(entry_id)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def lengths(self, first: str) -> int:
        """Bit n is set where a name of n pieces begins with the piece `first`."""
        return self._lengths.get(first, 0)

    def named(self, name: str) -> tuple[Entry, ...]:
        """All that bear exactly this name, the last added first."""
        return tuple(self._entries[i] for i in self._names.get(" ".join(pieces(name)), ()))

    def match(self, words: Sequence[str], at: int) -> Match | None:
        """The longest name that begins with piece `at`: its number of pieces, and who bears it."""
        lengths = self._lengths.get(words[at], 0)
        while lengths:
            count = lengths.bit_length() - 1
            lengths ^= 1 << count
            if at + count <= len(words):
                ids = self._names.get(" ".join(words[at : at + count]) if count > 1 else words[at])
                if ids:
                    return count, tuple(self._entries[i] for i in ids)
        return None

    def needs_capitals(self, joined: str) -> bool:
        """Whether a name of one piece is listed with capitals behind its first letter only: US, WHO, LeT."""
        return joined in self._capitals

    def persons_like(self, name: Sequence[str]) -> list[Entry]:
        """Persons whose name may be written `name` (pieces), each once, in the order of adding."""
        wanted = tuple(name)
        found: dict[str, None] = {}
        for parts, entry_id in self._by_last.get(sound(wanted[-1]), ()):
            if len(wanted) == 1 or same_person(wanted, parts):
                found[entry_id] = None
        return [self._entries[i] for i in found]

    def capital_of(self, country: str) -> Entry | None:
        """The town that a country is governed from, the first listed of several."""
        return self._entries.get(self._capitals_of.get(country, ""))

    def holders(self, country: str, role: str, day: date) -> list[Entry]:
        """Who of `country` holds on `day` an office whose title says `role` ("president", "foreign minister")."""
        iso = day.isoformat()
        wanted = set(role.lower().split())
        return [
            entry
            for entry in (self._entries[i] for i in self._persons_of.get(country, ()))
            if any(wanted <= title_words(o.title) and o.held_on(iso) for o in entry.offices)
        ]


@lru_cache(maxsize=1 << 14)
def title_words(title: str) -> frozenset[str]:
    """The words of an office's title in lower case."""
    return frozenset(title.lower().split())
