"""What the gazetteer knows of somebody or somewhere: names, country, sector, dated offices, coordinates."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from dateline.enricher.gazetteer.spelling import key
from dateline_schemas.coded import UNPLACED


class Kind(StrEnum):
    """What an entry is; a `country`, `people` and `seat` stand for a government where the text uses them so."""

    COUNTRY = "country"
    CAPITAL = "capital"
    SEAT = "seat"
    PEOPLE = "people"
    CITY = "city"
    REGION = "region"
    PERSON = "person"
    ORGANISATION = "organisation"
    AGENCY = "agency"
    ARMED_GROUP = "armed_group"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Office:
    """An office, and from when to when it was held: ISO 8601, to the day, month or year; empty where open."""

    title: str
    sector: str
    start: str = ""
    end: str = ""

    def held_on(self, day: str) -> bool:
        """Whether `day` (ISO 8601) lies in the term; a bound known to the month or year holds to its end."""
        return (not self.start or self.start <= day) and (not self.end or day[: len(self.end)] <= self.end)


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor or place. `country` is alpha-3 or a PLOVER non-state; `terms` the offices as in the file."""

    id: str
    name: str
    kind: Kind
    country: str = ""
    sector: str = ""
    terms: str = ""
    latitude: float | None = None
    longitude: float | None = None
    local: bool = False
    """Whether it is known in its own country only: elsewhere a word that is written so is something else."""

    @property
    def offices(self) -> tuple[Office, ...]:
        """The offices in the file's order, which is that of time."""
        return _offices(self.terms)

    def office_on(self, day: date | None) -> Office | None:
        """The office held on `day`, the last listed of several; with no day, the last held."""
        if day is None:
            return self.offices[-1] if self.offices else None
        iso = day.isoformat()
        held = [office for office in self.offices if office.held_on(iso)]
        return held[-1] if held else None

    def sector_on(self, day: date | None) -> str:
        """The sector on `day`: that of the office held, else ELI for who has left every office."""
        office = self.office_on(day)
        if office is not None:
            return office.sector
        offices = self.offices
        if day is not None and offices and all(o.start and o.start > day.isoformat() for o in offices):
            return self.sector or "ELI"
        return "ELI" if offices else self.sector


UNNAMED: Final = frozenset(["Official", "Officer", "Officeholder"])
"""Offices that a list gives by their sector only."""


def made_id(country: str, kind: str, name: str) -> str:
    """The id of ours for whom no source gives one."""
    return f"{f'{country}/' if country else UNPLACED}{kind}/{key(name).replace(' ', '-')}"[:200]


_TERM: Final = re.compile(r"\s*(.+?)\s*(?:\[([A-Z]{3})\])?\s*(\d{4}(?:-\d\d){0,2})?\.\.(\d{4}(?:-\d\d){0,2})?\s*")


@lru_cache(maxsize=4096)
def _offices(terms: str) -> tuple[Office, ...]:
    offices = []
    for term in terms.split(";"):
        if not term.strip():
            continue
        found = _TERM.fullmatch(term)
        if found is None:
            raise ValueError(f"office {term.strip()!r}: expected 'Title [SECTOR] 2020-01..2021-12'")
        title, sector, start, end = found.groups()
        offices.append(Office(title, sector or sector_of_title(title), start or "", end or ""))
    return tuple(offices)


def sector_of_title(title: str) -> str:
    """The sector that an office's title says; GOV where it says none."""
    folded = title.lower()
    for sector, words in _TITLE_SECTORS:
        if any(word in folded for word in words):
            return sector
    return "GOV"


_TITLE_SECTORS: Final = (
    ("OPP", ("opposition",)),
    ("LEG", ("speaker", "senator", "member of parliament", "lawmaker", "member of the house", "congress")),
    (
        "MIL",
        ("army", "chief of staff", "general staff", "armed forces", "commander", "joint chiefs", "military", "navy"),
    ),
    ("JUD", ("judge", "justice of", "prosecutor")),
    ("SPY", ("intelligence",)),
    ("COP", ("police",)),
    ("PTY", ("party leader", "leader of the party")),
    ("REL", ("pope", "patriarch", "archbishop", "imam", "cardinal")),
)
