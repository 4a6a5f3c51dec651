"""The lexicons of this folder, read from its data files."""

from collections.abc import Iterator
from functools import cache
from importlib import resources

from dateline_schemas.coded import Bound


def rows(name: str) -> Iterator[list[str]]:
    """The lines of a table, cut at tabs, without comments and blank ones."""
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def numbers(kind: str) -> dict[str, float]:
    """Number words of one kind (unit, scale, vague) and their values."""
    return {word: float(value) for word, its_kind, value in rows("numbers.tsv") if its_kind == kind}


@cache
def bounds(side: str) -> dict[str, Bound]:
    """What bounds a number from that side (before, after), longest first."""
    found = [(words, Bound(bound)) for bound, its_side, words in rows("bounds.tsv") if its_side == side]
    return dict(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def measures() -> dict[str, str]:
    """Each way to write a unit of measure and the singular it stands for."""
    return {way.replace("_", " "): singular for singular, ways in rows("measures.tsv") for way in ways.split()}


@cache
def amounting() -> frozenset[str]:
    """The forms, in lower case, of verbs whose subject is what is amounted."""
    text = resources.files(__package__).joinpath("data", "amounting.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def currencies() -> tuple[dict[str, str], dict[str, str | None]]:
    """Signs, and names in lower case with their plurals, each with its ISO 4217 code.

    A name that several countries use ("pound") has the code of the line that gives it alone, or None; after a country's
    adjective ("egyptian pound") it has that country's.
    """
    signs: dict[str, str] = {}
    names: dict[str, str | None] = {}
    for line in rows("currencies.tsv"):
        code, written, alone, shared, adjectives = (*line, "", "", "")[:5]
        for name in filter(None, alone.split("|")):
            names[name] = names[_plural(name)] = None if code == "-" else code
        if code == "-":
            continue
        signs.setdefault(code, code)
        for sign in filter(None, written.split("|")):
            signs[sign] = code
        for adjective in filter(None, adjectives.split("|")):
            for name in filter(None, shared.split("|")):
                names[f"{adjective} {name}"] = names[f"{adjective} {_plural(name)}"] = code
    return signs, names


def _plural(name: str) -> str:
    first, _, rest = name.partition(" sterling")
    return first + ("s sterling" if rest or " sterling" in name else "s")
