"""The words of dates, read from the data file."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources


def lines(name: str) -> Iterator[str]:
    """The lines of a data file without comments and blank ones."""
    for line in resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@cache
def words(kind: str) -> dict[str, int]:
    """The words of a kind (month, weekday, ordinal, holiday, season), also in capitals, with their value."""
    found: dict[str, int] = {}
    for line in lines("words.tsv"):
        its_kind, value, written = line.split("\t")
        if its_kind == kind:
            for word in written.split("|"):
                found[word] = found[word.upper()] = int(value)
    return found


def alternatives(kind: str) -> str:
    """A pattern for the words of a kind, longest first."""
    return "|".join(re.escape(word) for word in sorted(words(kind), key=lambda word: (-len(word), word)))
