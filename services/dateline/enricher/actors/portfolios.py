"""What ministers are for: "Foreign Affairs and Trade", before or behind the office."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.lexicon import words
from dateline.enricher.actors.units import Word
from dateline.enricher.syntax.tree import Token

OFFICES: Final = ("minister", "ministry", "secretary", "department")
"""The last words of offices that a portfolio may follow or open."""
PORTFOLIO: Final = words("portfolio")
PORTFOLIOS: Final = tuple(sorted(PORTFOLIO - {"state", "general"}))
"""How an office ends that has its portfolio already: "minister of foreign affairs"."""
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
