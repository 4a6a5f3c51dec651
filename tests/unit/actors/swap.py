"""Puts other persons, countries and cities of the gazetteer into a text, each for one of its kind, with the offsets.

A test that a coder knows a text by its names and by nothing else asks it again after `swap`.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.enricher.gazetteer import Entry, Kind, surname
from dateline.enricher.gazetteer.files import shipped
from dateline.enricher.gazetteer.spelling import PARTICLES, pieces

STATE = (Kind.COUNTRY, Kind.PEOPLE, Kind.CAPITAL)


@dataclass(frozen=True)
class Swap:
    """A text with other names: `countries` old to new alpha-3, `persons` old to new gazetteer entry."""

    text: str
    countries: dict[str, str]
    persons: dict[str, Entry]
    changes: tuple[tuple[int, int, int, int], ...]
    """Of each name: where it began and ended, where the new one begins and ends."""

    def moved(self, start: int, end: int) -> tuple[int, int]:
        """Where the span `start:end` of the old text is in the new; edges of names go to edges of names."""
        return self._moved(start, 2), self._moved(end, 3)

    def _moved(self, offset: int, edge: int) -> int:
        shift = 0
        for change in self.changes:
            if change[0] <= offset < change[1] or offset == change[1]:
                return change[2] if offset == change[0] else change[3] if offset == change[1] else change[edge]
            if change[1] > offset:
                break
            shift = change[3] - change[1]
        return offset + shift


def swap(text: str, seed: int, day: date | None = None, keep: Iterable[str] = ()) -> Swap:
    """`text` with every country but those in `keep` (alpha-3) put for another, its people, capital, cities and
    persons with it. The same seed gives the same text."""
    entries = list(shipped())
    chance = random.Random(seed)
    names: dict[str, list[tuple[Entry, list[str]]]] = defaultdict(list)
    for entry, forms in entries:
        names[entry.country].append((entry, forms))
    present = {
        e.country
        for e, forms in entries
        if e.kind in STATE and len(e.country) == 3 and any(_in(text, form) for form in forms)
    } - set(keep)  # fmt: skip
    able = sorted(c for c in names if c not in present and c not in keep and _able(names[c], day))
    countries = dict(zip(sorted(present), chance.sample(able, len(present)), strict=True))
    replacements: dict[str, str] = {}
    persons: dict[str, Entry] = {}
    for old, new in countries.items():
        replacements |= _of_country(text, names[old], names[new], chance)
        people, renamed = _of_persons(text, names[old], names[new], day, chance)
        persons |= people
        replacements |= renamed
    return _replaced(text, replacements, countries, persons)


def _in(text: str, form: str) -> bool:
    return form in text and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def _able(named: list[tuple[Entry, list[str]]], day: date | None) -> bool:
    """Whether a country has all that another's place needs: a people, a capital, cities, persons in office."""
    kinds = [entry.kind for entry, _ in named]
    titles = {_title(entry, day) for entry, _ in named if _serves(entry, day)}
    served = sum(_serves(entry, day) for entry, _ in named)
    return (
        Kind.PEOPLE in kinds
        and kinds.count(Kind.CITY) > 2
        and served > 3
        and {"President", "Foreign Minister"} <= titles
    )


def _title(entry: Entry, day: date | None) -> str:
    office = entry.office_on(day)
    return office.title.split(" of ")[0].removeprefix("Acting ") if office else ""


def _serves(entry: Entry, day: date | None) -> bool:
    office = entry.office_on(day) if entry.kind is Kind.PERSON else None
    plain = not PARTICLES.intersection(pieces(entry.name)) and entry.name.count(" ") == 1
    return office is not None and office.sector == "GOV" and office.title != "Official" and plain


def _of_country(
    text: str, old: list[tuple[Entry, list[str]]], new: list[tuple[Entry, list[str]]], chance: random.Random
) -> dict[str, str]:
    """Old forms of a country, its people, capital and cities to the new ones."""
    found: dict[str, str] = {}
    for kind in (Kind.COUNTRY, Kind.PEOPLE, Kind.CAPITAL):
        theirs = next(
            forms
            for entry, forms in new
            if entry.kind is kind and (kind is not Kind.PEOPLE or entry.id.endswith("/people"))
        )
        for entry, forms in old:
            if entry.kind is kind:
                for form in forms:
                    plural = kind is Kind.PEOPLE and form.endswith("s") and form[:-1] in forms
                    found[form] = f"{theirs[0]}s" if plural and f"{theirs[0]}s" in theirs else theirs[0]
    cities = [entry.name for entry, _ in new if entry.kind is Kind.CITY and entry.name not in found.values()]
    chance.shuffle(cities)
    for entry, forms in old:
        if (
            entry.kind in (Kind.CITY, Kind.REGION)
            and cities
            and any(_in(text, form) and form not in found for form in forms)
        ):
            city = cities.pop()
            found |= {form: city for form in forms if form not in found}
    return found


def _of_persons(
    text: str,
    old: list[tuple[Entry, list[str]]],
    new: list[tuple[Entry, list[str]]],
    day: date | None,
    chance: random.Random,
) -> tuple[dict[str, Entry], dict[str, str]]:
    """Persons named in full in the text to others who serve the new country, in a like office where there is one."""
    serving = [entry for entry, _ in new if _serves(entry, day)]
    chance.shuffle(serving)
    persons: dict[str, Entry] = {}
    found: dict[str, str] = {}
    for entry, forms in old:
        if entry.kind is not Kind.PERSON or not serving or not _named(text, entry, forms, day):
            continue
        like = next((other for other in serving if _title(other, day) == _title(entry, day)), None)
        other = like or serving[0]
        serving.remove(other)
        persons[entry.id] = other
        family = _family(other)
        for form in forms:
            found[form] = other.name if " " in form else family
        parts = (
            {form.split()[-1] for form in forms}
            | {word for word in entry.name.split()[1:] if len(word) > 3}
            | {_family(entry)}
        )
        for part in sorted(parts - {entry.name.split()[0]} | {_family(entry)}):
            found.setdefault(part, family)
    return persons, found


def _named(text: str, entry: Entry, forms: list[str], day: date | None) -> bool:
    """Whether a text names a person in full or, in office on the day, by surname."""
    if any(" " in form and _in(text, form) for form in forms):
        return True
    office = entry.office_on(day)
    family = _family(entry)
    return office is not None and office.title not in ("Official", "Officer") and len(family) > 4 and _in(text, family)


def _family(entry: Entry) -> str:
    return next(word for word in entry.name.split() if surname(entry) in pieces(word))


def _replaced(text: str, replacements: dict[str, str], countries: dict[str, str], persons: dict[str, Entry]) -> Swap:
    used = sorted((form for form in replacements if form in text), key=lambda form: (-len(form), form))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, used))})(?!\w)") if used else re.compile(r"(?!)")
    made: list[str] = []
    changes: list[tuple[int, int, int, int]] = []
    at = length = 0
    for match in pattern.finditer(text):
        new = replacements[match.group()]
        length += match.start() - at
        made += [text[at : match.start()], new]
        changes.append((match.start(), match.end(), length, length + len(new)))
        length += len(new)
        at = match.end()
    made.append(text[at:])
    return Swap("".join(made), countries, persons, tuple(changes))
