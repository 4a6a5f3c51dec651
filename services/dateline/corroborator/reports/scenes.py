"""Of which countries an article tells, and in which towns people are harmed."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from sys import intern
from typing import Final

from dateline_schemas import EventMention, EventType, Report, Span
from dateline_schemas.coded import NON_STATES

LEAD: Final = 2
"""Sentences with which an article begins: what it is about comes first, and then who else is concerned."""


def lead(mentions: Sequence[EventMention]) -> frozenset[str]:
    """The countries of the first sentences that tell of any."""
    found: dict[Span, frozenset[str]] = {}
    for mention in mentions:
        told = lands([mention])
        if told and len(found) == LEAD and mention.sentence not in found:
            break
        if told:
            found[mention.sentence] = found.get(mention.sentence, frozenset()) | told
    return one_set(tuple(sorted(frozenset().union(*found.values()))))


def lands(mentions: Iterable[EventMention]) -> frozenset[str]:
    """The countries of the mentions' places and of those who take part; who only says so may be from anywhere."""
    found: set[str] = set()
    for mention in mentions:
        if mention.place is not None and mention.place.country:
            found.add(mention.place.country)
        for party in (*mention.actors, *mention.recipients):
            if party.country and party.country not in NON_STATES:
                found.add(party.country)
    return one_set(tuple(sorted(found)))


def towns(report: Report) -> frozenset[str]:
    """The places within a country of the violence that is told; a strike or a march may be in many at once."""
    violent = (mention for mention in report.mentions if mention.type is EventType.ASSAULT)
    places = (mention.place for mention in violent if mention.place is not None)
    return one_set(tuple(sorted({place.name for place in places if not place.rule.endswith("country")})))


@lru_cache(maxsize=1 << 14)
def one_set(values: tuple[str, ...]) -> frozenset[str]:
    """One object for what many articles share."""
    return frozenset(map(intern, values))
