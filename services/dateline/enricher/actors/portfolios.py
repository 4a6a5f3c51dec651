"""What ministers are for: "Foreign Affairs and Trade", before or behind the office."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.lexicon import words
from dateline.enricher.actors.units import Word
from dateline.enricher.syntax.tree import Token

OFFICES: Final = ("minister", "ministry", "secretary", "department")
"""The last words of offices that a portfolio may follow or open."""
PORTFOLIO: Final = words("portfolio")
JOINED: Final = ("and", ",", "&")


def portfolio_end(tokens: Sequence[Token], known: Sequence[Word], start: int) -> int:
    """The token after the portfolio that begins at `start`; `start` where none does."""
    stop = start
    while stop < len(tokens) and known[stop].capital and tokens[stop].text.lower() in PORTFOLIO:
        stop += 1
        following = tokens[stop + 1].text.lower() if stop + 1 < len(tokens) else ""
        if following in PORTFOLIO and tokens[stop].text in JOINED:
            stop += 1
    return stop
