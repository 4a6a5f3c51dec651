"""Actor dictionaries of PETRARCH and Phoenix: heads, `+` synonyms, and codes that may be dated."""

import re
from collections.abc import Iterator
from pathlib import Path

from dateline.enricher.gazetteer.entry import Entry, Kind
from dateline.enricher.gazetteer.spelling import key

_CODE = re.compile(r"\[\s*([A-Z]{2,})\s*([<>]?)\s*(\d{6,8})?(?:\s*-\s*(\d{6,8}))?\s*\]")
_COMMENT = re.compile(r"\s*[;#].*$")

NON_STATE = {"IGO": "IGO", "NGO": "NGO", "NGM": "NGO", "IMG": "IMG", "MNC": "MNC", "UIS": "IMG", "INT": "IGO"}
"""CAMEO's international actors (manual 1.1b3, chapter 3.2) as PLOVER's."""
SECTORS = {
    "MED": "JRN",
    "HLH": "MED",
    "INS": "REB",
    "SEP": "REB",
    "DEV": "SOC",
    "ENV": "SOC",
    "HRI": "SOC",
    "MOD": "",
    "RAD": "",
}
"""CAMEO roles that PLOVER names otherwise; the rest keep their code (PLOVER manual 2.0, chapter 5)."""


def is_petrarch(path: Path) -> bool:
    """Whether a file looks like a PETRARCH dictionary: some line holds a code in brackets and no tab divides it."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            bare = _COMMENT.sub("", line).strip()
            if bare and _CODE.search(bare) and "\t" not in bare:
                return True
    return False


def petrarch_file(path: Path) -> Iterator[tuple[Entry, list[str]]]:
    """The entries of a PETRARCH dictionary file."""
    yield from parse(path.read_text(encoding="utf-8", errors="replace"))


def parse(text: str) -> Iterator[tuple[Entry, list[str]]]:
    """The entries of a dictionary: a head, its synonyms, the codes below or beside them."""
    names: list[str] = []
    codes: list[tuple[str, str, str]] = []
    for raw in text.splitlines():
        line = _COMMENT.sub("", raw).strip()
        if not line or line.startswith(("!", "<")):
            continue
        found = [_dated(*match.groups()) for match in _CODE.finditer(line)]
        name = _CODE.sub("", line).strip()
        if name and not name.startswith("+"):
            yield from _entry(names, codes)
            names, codes = [], []
        if name:
            names.extend(_readable(part) for part in name.split("+") if part.strip("_ "))
        codes.extend(found)
    yield from _entry(names, codes)


def _readable(name: str) -> str:
    return " ".join(word if len(word) < 4 and "." in word else word.title() for word in name.replace("_", " ").split())


def _dated(code: str, mark: str, start: str | None, end: str | None) -> tuple[str, str, str]:
    first, last = _day(start), _day(end)
    if mark == "<":
        first, last = "", first
    return code, first, last


def _day(digits: str | None) -> str:
    """`030101`, `20030101` -> 2003-01-01; a year of two digits up to 29 is of this century."""
    if not digits or len(digits) == 7:
        return ""
    if len(digits) == 6:
        digits = ("20" if digits < "30" else "19") + digits
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"


def country_and_sector(code: str) -> tuple[str, str]:
    """What a CAMEO actor code says in PLOVER's terms: IRNGOV -> IRN, GOV; IGOUNOHCR -> UNO, ''."""
    country, role = code[:3], code[3:6]
    if country == "IGO" and role in ("UNO", "EUR", "EEC"):
        return ("UNO" if role == "UNO" else "EUR"), SECTORS.get(code[6:9], "")
    if code.startswith("EUR"):
        country = "EUR"
    country = NON_STATE.get(country, country)
    return country, SECTORS.get(role, role)


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
