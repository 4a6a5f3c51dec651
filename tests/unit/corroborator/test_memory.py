"""What must hold of memory whatever the wire brings."""

import json
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.corroborator.wire import VERBS, mention, report

from dateline.corroborator import CorroboratorSettings, Memory
from dateline.corroborator.memory import Change
from dateline.corroborator.reports.heirs import Heirs, living
from dateline.corroborator.reports.moves import Moves
from dateline.corroborator.state import state
from dateline_schemas import Event, Life, Realis, Remembered, Report, Story

NOW = datetime(2031, 3, 5, tzinfo=UTC)


class Sent(NamedTuple):
    """One of few articles of few happenings, in one of few versions: small, so that a failure can be read."""

    article: int
    happening: int
    revision: int
    coder: int
    outlet: int
    hours: int
    verbs: list[str]
    wording: int | None
    withdrawn: bool
    agency: bool
    beside: int | None

    def report(self) -> Report:
        return report(
            f"a{self.article}",
            self.happening,
            revision=self.revision,
            coder=f"coder-{self.coder}",
            outlet=f"outlet {self.outlet}",
            hours=self.hours,
            verbs=tuple(self.verbs),
            wording=self.wording,
            withdrawn=self.withdrawn,
            agencies=("Northwire",) if self.agency else (),
            beside=self.beside,
        )


SENT = st.builds(
    Sent,
    article=st.integers(0, 9),
    happening=st.integers(0, 3),
    revision=st.integers(1, 3),
    coder=st.integers(1, 2),
    outlet=st.integers(0, 4),
    hours=st.sampled_from([0, 5, 24, 24 * 13, 24 * 20]),
    verbs=st.lists(st.sampled_from(sorted(VERBS)), unique=True, max_size=3),
    wording=st.none() | st.integers(0, 2),
    withdrawn=st.sampled_from([False] * 9 + [True]),
    agency=st.booleans(),
    beside=st.none() | st.integers(0, 3),
)
WIRES = st.lists(SENT, max_size=40)


def on_the_wire(sent: list[Sent]) -> list[Report]:
    return [one.report() for one in sent]


class Follower:
    """Somebody who follows the views, as a sink does: newest revision of each, older ones ignored."""

    def __init__(self) -> None:
        self.stories: dict[str, Story] = {}
        self.events: dict[str, Event] = {}
        self.changelog: dict[str, Remembered] = {}

    def follow(self, memory: Memory, wire: list[Report]) -> None:
        change = memory.take_all(wire, NOW)
        for story in change.stories:
            assert story.id not in self.stories or story.revision > self.stories[story.id].revision
            self.stories[story.id] = story
        for event in change.events:
            assert event.id not in self.events or event.revision > self.events[event.id].revision
            self.events[event.id] = event
        for record in change.remembered:
            self.changelog[record.report.article] = record

    def live_stories(self) -> list[Story]:
        return [story for story in self.stories.values() if story.life is Life.LIVE]

    def live_events(self) -> list[Event]:
        return [event for event in self.events.values() if event.life is Life.LIVE]


def as_written(change: Change) -> str:
    """A change as it would go to the log."""
    records = (*change.stories, *change.events, *change.remembered)
    return json.dumps([record.model_dump(mode="json") for record in records])


@given(WIRES)
def test_a_report_taken_twice_changes_nothing(wire: list[Sent]) -> None:
    memory = Memory()
    for one in on_the_wire(wire):
        memory.take(one, NOW)

        again = memory.take(one, NOW)

        assert again == Change()


@given(WIRES, WIRES)
@settings(max_examples=150)
def test_a_rebuilt_memory_goes_on_as_the_one_that_wrote(before: list[Sent], after: list[Sent]) -> None:
    first = Memory()
    changelog = {}
    for one in on_the_wire(before):
        for record in first.take(one, NOW).remembered:
            changelog[record.report.article] = record
    second = Memory()

    second.rebuild(Remembered.model_validate_json(record.model_dump_json()) for record in changelog.values())

    for one in on_the_wire(after):
        assert as_written(first.take(one, NOW)) == as_written(second.take(one, NOW))


@given(st.lists(SENT, max_size=30), st.lists(SENT, max_size=20), st.integers(3, 8))
def test_a_rebuilt_memory_has_released_the_same(before: list[Sent], after: list[Sent], limit: int) -> None:
    kept = CorroboratorSettings(reports=limit)
    first, second = Memory(kept), Memory(kept)
    changelog = {}
    for one in on_the_wire(before):
        for record in first.take(one, NOW).remembered:
            changelog[record.report.article] = record

    second.rebuild(changelog.values())

    assert len(first) == len(second) <= limit
    for one in on_the_wire(after):
        assert as_written(first.take(one, NOW)) == as_written(second.take(one, NOW))


@given(WIRES, st.integers(1, 7))
def test_the_views_hold_each_article_and_mention_once(wire: list[Sent], batch: int) -> None:
    memory, follower = Memory(), Follower()
    for start in range(0, len(wire), batch):
        follower.follow(memory, on_the_wire(wire[start : start + batch]))
    newest: dict[str, Report] = {}
    for one in on_the_wire(wire):
        held = newest.get(one.article)
        if held is None or (held.revision, held.coder) < (one.revision, one.coder):
            newest[one.article] = one
    articles = [listed.article for story in follower.live_stories() for listed in story.articles]
    mentions = [listed.mention for event in follower.live_events() for listed in event.mentions]

    assert sorted(articles) == sorted(article for article, one in newest.items() if not one.withdrawn)
    assert sorted(mentions) == sorted(told.id for one in newest.values() for told in one.mentions)
    assert {event for story in follower.live_stories() for event in story.events} == {
        event.id for event in follower.live_events()
    }
    assert all(event.story in {story.id for story in follower.live_stories()} for event in follower.live_events())


@given(WIRES)
def test_what_ended_names_heirs_that_once_lived(wire: list[Sent]) -> None:
    memory, follower = Memory(), Follower()
    for one in on_the_wire(wire):
        follower.follow(memory, [one])

    views: list[Story | Event] = [*follower.stories.values(), *follower.events.values()]
    for ended in views:
        if ended.life is Life.ENDED:
            assert ended.id not in ended.heirs
            assert all(heir in follower.stories or heir in follower.events for heir in ended.heirs)


@given(WIRES)
def test_a_batch_ends_where_its_reports_one_by_one_end(wire: list[Sent]) -> None:
    one_by_one, at_once = Follower(), Follower()
    memory = Memory()
    for one in on_the_wire(wire):
        one_by_one.follow(memory, [one])

    at_once.follow(Memory(), on_the_wire(wire))

    assert one_by_one.changelog == at_once.changelog
    assert {story.id: story for story in one_by_one.live_stories()} == {s.id: s for s in at_once.live_stories()}
    assert {event.id: event for event in one_by_one.live_events()} == {e.id: e for e in at_once.live_events()}


def test_the_sequence_only_counts_up() -> None:
    memory = Memory()
    wire = [report(f"a{i}", i % 2, hours=i) for i in range(6)]

    sequences = [memory.take(one, NOW).remembered[0].sequence for one in wire]

    assert all(a < b for a, b in pairwise(sequences))


def drawn(draw: Random, count: int) -> list[Sent]:
    """A longer wire than hypothesis makes: few articles, many happenings that run into each other, many versions."""
    return [
        Sent(
            article=draw.randrange(count // 3),
            happening=draw.randrange(6),
            revision=draw.randint(1, 9),
            coder=draw.randint(1, 2),
            outlet=draw.randrange(5),
            hours=draw.choice([0, 5, 24, 24 * 6, 24 * 13, 24 * 20]),
            verbs=draw.sample(sorted(VERBS), draw.randint(0, 3)),
            wording=draw.choice([None, 0, 1, 2]),
            withdrawn=draw.random() < 0.05,
            agency=draw.random() < 0.3,
            beside=draw.choice([None, None, 0, 1, 2, 3]),
        )
        for _ in range(count)
    ]


@pytest.mark.usefixtures("uncompiled")
@pytest.mark.parametrize(("seed", "limit"), [(42, 1000), (116, 1000), (1, 15), (2, 15), (3, 15)])
def test_a_rebuilt_memory_has_each_article_where_it_was(seed: int, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """In 42 and 116 a report that merged two stories is sent anew after the heir has been merged away."""
    monkeypatch.setattr(state, "SPARE", -1)
    kept = CorroboratorSettings(reports=limit)
    wire = on_the_wire(drawn(Random(seed), 60))
    for end in range(10, len(wire) + 1, 10):
        first, second, follower = Memory(kept), Memory(kept), Follower()
        for one in wire[:end]:
            follower.follow(first, [one])

        second.rebuild(follower.changelog.values())

        assert second.stories() == first.stories()
        for one in wire[end:]:
            assert as_written(first.take(one, NOW)) == as_written(second.take(one, NOW))


def coded_anew(draw: Random, count: int) -> list[Report]:
    """A wire in which a newer version of an article has mentions of the same ids, as a newer coder gives them."""
    versions: Counter[str] = Counter()
    wire = []
    for _ in range(count):
        article, happening = f"a{draw.randrange(40)}", draw.randrange(6)
        versions[article] += 1
        told = {
            each.id: each
            for place in range(draw.randint(1, 4))
            for each in [
                mention(
                    article,
                    1,
                    draw.choice((happening, happening, happening, draw.randrange(6))),
                    draw.choice(("visited", "criticised", "bombed")),
                    place,
                    realis=draw.choice(list(Realis)),
                )
            ]
        }
        wire.append(
            report(
                article,
                happening,
                coder=f"coder-{versions[article]:03}",
                mentions=tuple(told.values()),
                hours=draw.random() * 60,
                beside=draw.randrange(6) if draw.random() < 0.4 else None,
                wording=draw.choice((None, None, happening)),
                withdrawn=draw.random() < 0.12,
            )
        )
    return wire


@pytest.mark.parametrize("seed", [1, 2, 53])
def test_an_id_is_not_given_again_by_the_report_that_ends_it(seed: int) -> None:
    """In 53 a report merges the event that an older version of it began, and then tells the same mention alone."""
    first, follower = Memory(), Follower()
    for one in coded_anew(Random(seed), 60):
        follower.follow(first, [one])
        second = Memory()
        second.rebuild(follower.changelog.values())
        assert second.events() == first.events()


def test_what_released_articles_named_is_dropped_with_the_last_heir() -> None:
    heirs, alive = Heirs(), {"heir"}

    def goes_on(name: str) -> bool:
        return bool(living(name, heirs.of, alive.__contains__))

    heirs.name({"gone": ("between",)})
    heirs.release("a", {"gone": ("between",)})
    heirs.name({"between": ("heir",)})

    heirs.forget_released(goes_on)
    assert heirs.released == 1
    alive.clear()
    heirs.forget_released(goes_on)

    assert heirs.released == 0
    assert not heirs.is_named("gone")
    assert heirs.take_up("a") == {}


def test_moves_of_released_articles_are_dropped_with_the_story_that_they_left() -> None:
    moves, alive = Moves(), {"left"}
    moves.add("mover", "a", "left")
    moves.add("other mover", "a", "second")
    moves.release("a", "third")

    assert moves.by("other mover", alive.__contains__) == ["a"]
    assert moves.last_story("a") == "third"
    moves.forget_released(alive.__contains__)
    assert moves.released == 1
    alive.clear()

    assert moves.by("other mover", alive.__contains__) == []
    moves.forget_released(alive.__contains__)
    assert moves.released == 0


@given(WIRES, st.integers(1, 5))
def test_stories_that_rest_at_once_are_told_as_those_that_stay_awake(wire: list[Sent], batch: int) -> None:
    reports = on_the_wire(wire)
    rested, awake = Memory(), Memory()
    for start in range(0, len(reports), batch):
        part = reports[start : start + batch]
        rested._state.touch(list(rested._state.tales), rested._sequence)
        rested._state.touch((), rested._sequence + state.AWAKE + 1)

        assert all(isinstance(held.kept, bytes) for held in rested._state.articles.values() if held.kept)
        assert as_written(rested.take_all(part, NOW)) == as_written(awake.take_all(part, NOW))


@pytest.mark.usefixtures("uncompiled")
def test_what_nothing_came_to_for_long_rests_and_what_is_touched_stays_awake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "AWAKE", 3)
    memory = Memory()
    for number in range(8):
        memory.take(report(f"a{number}", 1 if number % 2 else number), NOW)

    resting = {article for article, held in memory._state.articles.items() if isinstance(held.kept, bytes)}

    assert resting == {"a0", "a2"}
    assert memory._state.articles["a2"].tellings[0].quote


def test_a_memory_that_was_rebuilt_rests() -> None:
    first, second = Memory(), Memory()
    records = [record for i in range(6) for record in first.take(report(f"a{i}", i % 2, hours=i), NOW).remembered]

    second.rebuild(records)

    assert all(isinstance(held.kept, bytes) for held in second._state.articles.values())
