"""The two camps of a conflict: a state's own, and those who act against it."""

from functools import lru_cache
from typing import Final

from dateline.corroborator.reports.held import Who
from dateline.corroborator.words.wordlists import rows
from dateline_schemas import ActorKind

KEPT: Final = 1 << 16
"""Actors whose camp is remembered."""


@lru_cache(maxsize=KEPT)
def camp(who: Who) -> int | None:
    """The number of the camp that the actor is of; of none is a government, which others act for. An armed group by
    name is in the other camp than the state's forces, whatever it calls itself."""
    if who.kind == ActorKind.GOVERNMENT:
        return None
    camps = rows("camps")
    found = next((number for number, sectors in enumerate(camps) if who.sector in sectors), None)
    return len(camps) - 1 if found is None and who.kind == ActorKind.ARMED_GROUP else found


def are_in_two_camps(a: Who, b: Who) -> bool:
    """Whether both are of known camps, and not of the same."""
    return camp(a) is not None and camp(b) is not None and camp(a) != camp(b)


def are_on_two_sides(a: Who, b: Who) -> bool:
    """The same, where a government counts as the state's own: its soldiers act for it."""
    ours, theirs = (0 if who.kind == ActorKind.GOVERNMENT else camp(who) for who in (a, b))
    return ours is not None and theirs is not None and ours != theirs
