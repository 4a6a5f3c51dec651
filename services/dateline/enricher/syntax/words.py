"""The word lists of this folder, read from its data files."""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Final


def lines(name: str) -> Iterator[str]:
    """The lines of a data file without comments and blank ones."""
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line


def word_set(name: str) -> frozenset[str]:
    """The words of a data file that has one or more a line."""
    return frozenset(word for line in lines(name) for word in line.split())


REPORTING: Final = word_set("reporting_verbs.txt")
"""Forms of verbs by which somebody says what stands beside them."""
NOT: Final = frozenset(("not", "n't", "n’t"))


@cache
def intransitive() -> frozenset[str]:
    """Verbs that are seldom done to anything, and so have no participle behind a noun."""
    return word_set("intransitive.txt")
