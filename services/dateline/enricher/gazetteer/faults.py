"""What is wrong with a line of a user's own file, and how it should be; an empty string where it is right."""

import re
from collections.abc import Container, Sequence
from datetime import date
from typing import Final

from dateline.enricher.gazetteer.entry import Office
from dateline.enricher.gazetteer.spelling import key
from dateline_schemas.coded import NON_STATES, SECTORS

_CODE: Final = re.compile(r"(?:[A-Z]{3})?")  # of a country or a sector
_WITH_SECTOR: Final = frozenset({"peoples", "organisations", "parties", "armed_groups", "groups", "companies", "media"})
_LOCATED: Final = frozenset({"cities", "regions"})


def fault_in_cells(what: str, cells: Sequence[str], countries: Container[str]) -> str:
    """Of the cells of a line of a file of this kind, where `countries` are the codes of states that there are."""
    if len(cells) < 2:
        return "one column only; columns are divided by tabs, and spaces are no tabs"
    if not _CODE.fullmatch(cells[0]):
        return f"the first column is the country: three capitals such as KEN or IGO, or nothing; not {cells[0][:40]!r}"
    # A file of countries is where one is added.
    if what != "countries" and cells[0] and cells[0] not in countries and cells[0] not in NON_STATES:
        return (
            f"{cells[0]} is neither a country (ISO 3166 alpha-3, a dependency being under its state) nor one of "
            f"PLOVER's {', '.join(sorted(NON_STATES))}; a file countries-of-ours.tsv before this one may add it"
        )
    if what in _WITH_SECTOR and not _CODE.fullmatch(cells[1]):
        return f"the second column is the sector: three capitals such as GOV, or nothing; not {cells[1][:40]!r}"
    if what in _WITH_SECTOR and (fault := _fault_in_sector(cells[1])):
        return fault
    name = cells[2] if what in _WITH_SECTOR and len(cells) > 2 else "" if what in _WITH_SECTOR else cells[1]
    if not key(name):
        return "the column of the name is empty"
    return _fault_in_place(*[*cells, "", "", "", ""][3:6]) if what in _LOCATED else ""


def fault_in_offices(offices: Sequence[Office]) -> str:
    """Of the terms in office, or of the sectors by time."""
    for office in offices:
        for day in filter(None, (office.start, office.end)):
            try:
                date.fromisoformat(day + "-01-01"[len(day) - 4 :])
            except ValueError:
                return f"office {office.title!r}: there is no {day}; write a day as 2020-01-31, a month as 2020-01"
        if office.end and office.start[: len(office.end)] > office.end:
            return f"office {office.title!r}: it ends ({office.end}) before it begins ({office.start})"
        if fault := _fault_in_sector(office.sector):
            return f"office {office.title!r}: {fault}"
    return ""


def _fault_in_sector(sector: str) -> str:
    return (
        f"{sector[:40]} is no sector of PLOVER's {', '.join(sorted(SECTORS))}" if sector not in {"", *SECTORS} else ""
    )


def _fault_in_place(latitude: str, longitude: str, sector: str) -> str:
    columns = (("fourth", "latitude", latitude, 90), ("fifth", "longitude", longitude, 180))
    for column, name, cell, most in columns if latitude or longitude else ():
        try:
            is_right = -most <= float(cell) <= most
        except ValueError:
            is_right = False
        if not is_right:
            return f"the {column} column is the {name}: degrees from -{most} to {most}, as -0.5; not {cell[:40]!r}"
    return _fault_in_sector(sector)
