"""Whether two meetings or journeys are one: who took part decides, whatever the word for it."""

from functools import lru_cache
from typing import Final

from dateline.corroborator.deeds.codes import are_of_one_word
from dateline.corroborator.reports.held import AT_HAND, Telling, Who
from dateline.corroborator.reports.names import likeness
from dateline.corroborator.words.overlap import Weights, in_common
from dateline_schemas import EventType

JOURNEY: Final = "042"
CALL: Final = "041"
"""CAMEO's codes: to make a visit, to speak by telephone. The others are ways to tell that some sit together."""
BASE: Final = -1.5
SAME_WORD, OTHER_WORD = 0.5, -0.5
OTHER_WAY: Final = -4.0
ALL_MET, ONE_MET, NOT_MET = 3.5, 1.8, -4.0
"""Where all of the smaller party are of the other: two or more of them, or one."""
TWO_SIDES: Final = 0.6
"""Where each names but one, of two countries: these may be the two who met, or the traveller and where he went."""
CONTENT: Final = 3.0


def is_occasion(telling: Telling) -> bool:
    return telling.type is EventType.CONSULT and telling.confidence > 0


def one_occasion(a: Telling, b: Telling, weights: Weights) -> float:
    """What the way of meeting and those who took part say for one occasion, in log-odds."""
    found = BASE + CONTENT * in_common(a.content, b.content, weights)
    found += SAME_WORD if are_of_one_word(a, b) else OTHER_WORD
    if way(a) != way(b):
        found += OTHER_WAY
    return found + parties(taking_part(a), taking_part(b))


def parties(some: list[Who], others: list[Who]) -> float:
    """What it tells who took part."""
    if not some or not others:
        return 0.0
    few, many = sorted((some, others), key=len)
    met = least_met(few, many)
    if met:
        return met * (ALL_MET if len(few) > 1 else ONE_MET)
    return NOT_MET if len(many) > 1 or few[0].country == many[0].country else TWO_SIDES


def least_met(few: list[Who], many: list[Who]) -> float:
    """How well the worst matched of the few is matched, each by another of the many: the likeliest pair first."""
    pairs = sorted(
        ((-likeness(a, b), i, j) for i, a in enumerate(few) for j, b in enumerate(many)),
    )
    met: dict[int, float] = {}
    taken: set[int] = set()
    for likely, i, j in pairs:
        if likely and i not in met and j not in taken:
            met[i] = -likely
            taken.add(j)
    return min(met.values()) if len(met) == len(few) else 0.0


def way(telling: Telling) -> str:
    """How they met: by a journey, by telephone, else in one place, as who calls on somebody does; a press conference is
    another thing."""
    if "_" in telling.stem:
        return telling.stem
    if telling.cameo == JOURNEY and any(who.kind == "person" for who in telling.recipients):
        return ""
    return telling.cameo if telling.cameo in (JOURNEY, CALL) else ""


@lru_cache(maxsize=AT_HAND)
def taking_part(telling: Telling) -> list[Who]:
    """Those known by country who took part, by name where any of their state is named: neither the state, nor the
    delegation beside its leader; of a state whose leader tells of the meeting, the leader."""
    teller = telling.speaker
    actors, recipients = (
        [who for who in parties if who.country is not None] for parties in (telling.actors, telling.recipients)
    )
    for side in (actors, recipients):
        if teller is not None and teller.kind == "person" and any(speaks_for(teller, who) for who in side):
            side.append(teller)
    named = {who.country for who in actors + recipients if who.kind == "person"}
    found = [
        who
        for side in (actors, recipients)
        for who in side
        if who.kind == "person"
        or who.country not in named
        or not (who.kind == "government" or any(one.kind == "person" and one.country == who.country for one in side))
    ]
    return list(dict.fromkeys(found))


def speaks_for(person: Who, body: Who) -> bool:
    return body.kind == "government" and (person.country, person.sector) == (body.country, body.sector)
