"""That the order of arrival does not decide which mentions are one deed."""

from itertools import permutations
from random import Random

import pytest
from bench.told import NOW, happening, happenings

from dateline.corroborator import Memory
from dateline_schemas import Event, Life, Remembered, Report

LIKE_TO_LIKE = """== A | 2031-03-04 | Quarry
President Samuel Kiprono [a:said] the permit would end the drought. The quarry at Olvik stands idle near the river.
== B | 2031-03-04 | Quarry
President Samuel Kiprono [b:said] the permit would harm the harvest. The quarry at Olvik stands idle near the river.
== C | 2031-03-04 | Quarry
President Samuel Kiprono [c:said] the harvest would feed the ferrymen. The quarry at Olvik stands idle near the river.
== D | 2031-03-04 | Quarry
President Samuel Kiprono [d:said] the ferrymen would pay the bells. The quarry at Olvik stands idle near the river.
"""
"""Each of these is like the next."""


def grouped(memory: Memory) -> set[frozenset[str]]:
    events: dict[str, set[str]] = {}
    for mention, event in memory.events().items():
        events.setdefault(event, set()).add(mention)
    return {frozenset(mentions) for mentions in events.values()}


def after(reports: list[Report]) -> Memory:
    memory = Memory()
    for report in reports:
        memory.take(report, NOW)
    return memory


def test_mentions_that_are_each_like_the_next_are_grouped_in_one_way() -> None:
    reports = happening("quarry", LIKE_TO_LIKE).reports
    found = [grouped(after(list(order))) for order in permutations(reports)]

    assert len(found[0]) == 2
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize("seed", range(3))
def test_what_took_its_turn_again_is_told_where_it_is_now(seed: int) -> None:
    """By the newest revisions, and by the changelog."""
    reports = [report for case in happenings() for report in case.reports]
    memory, events, changelog = Memory(), dict[str, Event](), dict[str, Remembered]()
    for report in Random(seed).sample(reports, len(reports)):
        change = memory.take(report, NOW)
        events |= {event.id: event for event in change.events}
        changelog |= {record.report.article: record for record in change.remembered}
    again = Memory()
    again.rebuild(changelog.values())

    live = [event for event in events.values() if event.life is Life.LIVE]
    assert again.events() == memory.events()
    assert {mention.mention: event.id for event in live for mention in event.mentions} == memory.events()


def test_an_event_whose_first_mention_comes_last_keeps_its_id() -> None:
    first, second = happening("quarry", LIKE_TO_LIKE).reports[:2]
    memory = after([second])
    (event,) = memory.events().values()

    change = memory.take(first, NOW)

    assert set(memory.events().values()) == {event}
    assert [one.id for one in change.events] == [event]
