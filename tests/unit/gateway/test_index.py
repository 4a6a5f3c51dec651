"""The index: filled from where it stands, rebuilt at any time to the same, kept within retention."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.brokers.waiting import until
from tests.unit.gateway.newsroom import article, ended, event, output, story
from tests.unit.gateway.serving import LIMIT_SECONDS, Absent, Serving, embedded, serving

from dateline.eventlog.dead import exhume, replay
from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.record import Partition, Record
from dateline.eventlog.stage import StageBroken
from dateline.eventlog.unexpected import UNEXPECTED_LIMIT
from dateline.gateway import GROUP, GatewayError, tables
from dateline.gateway.following import Following
from dateline.gateway.index import Index
from dateline.gateway.kinds import EVENT
from dateline.gateway.tables import APPLICATION_ID, VERSION, connect
from dateline_schemas import Event, EventType
from dateline_schemas.topics import dead_topic

EVENTS_0 = Partition("events", 0)


async def views(served: Serving) -> dict[str, Any]:
    """What a reader can see."""
    pages = ("/events?limit=500", "/events?live=1", "/events?latest=9", "/stories?live=1", "/articles?limit=500")
    return {path: await served.get(path) for path in pages}


async def letters(log: EmbeddedLog) -> list[Record]:
    return await log.read_after(Partition(dead_topic("events", GROUP), 0), 0, 100)


async def test_a_rebuilt_index_gives_the_same(log: EmbeddedLog, tmp_path: Path) -> None:
    index = tmp_path / "index.sqlite"
    async with serving(log, index) as served:
        await served.publish(
            *[event(f"e{n % 7}", 1 + n // 7) for n in range(30)],
            ended("e3", 9),
            story(),
            article("a1"),
            article("a1", 2),
        )
        await served.until_held(ended("e3", 9), story(), article("a1", 2))
        before = await views(served)

    async with serving(log, index) as served:
        assert await views(served) == before
    for path in tmp_path.glob("index.sqlite*"):
        path.unlink()
    async with serving(log, index) as served:
        assert await views(served) == before


@pytest.mark.parametrize("application_id", [APPLICATION_ID, 0])  # an index had none before
async def test_an_index_of_another_version_is_made_anew(log: EmbeddedLog, tmp_path: Path, application_id: int) -> None:
    await log.append([output(event("e1"))])
    index = tmp_path / "index.sqlite"
    connection = connect(index, write=True)
    connection.execute(f"pragma user_version = {VERSION + 1}")
    connection.execute(f"pragma application_id = {application_id}")
    connection.execute("alter table entry drop column value")
    connection.close()

    async with serving(log, index) as served:
        await served.get("/events/e1")


@pytest.mark.parametrize("size", [1, 5000])
async def test_a_file_that_is_no_index_is_named_and_left_as_it_is(log: EmbeddedLog, tmp_path: Path, size: int) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_bytes(b"x" * size)
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as other:
        other.execute("create table entry (note text)")
    for path in (notes, tmp_path / "other.sqlite", tmp_path / "log" / "log.sqlite"):
        held = path.read_bytes()
        with pytest.raises(GatewayError, match=f"{path}: something else stands there.*DATELINE_GATEWAY_INDEX"):
            async with serving(log, path):
                pass
        assert path.read_bytes() == held


async def test_an_index_that_another_holds_is_not_made_anew(
    log: EmbeddedLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "BUSY_WAIT_SECONDS", 0.01)
    index = tmp_path / "index.sqlite"
    connect(index, write=True).close()
    held = index.stat().st_ino
    with closing(sqlite3.connect(index)) as other:
        other.execute("pragma locking_mode = exclusive")
        other.execute("pragma user_version = 1")
        with pytest.raises(GatewayError, match="locked"):
            async with serving(log, index):
                pass
    assert index.stat().st_ino == held


async def test_an_index_of_another_log_is_emptied(tmp_path: Path) -> None:
    index = tmp_path / "index.sqlite"
    async with embedded(tmp_path / "one") as one, serving(one, index) as served:
        await served.publish(event("e1"), event("e2"))
        await served.until_held(event("e2"))

    async with embedded(tmp_path / "other") as other, serving(other, index) as served:
        await served.publish(event("e3"))
        await served.until_held(event("e3"))

        assert [item["id"] for item in (await served.get("/events"))["items"]] == ["e3"]


async def test_what_the_log_has_swept_is_still_there_by_its_newest_revision(log: EmbeddedLog, tmp_path: Path) -> None:
    await log.append([output(event("e1", 1)), output(event("e1", 2)), output(event("e2", 1))])
    assert await log.sweep() == 1

    async with serving(log, tmp_path / "i.sqlite") as served:
        page = await served.get("/events")

    assert [(item["id"], item["revision"]) for item in page["items"]] == [("e1", 2), ("e2", 1)]


async def test_a_record_whose_earlier_revisions_the_log_has_swept_is_told_to_have_left(
    log: EmbeddedLog, tmp_path: Path
) -> None:
    """They may have fitted the filter, and who was told of them must hear of it."""
    await log.append([output(event("e1", 1)), output(event("e1", 2, type_=EventType.AID))])
    await log.append([output(event("e2", 1, type_=EventType.AID))])
    assert await log.sweep() == 1

    async with serving(log, tmp_path / "i.sqlite") as served:
        page = await served.get("/events?type=CONSULT&since=1d")

    assert (page["items"], page["left"]) == ([], [{"id": "e1", "revision": 2}])


async def test_the_sweep_deletes_what_is_past_retention_step_by_step(served: Serving) -> None:
    published = [event(f"e{n}") for n in range(1100)]  # more than two steps
    await served.publish(*published, article("a1"))
    await served.until_held(article("a1"))
    async with served.stream("events?since=1d") as stream:
        await stream.ids(1100)

    assert await served.gateway.sweep(now_ms=0) == 0
    assert await served.gateway.sweep(now_ms=2**52) == 1101
    await served.get("/events/e5", expected=404)
    assert (await served.get("/events"))["items"] == []


async def test_a_bad_record_is_a_dead_letter_once_and_the_others_go_on(log: EmbeddedLog, tmp_path: Path) -> None:
    good = output(event("e1"))
    bad = [
        replace(good, value=None),
        replace(good, value=b"{"),
        replace(good, value=b'{"id": 7}'),
        replace(good, key=b"other"),
        replace(good, headers=()),
        replace(good, value=b"[" * 100_000),
        replace(good, value=(good.value or b"").replace(b'"intensity":4.0', b'"intensity":NaN')),
        replace(good, value=(good.value or b"").replace(b'"revision":1', b'"revision":9223372036854775808', 1)),
        replace(good, headers=tuple((n, c + "²".encode() if n == "ce_type" else c) for n, c in good.headers)),
        replace(good, value=b"{", headers=(*good.headers, ("dateline_dead_attempts", b"x"))),
    ]
    await log.append([*bad, good])

    for name in ("one.sqlite", "two.sqlite"):  # the second index is a replica, or the first made anew
        async with serving(log, tmp_path / name) as served:
            await served.get("/events/e1")
    found = [exhume(record) for record in await letters(log)]

    assert [letter.cause for letter in found] == [
        "tombstone",
        "not_json",
        "wrong_schema",
        "wrong_key",
        "missing_header",
        "not_json",
        "wrong_schema",
        "not_storable",
        "unknown_type",
        "not_json",
    ]
    assert [(letter.origin, letter.origin_offset) for letter in found] == [(EVENTS_0, offset) for offset in range(10)]
    assert [letter.record.value for letter in found] == [record.value for record in bad]


def version_or_fault(event: Event) -> tuple[int, str]:
    if event.id.startswith("bug"):
        raise ZeroDivisionError(event.id)
    return event.revision, ""


@asynccontextmanager
async def followed(log: EmbeddedLog, index: Path) -> AsyncIterator[tuple[Following, Index, asyncio.Task[None]]]:
    """The log's events as they go into an index by a gateway that fails at some of them."""
    async with Index(index) as held:
        following = Following(replace(EVENT, version=version_or_fault), log, held, set())
        running = asyncio.create_task(following.run())
        yield following, held, running
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


@pytest.mark.parametrize("names", [["e1", "bug1", "e2", "bug2", "e3"], ["e1", "bug1", "bug2"]])
async def test_a_record_that_fails_unexpectedly_is_buried_and_the_others_go_on(
    log: EmbeddedLog, tmp_path: Path, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.gateway.following.LOOK_UP_SECONDS", 0.01)
    async with followed(log, tmp_path / "i.sqlite") as (following, index, running):
        await log.append([output(event(name)) for name in names])

        async def is_through() -> bool:
            assert not running.done(), running.exception()
            return (await index.read(lambda tables: tables.positions(EVENT))).get(EVENTS_0) == len(names)

        await until(is_through, "all are read", LIMIT_SECONDS)
        page = await index.onwards(EVENT, {}, 100, None)

    assert [item.id for item in page.items] == [name for name in names if name.startswith("e")]
    found = [exhume(record) for record in await letters(log)]
    assert [(letter.cause, letter.detail) for letter in found] == [
        ("unexpected", f"ZeroDivisionError('{name}')") for name in names if name.startswith("bug")
    ]
    assert following.outcomes["dead:unexpected"] == 2
    assert following.outcomes.total() == len(names)


async def test_twenty_that_fail_in_a_row_are_a_fault_of_ours(log: EmbeddedLog, tmp_path: Path) -> None:
    await log.append([output(event(name)) for name in ("e1", *(f"bug{n}" for n in range(UNEXPECTED_LIMIT)), "e2")])
    async with followed(log, tmp_path / "i.sqlite") as (_, index, running):
        with pytest.raises(StageBroken, match="20 unexpected errors in a row"):
            await asyncio.wait_for(running, LIMIT_SECONDS)

        assert (await index.read(lambda tables: tables.positions(EVENT)))[EVENTS_0] == 1
    assert await letters(log) == []


async def test_a_replayed_dead_letter_is_served_and_keeps_its_place_for_cursors(served: Serving) -> None:
    log = served.log
    assert isinstance(log, EmbeddedLog)
    repaired = output(event("e9"))
    async with served.stream("events") as stream:
        await log.append([replace(repaired, headers=())])

        async def is_buried() -> bool:
            return bool(await letters(log))

        await until(is_buried, "the record is buried", LIMIT_SECONDS)
        letter = exhume((await letters(log))[0])
        await log.append([replace(replay(letter), headers=repaired.headers)])
        assert await stream.ids(1) == ["e9"]
        after = stream.last_id

    assert (await served.get("/events?since=" + after))["items"] == []


async def test_readiness_says_why_not_until_the_index_has_caught_up(tmp_path: Path) -> None:
    async with embedded(tmp_path) as plain:
        await plain.append([output(event("e1"))])
    log = Absent(tmp_path)
    log.is_away = True
    async with log, serving(log, tmp_path / "i.sqlite", ready=False) as served:

        async def says_away() -> bool:
            return "the log is away" in (await served.get("/readyz", expected=503))["reasons"]

        await until(says_away, "it says that the log is away", LIMIT_SECONDS)
        await served.get("/healthz")
        for path in ("/events/e1", "/stream/events"):
            assert "the log is away" in (await served.get(path, expected=503))["error"]
        log.is_away = False

        async def is_ready() -> bool:
            return not served.gateway.not_ready

        await until(is_ready, "it is ready", LIMIT_SECONDS)
        assert await served.get("/readyz") == {"ready": True, "reasons": []}
        await served.get("/events/e1")


async def test_metrics_count_what_was_read(served: Serving) -> None:
    await served.publish(event("e1", 2), event("e1", 1))
    await served.log.append([replace(output(event("e2")), value=b"?")])

    async def counted() -> bool:
        async with served.client.get(served.gateway.address + "metrics") as response:
            lines = (await response.text()).splitlines()
        name = "dateline_gateway_records_total"
        return {
            f'{name}{{kind="events",outcome="new"}} 1.0',
            f'{name}{{kind="events",outcome="already_held"}} 1.0',
            f'{name}{{kind="events",outcome="dead:not_json"}} 1.0',
            "dateline_gateway_ready 1.0",
        } <= set(lines)

    await until(counted, "the metrics count", LIMIT_SECONDS)
