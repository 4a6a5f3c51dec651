"""Outlets by name: one that is spelled in several ways is one."""

from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=1 << 14)
def folded(name: str) -> str:
    """The name without capitals and double blanks."""
    return " ".join(name.casefold().split())


def each_once(names: Iterable[str]) -> tuple[str, ...]:
    """The outlets in their order, each as it is spelled first."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(folded(name), name)
    return tuple(found.values())


def different(names: Iterable[str]) -> int:
    """How many outlets the names are of."""
    return len({folded(name) for name in names})
