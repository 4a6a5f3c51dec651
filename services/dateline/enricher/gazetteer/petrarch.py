"""Actor dictionaries of PETRARCH and Phoenix: heads, `+` synonyms, and codes that may be dated."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.enricher.gazetteer.entry import Entry, Kind
from dateline.enricher.gazetteer.files import BadGazetteer
from dateline.enricher.gazetteer.spelling import key
from dateline_schemas import coded

_CODE: Final = re.compile(r"\[\s*([A-Z][A-Z0-9]+)\s*([<>]?)\s*(\d+)?(?:\s*-\s*(\d+))?\s*\]")
_NO_CODE: Final = re.compile(r"\[\s*-*\s*\]")
_BRACKET: Final = re.compile(r"\[[^\]]+\]?")
_COMMENT: Final = re.compile(r"\s*[;#].*$")

NON_STATE: Final = {"IGO": "IGO", "NGO": "NGO", "NGM": "NGO", "IMG": "IMG", "MNC": "MNC", "UIS": "IMG", "INT": "IGO"}
"""CAMEO's international actors (manual 1.1b3, chapter 3.2) as PLOVER's."""
SECTORS: Final = {
    "MED": "JRN",
    "HLH": "MED",
    "INS": "REB",
    "SEP": "REB",
    "DEV": "SOC",
    "ENV": "SOC",
    "HRI": "SOC",
}
"""CAMEO roles that PLOVER names otherwise; the rest keep their code (PLOVER manual 2.0, chapter 5)."""
ROLES: Final = coded.SECTORS | frozenset(SECTORS)
"""What may stand in a code as a role; other groups of three letters are religions, peoples and bodies."""


def is_petrarch(text: str) -> bool:
    """Whether a file looks like a PETRARCH dictionary: some line holds brackets and no tab between words."""
    return any(_BRACKET.search(bare) and "\t" not in bare for line in text.splitlines() if (bare := _bare(line)))


def parse(file: str, text: str) -> Iterator[tuple[Entry, list[str]]]:
    """The entries of a dictionary: a head, its synonyms, the codes below or beside them.

    As in the dictionaries that are about: heads without a code of their own share the next one, `[---]` is none, and
    a date that is none leaves the term open. Raises BadGazetteer for any other line.
    """
    names: list[str] = []
    codes: list[tuple[str, str, str]] = []
    is_coded = False
    for number, raw in enumerate(text.splitlines(), 1):
        line = _bare(raw)
        if not line or line.startswith(("!", "<")):
            continue
        if "[~" in line:
            raise BadGazetteer(
                f"{file}:{number}: {line[:60]!r} is a role, not an actor; give dictionaries of actors only"
            )
        found = [_dated(*match.groups()) for match in _CODE.finditer(line)]
        name = _NO_CODE.sub("", _CODE.sub("", line)).strip()
        if odd := _BRACKET.search(name):
            raise BadGazetteer(
                f"{file}:{number}: {odd.group()[:60]!r} is no code of an actor; write [KENGOV], "
                "or [KENGOV 20030101-20051231] where it is dated"
            )
        if name and not name.startswith("+") and is_coded:
            yield from _entry(names, codes)
            names, codes, is_coded = [], [], False
        if name:
            names.extend(_readable(part) for part in name.split("+") if part.strip("_ "))
        elif found and not names:
            raise BadGazetteer(f"{file}:{number}: a code without a name; write the name on a line above it")
        codes.extend(found)
        is_coded = is_coded or "[" in line
    yield from _entry(names, codes)


def _bare(line: str) -> str:
    return _COMMENT.sub("", line).strip()


def _readable(name: str) -> str:
    words = name.replace("_", " ").replace("]", " ").split()
    return " ".join(word if len(word) < 4 and "." in word else word.title() for word in words)


def _dated(code: str, mark: str, start: str | None, end: str | None) -> tuple[str, str, str]:
    first, last = _day(start), _day(end)
    if mark == "<":
        first, last = "", first
    return code, first, last


def _day(digits: str | None) -> str:
    """`030101`, `20030101` -> 2003-01-01; a year of two digits up to 29 is of this century."""
    if not digits or len(digits) not in (6, 8):
        return ""
    if len(digits) == 6:
        digits = ("20" if digits < "30" else "19") + digits
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"


def country_and_sector(code: str) -> tuple[str, str]:
    """What a CAMEO actor code says in PLOVER's terms: IRNGOV -> IRN, GOV; IGOUNOHCR -> UNO, ''."""
    country, *groups = (code[at : at + 3] for at in range(0, len(code), 3))
    if country == "IGO" and groups[:1] in (["UNO"], ["EUR"], ["EEC"]):
        country = "UNO" if groups[0] == "UNO" else "EUR"
    role = next((group for group in groups if group in ROLES), "")
    return NON_STATE.get(country, country), SECTORS.get(role, role)


def _entry(names: list[str], codes: list[tuple[str, str, str]]) -> Iterator[tuple[Entry, list[str]]]:
    if not names or not codes:
        return
    country, sector = country_and_sector(codes[0][0])
    terms = []
    for code, start, end in codes:
        role = country_and_sector(code)[1]
        if role and (start or end):
            terms.append(f"{role} [{role}] {start}..{end}")
    kind = Kind.PERSON if terms else Kind.COUNTRY if country and not sector and country.isalpha() else Kind.ORGANISATION
    if sector in ("REB", "UAF", "PRM") and not terms:
        kind = Kind.ARMED_GROUP
    if kind is Kind.COUNTRY and country in {*NON_STATE.values(), "UNO", "EUR"}:
        kind = Kind.ORGANISATION
    if not terms and kind is Kind.COUNTRY:
        sector = "GOV"
    name = names[0]
    yield (
        Entry(
            f"{country}/{kind.value}/{key(name).replace(' ', '-')}"[:200], name, kind, country, sector, "; ".join(terms)
        ),
        names,
    )
