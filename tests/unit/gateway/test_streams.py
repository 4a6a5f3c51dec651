"""Streams: what comes in is told at once, in order, resumable, filtered, and never twice."""

import asyncio
from dataclasses import replace
from pathlib import Path

from tests.brokers.waiting import until
from tests.unit.gateway.newsroom import Value, article, ended, enriched, event, output, story
from tests.unit.gateway.serving import LIMIT_SECONDS, Serving, embedded, serving

from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.record import Partition
from dateline.gateway.cursors import cursor_of
from dateline.gateway.kinds import EVENT
from dateline_schemas import EventType


async def test_a_new_record_is_streamed_whole_under_its_kind(served: Serving) -> None:
    published: dict[str, Value] = {"articles": article(), "enriched": enriched(), "stories": story(), "events": event()}
    kinds = {"articles": "article", "enriched": "enriched", "stories": "story", "events": "event"}

    for plural, value in published.items():
        async with served.stream(plural) as stream:
            await served.publish(value)
            frame = await stream.next()

        assert frame.event == kinds[plural]
        assert frame.data == value.model_dump(mode="json")


async def test_a_stream_begins_now_unless_told_otherwise(served: Serving) -> None:
    await served.publish(event("old"))
    await served.until_held(event("old"))

    async with served.stream("events") as now, served.stream("events?since=2020-01-01") as from_start:
        await served.publish(event("new"))

        assert await now.ids(1) == ["new"]
        assert await from_start.ids(2) == ["old", "new"]


async def test_a_reader_who_comes_back_gets_what_it_missed_and_nothing_twice(served: Serving) -> None:
    async with served.stream("events") as stream:
        await served.publish(event("e1"), event("e2"), event("e3"))
        assert await stream.ids(2) == ["e1", "e2"]
        cursor = stream.last_id
    await served.publish(event("e4"))

    async with served.stream("events", **{"Last-Event-ID": cursor}) as again:
        assert await again.ids(2) == ["e3", "e4"]
    async with served.stream(f"events?last_event_id={cursor}") as from_url:
        assert await from_url.ids(2) == ["e3", "e4"]


async def test_the_header_of_a_reconnect_outranks_the_address_first_used(served: Serving) -> None:
    async with served.stream("events") as stream:
        first = stream.last_id
        await served.publish(event("e1"), event("e2"))
        await stream.ids(1)
        later = stream.last_id

    async with served.stream(f"events?last_event_id={first}", **{"Last-Event-ID": later}) as again:
        assert await again.ids(1) == ["e2"]


async def test_a_cursor_leads_on_over_a_rebuilt_index_and_another_replica(log: EmbeddedLog, tmp_path: Path) -> None:
    async with serving(log, tmp_path / "one.sqlite") as one, one.stream("articles") as stream:
        await one.publish(*[article(f"a{n}") for n in range(20)])
        seen = await stream.ids(7)
        cursor = stream.last_id

    async with (
        serving(log, tmp_path / "another.sqlite") as another,
        another.stream("articles", **{"Last-Event-ID": cursor}) as stream,
    ):
        rest = await stream.ids(13)

    assert sorted(seen + rest) == sorted(f"a{n}" for n in range(20))


async def test_a_cursor_that_leads_nowhere_says_reset_and_begins_anew(served: Serving) -> None:
    async with served.stream("stories") as stories:
        of_stories = stories.last_id
    past_the_end = cursor_of(EVENT, {Partition("events", 0): 99_999})
    await served.publish(event("e1"))

    for cursor in ("nonsense", of_stories, past_the_end):
        async with served.stream("events", **{"Last-Event-ID": cursor}) as stream:
            assert stream.reset is not None, cursor
            assert "cursor" in stream.reset.data["reason"]
            assert await stream.ids(1) == ["e1"]


async def test_a_cursor_past_what_is_kept_has_expired(served: Serving) -> None:
    async with served.stream("events") as stream:
        before = stream.last_id
        await served.publish(event("e1"))
        await stream.ids(1)
        after = stream.last_id

    assert await served.gateway.sweep(now_ms=2**52) == 1

    async with served.stream("events", **{"Last-Event-ID": before}) as expired:
        assert expired.reset is not None
        assert "expired" in expired.reset.data["reason"]
    assert "begin again without since" in (await served.get(f"/events?since={before}", expected=410))["error"]
    async with served.stream("events", **{"Last-Event-ID": after}) as nothing_missed:
        assert nothing_missed.reset is None


async def test_an_ended_event_is_told_as_ended_with_its_heirs(served: Serving) -> None:
    async with served.stream("events") as stream:
        await served.publish(event("e1"), ended("e1", revision=2, heirs=["e2"]))
        await stream.next()
        end = await stream.next()

    assert (end.data["life"], end.data["heirs"]) == ("ended", ["e2"])


async def test_an_older_or_repeated_revision_is_not_streamed(served: Serving) -> None:
    async with served.stream("events") as stream:
        await served.publish(event("e1", 3), event("e1", 2), event("e1", 3), event("e2", 1))

        assert await stream.ids(2) == ["e1", "e2"]


async def test_a_later_coder_revises_an_enriched_article(served: Serving) -> None:
    async with served.stream("enriched") as stream:
        await served.publish(enriched(coder="coder-2"), enriched(coder="coder-1"), enriched(coder="coder-3"))

        assert [(await stream.next()).data["coder"] for _ in range(2)] == ["coder-2", "coder-3"]


async def test_a_filtered_stream_tells_what_left_it(served: Serving) -> None:
    async with served.stream("events?type=CONSULT") as stream:
        await served.publish(
            event("e0", type_=EventType.SANCTION),
            event("e1", 1),
            event("e1", 2, type_=EventType.SANCTION),
            event("e1", 3, type_=EventType.AID),  # has left already
            event("e2", 1),
        )
        frames = [await stream.next() for _ in range(3)]

    assert [(frame.event, frame.data["id"]) for frame in frames] == [("event", "e1"), ("left", "e1"), ("event", "e2")]
    assert frames[1].data == {"kind": "event", "id": "e1", "revision": 2}


async def test_a_stream_leaves_out_what_it_is_told_to_and_tells_what_became_that(served: Serving) -> None:
    async with served.stream("events?type!=SANCTION") as stream:
        await served.publish(
            event("e0", type_=EventType.SANCTION), event("e1", 1), event("e1", 2, type_=EventType.SANCTION), event("e2")
        )
        frames = [await stream.next() for _ in range(3)]

    assert [(frame.event, frame.data["id"]) for frame in frames] == [("event", "e1"), ("left", "e1"), ("event", "e2")]


async def test_a_quiet_stream_is_pinged_with_a_cursor_that_moves_on(log: EmbeddedLog, tmp_path: Path) -> None:
    async with (
        serving(log, tmp_path / "i.sqlite", ping_seconds=0.01) as served,
        served.stream("events?type=AID") as stream,
    ):
        begun = stream.last_id
        await served.publish(event("e1"))
        async with asyncio.timeout(LIMIT_SECONDS):
            while stream.last_id == begun:
                assert await stream.comment() == "ping"


async def test_a_line_break_between_the_parts_of_a_record_does_not_break_its_frame(served: Serving) -> None:
    spread = event("e1").model_dump_json(indent=2).replace("\n", "\r\n").encode()
    async with served.stream("events") as stream:
        await served.log.append([replace(output(event("e1")), value=spread)])

        assert (await stream.next()).data == event("e1").model_dump(mode="json")


async def test_a_reader_who_takes_nothing_is_cut_off(log: EmbeddedLog, tmp_path: Path) -> None:
    async with serving(log, tmp_path / "i.sqlite", send_seconds=0.05) as served, served.stream("articles"):
        text = "x" * 200_000
        for n in range(100):
            await served.publish(article(f"a{n}", text=text))

        async def is_cut() -> bool:
            async with served.client.get(served.gateway.address + "metrics") as metrics:
                lines = (await metrics.text()).splitlines()
            return {"dateline_gateway_streams 0.0", "dateline_gateway_streams_cut_total 1.0"} <= set(lines)

        await until(is_cut, "the stream is cut", LIMIT_SECONDS)


async def test_streams_past_the_limit_are_refused(log: EmbeddedLog, tmp_path: Path) -> None:
    async with serving(log, tmp_path / "i.sqlite", most_streams=1) as served, served.stream("events"):
        refusal = await served.get("/stream/events", expected=503)

    assert refusal["error"].startswith("1 streams are open")


async def test_the_gateway_stops_while_streams_are_open(tmp_path: Path) -> None:
    async with embedded(tmp_path / "log") as log, serving(log, tmp_path / "i.sqlite") as served:
        response = await served.client.get(served.gateway.address + "stream/events")
        await response.content.readline()
