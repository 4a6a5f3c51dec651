"""The words in which deeds and amounts are told, as the terminal and the gateway's page both read them.

`phrases.json` has for each type, and for each type and mode or CAMEO code, the infinitive, the past tense, and the
preposition that whom it is done to stands after; where that is none, then the two forms for a deed that is told without
whom it is done to. `plurals.json` has plurals that no rule makes, and nouns that have none. `words.json` has what
stands before an amount by its bound, nouns that others end with (fireman, schoolchild), what stands before a deed by
its realis, and the types that say by themselves that something is planned or possible (PLOVER 2.0, section 2.3).
"""

import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

FILES: tuple[Traversable, ...] = tuple(
    files("dateline.telling") / name for name in ("phrases.json", "plurals.json", "words.json")
)


@cache
def phrases() -> dict[str, list[str]]:
    """By type, and by type and mode or CAMEO code."""
    return _table("phrases.json")


@cache
def plurals() -> dict[str, str]:
    """By noun."""
    return _table("plurals.json")


@cache
def words() -> dict[str, Any]:
    """By what they are for."""
    return _table("words.json")


def _table(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((files("dateline.telling") / name).read_text(encoding="utf-8"))
    return found
