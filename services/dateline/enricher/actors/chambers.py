"""The houses of parliaments that are called by a bare word: "the House", "Congress"."""

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from dateline.enricher.actors.lexicon import Role, rows
from dateline.enricher.actors.units import Unit
from dateline.enricher.syntax.tree import Token

BUILDINGS: Final = frozenset({"house", "commons", "lords"})
"""Those that mean something else without a capital."""
NATIONAL: Final = ("country", "people")


class Chamber(NamedTuple):
    """Whose a house is where the article names no state that has one, and which states do."""

    whose: str
    states: frozenset[str]


def chamber(tokens: Sequence[Token], at: int, end: int, before: Sequence[Unit]) -> Unit | None:
    """ "The House passed the bill", "the US House": what a lone word with a capital means behind "the" or a nation.
    `before` are the units of the sentence before it."""
    word = tokens[at].text.lower()
    if end - at > 1 or word not in BUILDINGS or at == 0:
        return None
    of_a_nation = any(unit.last == at and unit.what in NATIONAL for unit in before[-1:])
    if not of_a_nation and tokens[at - 1].text not in ("the", "The"):
        return None
    return Unit(at, end, "role", role=Role(word, "LEG", "body", plural=False))


def home_of(name: str, country: str) -> str:
    """Whose a body is that an article on a country calls by that name: Iran has no Congress."""
    known = _chambers().get(name)
    return country if known is None or country in known.states else known.whose


@cache
def _chambers() -> dict[str, Chamber]:
    return {word: Chamber(whose, frozenset(states.split())) for word, whose, states in rows("chambers.tsv")}
