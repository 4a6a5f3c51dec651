"""What an office is for: a minister's "Foreign Affairs and Trade", before or behind it; a commissioner's town."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.lexicon import words
from dateline.enricher.actors.units import TOWNS, Unit, Word
from dateline.enricher.syntax.tree import Token

OFFICES: Final = ("minister", "ministry", "secretary", "department")
"""The last words of offices that a portfolio may follow or open."""
PORTFOLIO: Final = words("portfolio")
PORTFOLIOS: Final = tuple(sorted(PORTFOLIO - {"state", "general"}))
"""How an office ends that has its portfolio already: "minister of foreign affairs"."""
OF_TOWNS: Final = ("commissioner", "superintendent", "magistrate", "collector", "police officer")
"""The last words of offices that are held in a town or district."""
JOINED: Final = ("and", ",", "&")


def portfolio_end(tokens: Sequence[Token], known: Sequence[Word], start: int) -> int:
    """The token after the portfolio that begins at `start`; `start` where none does."""
    stop = start
    while stop < len(tokens) and known[stop].capital and tokens[stop].text.lower() in PORTFOLIO:
        stop += 1
        if goes_on(tokens, stop):
            stop += 1
    return stop


def goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether one more portfolio follows: "and External Trade"."""
    if at + 1 >= len(tokens) or tokens[at].text not in JOINED:
        return False
    return tokens[at + 1].text.lower() in PORTFOLIO and tokens[at + 1].text[:1].isupper()


def is_held_in(town: Unit, before: Sequence[Unit], rest: Sequence[Token]) -> bool:
    """Whether a town between an office and the name of its holder is where the office is held: "Deputy Commissioner
    Bannu Salman Khan"."""
    if town.entry is None or town.entry.kind not in TOWNS or len(rest) < 2:
        return False
    return any(u.last == town.first and u.role is not None and u.role.noun.endswith(OF_TOWNS) for u in before)
