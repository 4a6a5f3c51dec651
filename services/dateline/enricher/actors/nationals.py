"""A nation's people by what they do: "Kenyan tea pickers"."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.lexicon import Role
from dateline.enricher.actors.trades import trade
from dateline.enricher.actors.units import Unit
from dateline.enricher.gazetteer import Kind
from dateline.enricher.syntax.tree import Token

FAR: Final = 3
"""Words between a nation's adjective and the noun."""
SECTOR: Final = "CVL"


def take_nationals(tokens: Sequence[Token], found: list[Unit], at: int) -> int | None:
    """Adds the persons that the noun at a token stands for, where the last unit found says of which nation they are;
    the token behind them, null where it stands for none."""
    token, before = tokens[at], found[-1] if found else None
    if before is None or before.what != Kind.PEOPLE.value or at - before.last > FAR or token.upos != "NOUN":
        return None
    known = trade(token.text)
    between = tokens[before.last : at]
    if known is None or (token.deprel == "compound" and token.head > at) or any(not modifies(t, at) for t in between):
        return None
    first = at
    while first > before.last and tokens[first - 1].deprel == "compound":
        first -= 1
    noun = " ".join([token.text.lower() for token in tokens[first:at]] + [known[0]])
    found.append(Unit(first, at + 1, "role", role=Role(noun, SECTOR, "person", known[1])))
    return at + 1


def modifies(token: Token, noun: int) -> bool:
    """Whether a word tells more of the noun behind it."""
    return token.upos in ("ADJ", "NOUN") and token.deprel in ("amod", "compound") and token.head <= noun
