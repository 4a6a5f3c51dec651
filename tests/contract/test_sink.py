"""What every destination of the sink must hold to: JSON Lines files and PostgreSQL."""

import asyncio
import os
import re
import resource
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path

import asyncpg
import pytest
from tests.brokers.fixtures import new_database
from tests.unit.gateway.newsroom import event, story

from dateline.eventlog.record import Commit, Partition, Record, output_of
from dateline.eventlog.stage import Input, Unavailable, Unprocessable
from dateline.sink.jsonl import JsonLines
from dateline.sink.port import Destination
from dateline.sink.postgres import Postgres
from dateline.sink.stage import sink_stage
from dateline_schemas import EVENTS, STORIES, Event, Life, Story
from dateline_schemas.topics import retry_topic

PLACE = Partition(EVENTS.name, 1)
STORY_PLACE = Partition(STORIES.name, 1)


def inputs(values: Sequence[Event | Story], start: int = 0) -> list[Input]:
    made = []
    for offset, value in enumerate(values, start):
        topic = EVENTS if isinstance(value, Event) else STORIES
        output = output_of(topic, value, "test")
        record = Record(Partition(topic.name, 1), offset, 0, output.key, output.value, output.headers)
        made.append(Input(record, value))
    return made


class Place:
    """A destination that can be opened again, and what it holds: the newest revision by id, and all in order."""

    def __init__(self, make: Callable[[], Destination], read: Callable[[], Awaitable[list[Event | Story]]]) -> None:
        self._make = make
        self._made: list[Destination] = []
        self.read = read

    def make(self) -> Destination:
        self._made.append(self._make())
        return self._made[-1]

    async def close(self) -> None:
        for made in self._made:
            for partition in (PLACE, STORY_PLACE):
                await made.close(partition)
            if isinstance(made, Postgres):
                await made.aclose()

    async def newest(self) -> dict[str, Event | Story]:
        held: dict[str, Event | Story] = {}
        for value in await self.read():
            if value.id not in held or held[value.id].revision < value.revision:
                held[value.id] = value
        return held


@pytest.fixture(params=["jsonl", pytest.param("postgres", marks=pytest.mark.postgres)])
async def place(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Place]:
    if request.param == "jsonl":
        made = Place(lambda: JsonLines(tmp_path), lambda: lines(tmp_path))
    else:
        dsn = await new_database(request.getfixturevalue("postgres"))

        async def read() -> list[Event | Story]:
            return [*await rows(dsn, "event"), *await rows(dsn, "story")]

        made = Place(lambda: Postgres(dsn), read)
    yield made
    await made.close()


async def lines(folder: Path) -> list[Event | Story]:
    held: list[Event | Story] = []
    for path in sorted(folder.glob("*.jsonl")):
        model = Event if path.name.startswith(EVENTS.name) else Story
        held += [model.model_validate_json(line) for line in path.read_text().splitlines()]
    return held


async def rows(dsn: str, table: str) -> list[Event | Story]:
    connection = await asyncpg.connect(dsn)
    try:
        held = await connection.fetch(f"select record, is_live from dateline.{table}")
    finally:
        await connection.close()
    model = Event if table == "event" else Story
    values = [model.model_validate_json(row["record"]) for row in held]
    assert [row["is_live"] for row in held] == [value.life is Life.LIVE for value in values]
    return list(values)


@pytest.fixture
async def destination(database: str) -> AsyncIterator[Postgres]:
    made = Postgres(database)
    yield made
    await made.aclose()


@pytest.mark.postgres
async def test_postgres_ignores_a_revision_older_than_what_it_holds(database: str, destination: Postgres) -> None:
    await destination.write(PLACE, inputs([event("e1", 3), event("e1", 2), story("s1", 5)]))
    await destination.write(PLACE, inputs([event("e1", 1), story("s1", 4)], start=3))
    assert [(value.id, value.revision) for value in await rows(database, "event")] == [("e1", 3)]
    assert [(value.id, value.revision) for value in await rows(database, "story")] == [("s1", 5)]


@pytest.mark.postgres
async def test_postgres_stores_a_batch_and_its_position_together_or_not_at_all(
    database: str, destination: Postgres
) -> None:
    bad = story("s1", title="a\x00b")
    with pytest.raises(Unprocessable, match="not_storable"):
        await destination.write(PLACE, inputs([event("e1"), bad]))
    assert await rows(database, "event") == []
    await destination.write(PLACE, inputs([event("e1")], start=7))
    connection = await asyncpg.connect(database)
    position = await connection.fetchrow("select topic, partition, next_offset from dateline.position")
    await connection.close()
    assert tuple(position) == (EVENTS.name, 1, 8)


@pytest.mark.postgres
async def test_postgres_that_went_away_is_waited_for_and_connected_again(database: str, destination: Postgres) -> None:
    await destination.write(PLACE, inputs([event("e1")]))
    killer = await asyncpg.connect(database)
    await killer.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
        " where datname = current_database() and pid <> pg_backend_pid()"
    )
    await killer.close()
    with suppress(Unavailable):  # it depends on how soon the end of the connection is noticed
        await destination.write(PLACE, inputs([event("e2")], start=1))
    await destination.write(PLACE, inputs([event("e2")], start=1))
    assert {value.id for value in await rows(database, "event")} == {"e1", "e2"}


@pytest.mark.postgres
async def test_two_sinks_that_start_together_migrate_once(database: str) -> None:
    sinks = [Postgres(database) for _ in range(4)]
    async with asyncio.TaskGroup() as tasks:
        for number, sink in enumerate(sinks):
            tasks.create_task(sink.write(PLACE, inputs([event(f"e{number}")])))
    for sink in sinks:
        await sink.aclose()
    assert len(await rows(database, "event")) == 4


@pytest.mark.parametrize("hosts", ["127.0.0.1:1", "127.0.0.1:1,127.0.0.1:2"])
async def test_the_address_of_an_unreachable_postgres_is_told_without_its_password(hosts: str) -> None:
    unreachable = Postgres(f"postgresql://someone:secret@{hosts}/news?connect_timeout=3")
    with pytest.raises(Unavailable, match=f"PostgreSQL at {re.escape(hosts)}/news:") as told:
        await unreachable.open(PLACE, [])
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("password", ["sec[ret", "sec?ret", "sec/ret"])
async def test_an_address_that_cannot_be_read_is_waited_for_and_told_without_its_password(password: str) -> None:
    unreadable = Postgres(f"postgresql://someone:{password}@127.0.0.1:1/news")
    with pytest.raises(Unavailable, match="write \\[ as %5B") as told:
        await unreadable.open(PLACE, [])
    assert "sec" not in str(told.value)
    assert told.value.__suppress_context__


async def test_a_destination_that_cannot_be_written_is_told_before_any_record_comes(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for destination in (JsonLines(tmp_path / "file" / "out"), Postgres("postgresql://u:p@127.0.0.1:1/news")):
        with pytest.raises(Unavailable):
            await sink_stage(destination).handler.open(0, {})


@pytest.mark.postgres
async def test_who_is_not_let_in_by_postgres_waits(database: str) -> None:
    stranger = Postgres(database.replace("//postgres", "//nobody", 1))
    with pytest.raises(Unavailable, match="nobody"):
        await stranger.reach()


async def test_an_address_that_cannot_be_read_makes_no_dead_letter() -> None:
    with pytest.raises(Unavailable):
        await Postgres("postgresql://u:p@127.0.0.1:5432/news?port=five").write(PLACE, inputs([event("e1")]))


async def test_what_is_written_can_be_read_whole(place: Place) -> None:
    values: list[Event | Story] = [event("e1"), event("e2"), story("s1")]
    destination = place.make()
    await destination.open(PLACE, [])
    await destination.write(PLACE, inputs(values[:2]))
    await destination.open(STORY_PLACE, [])
    await destination.write(STORY_PLACE, inputs(values[2:]))
    assert await place.newest() == {value.id: value for value in values}


async def test_a_write_repeated_after_a_crash_changes_nothing(place: Place) -> None:
    first = place.make()
    await first.open(PLACE, [])
    note = await first.write(PLACE, inputs([event("e1", 1), event("e2", 1)]))
    await first.write(PLACE, inputs([event("e1", 2), event("e3", 1)], start=2))
    # The crash comes before the second commit: the note is still the first's.
    second = place.make()
    await second.open(PLACE, [note])
    await second.write(PLACE, inputs([event("e1", 2), event("e3", 1)], start=2))
    held = await place.read()
    assert len({(value.id, value.revision) for value in held}) == len(held)
    assert {(id_, value.revision) for id_, value in (await place.newest()).items()} == {("e1", 2), ("e2", 1), ("e3", 1)}


async def test_an_ended_event_is_told_as_ended(place: Place) -> None:
    destination = place.make()
    await destination.open(PLACE, [])
    await destination.write(PLACE, inputs([event("e1", 1)]))
    await destination.write(PLACE, inputs([event("e1", 2, life=Life.ENDED, heirs=("e9",))], start=1))
    ended = (await place.newest())["e1"]
    assert (ended.life, ended.heirs) == (Life.ENDED, ("e9",))


async def test_a_destination_that_is_closed_can_be_opened_again(place: Place) -> None:
    destination = place.make()
    await destination.open(PLACE, [])
    note = await destination.write(PLACE, inputs([event("e1")]))
    await destination.close(PLACE)
    await destination.open(PLACE, [note])
    await destination.write(PLACE, inputs([event("e2")], start=1))
    assert set(await place.newest()) == {"e1", "e2"}


async def test_a_file_that_is_moved_away_is_begun_anew(tmp_path: Path) -> None:
    files = JsonLines(tmp_path)
    await files.open(PLACE, [])
    await files.write(PLACE, inputs([event("e1")]))
    path = tmp_path / "events-1.jsonl"
    path.rename(tmp_path / "events-1.jsonl.1")

    note = await files.write(PLACE, inputs([event("e2")], 1))
    await files.close(PLACE)

    assert int(note.split()[0]) == path.stat().st_size
    assert [e.id for e in await lines(tmp_path)] == ["e2"]


@pytest.mark.parametrize("count", [1, 50])
async def test_a_full_disc_is_waited_for_and_leaves_no_half_of_a_line(tmp_path: Path, count: int) -> None:
    files = JsonLines(tmp_path)
    await files.open(PLACE, [])
    note = await files.write(PLACE, inputs([event("e1")]))
    batch = inputs([event(f"f{n}") for n in range(count)])
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(note.split()[0]) + 100, limits[1]))  # as a full disc: a part fits
    try:
        for _ in range(2):
            with pytest.raises(Unavailable, match="too large"):
                await files.write(PLACE, batch)
            await files.close(PLACE)
            await files.open(PLACE, [note])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert await ids(tmp_path) == ["e1"]
    await files.write(PLACE, batch)
    await files.close(PLACE)
    assert await ids(tmp_path) == ["e1", *(f"f{n}" for n in range(count))]


async def written(folder: Path, notes: Sequence[str], *batches: Sequence[Event]) -> list[str]:
    """What the batches are written with by a run that begins with these notes: the notes to commit."""
    files = JsonLines(folder)
    await files.open(PLACE, notes)
    made = [await files.write(PLACE, inputs(batch)) for batch in batches]
    await files.close(PLACE)
    return made


async def ids(folder: Path) -> list[str]:
    return [value.id for value in await lines(folder)]


async def test_a_file_that_no_commit_tells_of_is_moved_aside_whole(tmp_path: Path) -> None:
    await written(tmp_path, [], [event("e1"), event("e2"), event("e3")])
    held = (tmp_path / "events-1.jsonl").read_bytes()

    await written(tmp_path, [], [event("e2")], [event("e4")])

    assert await ids(tmp_path) == ["e2", "e4"]
    (aside,) = tmp_path.glob("events-1.jsonl.*")
    assert aside.read_bytes() == held


@pytest.mark.parametrize("kept", [1, 0.5, 0])  # all of the batch that was written, a line and a half, nothing
async def test_a_crash_before_the_first_commit_of_all_doubles_nothing(tmp_path: Path, kept: float) -> None:
    await written(tmp_path, [], [event("e1"), event("e2"), event("e3")])
    path = tmp_path / "events-1.jsonl"
    os.truncate(path, int(kept * path.stat().st_size))

    await written(tmp_path, [], [event(f"e{n}") for n in range(1, 5)])

    assert await ids(tmp_path) == ["e1", "e2", "e3", "e4"]
    assert list(tmp_path.iterdir()) == [path]


async def test_a_crash_after_a_rotation_doubles_nothing(tmp_path: Path) -> None:
    (note,) = await written(tmp_path, [], [event("e1"), event("e2")])
    path = tmp_path / "events-1.jsonl"
    path.rename(tmp_path / "events-1.jsonl.1")
    await written(tmp_path, [note], [event("e3")])

    await written(tmp_path, [note], [event("e3")])

    assert await ids(tmp_path) == ["e3"]


async def test_a_note_of_another_file_cuts_nothing(tmp_path: Path) -> None:
    (note,) = await written(tmp_path, [], [event("e1")])
    path = tmp_path / "events-1.jsonl"
    path.rename(tmp_path / "events-1.jsonl.1")
    (longer,) = await written(tmp_path, [note], [event("f1"), event("f2"), event("f3")])

    await written(tmp_path, [note, longer], [event("f4")])

    assert await ids(tmp_path) == ["f1", "f2", "f3", "f4"]


async def test_a_file_that_was_copied_with_its_folder_goes_on(tmp_path: Path) -> None:
    (note,) = await written(tmp_path / "old", [], [event("e1")])
    await written(tmp_path / "old", [note], [event("e2")])
    shutil.copytree(tmp_path / "old", tmp_path / "new")

    await written(tmp_path / "new", [note], [event("e3")])

    assert await ids(tmp_path / "new") == ["e1", "e3"]


@pytest.mark.parametrize("note", ["", "0", "²", "-1", "9" * 18, "of another client"])
async def test_a_note_that_is_none_of_a_file_cuts_nothing(tmp_path: Path, note: str) -> None:
    await written(tmp_path, [], [event("e1")])

    await written(tmp_path, [note], [event("e2")])

    assert sorted(path.read_text().count("\n") for path in tmp_path.iterdir()) == [1, 1]


async def test_a_length_alone_is_a_note_as_well(tmp_path: Path) -> None:
    """Notes had no checksum before."""
    (note,) = await written(tmp_path, [], [event("e1")])
    await written(tmp_path, [note], [event("e2")])

    await written(tmp_path, [note.split()[0]], [event("e3")])

    assert await ids(tmp_path) == ["e1", "e3"]


async def test_of_two_commits_at_one_time_the_later_line_stays(tmp_path: Path) -> None:
    first, second = await written(tmp_path, [], [event("e1")], [event("e2")])
    replayed = Partition(retry_topic(EVENTS.name, "sink"), 1)
    handler = sink_stage(JsonLines(tmp_path)).handler

    for commits in ({PLACE: first, replayed: second}, {PLACE: second, replayed: first}):
        await handler.open(1, {place: Commit(1, note, at_ms=5) for place, note in commits.items()})
        await handler.handle(1, inputs([event("e3")]))
        await handler.close(1)

        assert await ids(tmp_path) == ["e1", "e2", "e3"]
