"""Whether what is listed is but a part of a longer name."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.lexicon import given_names, words
from dateline.enricher.actors.units import NAMED_BODIES, NATIONS, Unit
from dateline.enricher.gazetteer import Kind
from dateline.enricher.syntax.tree import Token

LANDS: Final = frozenset({Kind.COUNTRY, Kind.CITY, Kind.CAPITAL, Kind.REGION})
LANDSCAPES: Final = frozenset("river valley bay lake delta basin".split())
SHARED: Final = frozenset(("rivers", "valleys", "lakes"))
FARTHEST: Final = 4
"""Tokens from a name to the plural that it shares: "the San Juan and Baudó rivers"."""


def is_landscape(tokens: Sequence[Token], listed: Unit) -> bool:
    """ "The Niger Delta", "the Congo river": what is listed as a country or a town only names a river or a valley."""
    if listed.entry is None or listed.entry.kind not in LANDS:
        return False
    behind = [token.text for token in tokens[listed.last : listed.last + FARTHEST]]
    if behind[:1] != ["and"]:
        return bool(behind) and behind[0].lower() in LANDSCAPES
    small = next((text for text in behind[1:] if text.islower()), "")
    return len(behind) > 2 and behind[1] != small and small in SHARED


def ends_longer_name(tokens: Sequence[Token], at: int, listed: Unit, run_end: int) -> bool:
    """Whether the name that begins at `at`, in capitals up to `run_end`, goes on through a listed one."""
    return _ends_a_person(tokens, at, listed, run_end) or _ends_a_body(tokens, listed, run_end)


def begins_anew(joint: str, listed: Unit, run_end: int) -> bool:
    """Whether what is listed behind "and", "of", "on" or "for" is no part of the body's name before it: "the Council of
    Europe and France", unlike "the Council on American-Islamic Relations", whose capitals run on to `run_end`."""
    if listed.entry is None or joint == "and":
        return listed.entry is not None
    return listed.entry.kind in NATIONS and (joint == "of" or listed.last >= run_end)


def _ends_a_person(tokens: Sequence[Token], at: int, listed: Unit, run_end: int) -> bool:
    """Whether a country's name is the surname behind the given name at `at`: "Sinisa Mali"."""
    assert listed.entry is not None
    alone = listed.first == at + 1 and listed.last == run_end == at + 2 and listed.entry.kind is Kind.COUNTRY
    before = tokens[at - 1].text.lower() if at else ""
    return alone and before not in words("locative") and tokens[at].text.lower() in given_names()


def _ends_a_body(tokens: Sequence[Token], listed: Unit, run_end: int) -> bool:
    """ "the United Democratic Party": what is listed is the end of another body's name."""
    assert listed.entry is not None
    before = tokens[listed.first - 1]
    part = before.deprel in ("compound", "amod") and listed.first <= before.head < listed.last
    return part and before.upos in ("PROPN", "ADJ") and listed.last == run_end and listed.entry.kind in NAMED_BODIES
