"""The word lists of the corroborator: `data/NAME.txt`, words between blanks, lines that open with `#` left out."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a list, each as its words."""
    lines = files("dateline.corroborator").joinpath(f"data/{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split()) for line in lines if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """All words of a list."""
    return frozenset(word for row in rows(name) for word in row)
