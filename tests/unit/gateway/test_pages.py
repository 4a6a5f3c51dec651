"""Pages by cursor and records by id."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from tests.unit.gateway.newsroom import article, ended, enriched, event, story
from tests.unit.gateway.serving import Serving, serving

from dateline.eventlog.embedded import EmbeddedLog
from dateline.gateway import listing
from dateline_schemas import ContentStatus, EventType


async def everything(served: Serving, path: str) -> list[dict[str, Any]]:
    """All items of all pages."""
    joint = "&" if "?" in path else "?"
    items: list[dict[str, Any]] = []
    page = await served.get(path)
    while True:
        items += page["items"]
        if not page["more"]:
            return items
        page = await served.get(f"{path}{joint}since={page['next']}")


async def test_pages_give_every_revision_once_in_the_order_of_the_log(served: Serving) -> None:
    published = [event(f"e{n % 5}", revision=1 + n // 5) for n in range(17)]
    await served.publish(*published)
    await served.until_held(*published)

    items = await everything(served, "/events?limit=4")

    assert [(item["id"], item["revision"]) for item in items] == [(e.id, e.revision) for e in published]


async def test_the_last_page_leads_on_to_what_comes_later_and_to_a_stream(served: Serving) -> None:
    await served.publish(event("e1"))
    await served.until_held(event("e1"))
    page = await served.get("/events")
    assert (len(page["items"]), page["more"]) == (1, False)

    async with served.stream(f"events?last_event_id={page['next']}") as stream:
        await served.publish(event("e2"))

        assert await stream.ids(1) == ["e2"]
    assert [item["id"] for item in (await served.get(f"/events?since={page['next']}"))["items"]] == ["e2"]


async def test_live_pages_give_the_newest_of_the_living_alone(served: Serving) -> None:
    published = [event("e1", 1), event("e1", 2), event("e2", 1), ended("e2", 2), event("e3", 1)]
    await served.publish(*published)
    await served.until_held(*published)

    live = await served.get("/events?live=1")
    latest = await served.get("/events?latest=1")

    assert [(item["id"], item["revision"]) for item in live["items"]] == [("e1", 2), ("e3", 1)]
    assert [item["id"] for item in latest["items"]] == ["e3"]
    assert (latest["looked"], latest["held"]) == (1, 2)


async def test_what_has_ended_stays_readable_by_id(served: Serving) -> None:
    await served.publish(event("e1"), ended("e1", revision=2, heirs=["e7"]))
    await served.until_held(ended("e1", 2))

    found = await served.get("/events/e1")

    assert (found["revision"], found["life"], found["heirs"]) == (2, "ended", ["e7"])


async def test_a_withdrawn_article_is_listed_no_more(served: Serving) -> None:
    withdrawn = article("a1", 2, text="", content_status=ContentStatus.WITHDRAWN)
    await served.publish(article("a1", 1), withdrawn)
    await served.until_held(withdrawn)

    assert (await served.get("/articles?live=1"))["items"] == []
    assert (await served.get("/articles/a1"))["content_status"] == "withdrawn"


async def test_each_kind_is_found_by_its_id(served: Serving) -> None:
    strange = article("x/../y?z=1 é")
    await served.publish(strange, enriched("a2"), story("s1"), event("e1"))
    await served.until_held(strange, story("s1"), event("e1"))

    assert await served.get(f"/articles/{quote(strange.id, safe='')}") == strange.model_dump(mode="json")
    assert (await served.get("/stories/s1"))["id"] == "s1"
    assert (await served.get("/events/e1"))["id"] == "e1"


async def test_fields_of_a_newer_producer_are_passed_on(served: Serving) -> None:
    newer = event("e1").model_copy(update={"mood": "tense"})
    await served.publish(newer)
    await served.until_held(newer)

    assert (await served.get("/events/e1"))["mood"] == "tense"


async def test_a_storys_events_come_in_its_own_order_and_alive(served: Serving) -> None:
    told = story("s1", events=["e2", "e3", "e1", "unknown"])
    await served.publish(event("e1"), event("e2"), event("e3"), ended("e3", 2), told)
    await served.until_held(event("e2"), ended("e3", 2), told)

    assert [item["id"] for item in (await served.get("/stories/s1/events"))["items"]] == ["e2", "e1"]


async def test_a_story_says_where_the_events_are_that_it_does_not_name(served: Serving) -> None:
    told = story("s1", events=["e2"], event_count=3)
    await served.publish(*(event(f"e{number}") for number in range(1, 4)), event("of another", story_="s2"), told)
    await served.until_held(event("of another", story_="s2"), told)

    page = await served.get("/stories/s1/events")
    every = await everything(served, f"{page['all']}&limit=2")

    assert ([item["id"] for item in page["items"]], page["event_count"], page["more"]) == (["e2"], 3, True)
    assert [item["id"] for item in every] == ["e1", "e2", "e3"]


async def test_a_filtered_page_names_what_left(served: Serving) -> None:
    published = [event("e1", 1), event("e1", 2, type_=EventType.AID), event("e2", 1)]
    await served.publish(*published)
    await served.until_held(*published)
    begun = await served.get("/events?type=CONSULT&limit=1")

    page = await served.get(f"/events?type=CONSULT&since={begun['next']}")

    assert [item["id"] for item in begun["items"]] == ["e1"]
    assert [item["id"] for item in page["items"]] == ["e2"]
    assert page["left"] == [{"id": "e1", "revision": 2}]


async def test_a_page_leaves_out_what_it_is_told_to(served: Serving) -> None:
    published = [event("e1"), event("e2", type_=EventType.STATEMENT), event("e3", type_=EventType.AID)]
    await served.publish(*published)
    await served.until_held(*published)

    for written in ("type!=STATEMENT", "type%21=statement"):
        page = await served.get(f"/events?{written}")
        assert [item["id"] for item in page["items"]] == ["e1", "e3"]


async def test_who_begins_is_told_of_nothing_that_left(served: Serving) -> None:
    published = [event("e1", 1), event("e1", 2, type_=EventType.AID), event("e2", 1)]
    # Their first revisions are no longer kept.
    never_held = [event(f"e{n}", 2, type_=EventType.AID) for n in range(3, 203)]
    await served.publish(*published, *never_held)
    await served.until_held(*published, *never_held)

    visits = await served.get("/events?type=CONSULT")
    nothing = await served.get("/events?country=zzz")

    assert [item["id"] for item in visits["items"]] == ["e2"]
    assert visits["left"] == []
    assert (nothing["items"], nothing["left"], nothing["more"]) == ([], [], False)


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/events/nowhere", 404, "there is no event 'nowhere'"),
        ("/stories/nowhere", 404, "there is no story 'nowhere'"),
        ("/enriched/nowhere", 404, "there is no article 'nowhere'"),
        ("/nothing", 404, "there is nothing at /nothing"),
        ("/events?limit=0", 400, "limit is a number from 1 to 500"),
        ("/events?limit=%D9%A3", 400, "limit is a number from 1 to 500"),  # a digit, but not one of ours
        ("/events?live=yes", 400, "live is 0 or 1"),
        ("/events?latest=5&since=2d", 400, "either latest or since"),
        ("/events?since=2025-13-45", 400, "is no moment"),
        ("/events?since=cursor", 400, "the cursor is none of ours; since is the `next` of a page"),
        ("/events?since=yesterday", 400, "a moment, or an age: 24h"),
        ("/stream/events?since=yesterday", 400, "a moment, or an age: 24h"),
        ("/events?type=HUG", 400, "there is no event type 'HUG'"),
        ("/events?type!=HUG", 400, "there is no event type 'HUG'"),
        ("/stream/events?type=!STATEMENT", 400, "write type!=statement"),
        ("/events?colour=red", 400, "cannot be filtered by 'colour'"),
        ("/articles?type=AID", 400, "articles cannot be filtered by 'type'"),
        ("/stream/events?country=Egypt", 400, "three letters"),
    ],
)
async def test_what_cannot_be_answered_is_said_in_one_line(served: Serving, path: str, status: int, says: str) -> None:
    assert says in (await served.get(path, expected=status))["error"]


async def test_what_else_can_be_asked_is_told_to_whom_asks_for_what_there_is_not(served: Serving) -> None:
    assert (await served.get("/events?colour=red", expected=400))["error"].endswith(
        "; besides, there are: since, limit, latest, live"
    )
    for wrong in ("type=HUG", "type!=HUG"):
        assert "besides" not in (await served.get(f"/events?{wrong}", expected=400))["error"]


async def test_a_page_without_a_log_behind_it_says_so(log: EmbeddedLog, tmp_path: Path) -> None:
    async with EmbeddedLog(tmp_path) as empty, serving(empty, tmp_path / "i.sqlite", ready=False) as served:
        refusal = await served.get("/events", expected=503)

        assert "events" in refusal["error"]


async def test_pages_reach_the_end_however_little_a_filter_lets_through(
    served: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page is looked for in steps and for a bounded time, so an empty one may have more behind it."""
    published = [event(f"e{n}", outlets=["Praia Post"]) for n in range(2100)]
    last = event("last", outlets=["Mindelo Morning"])
    await served.publish(*published, last)
    async with served.stream("events?since=1d&outlet=Mindelo+Morning") as stream:
        assert await stream.ids(1) == ["last"]

    assert [item["id"] for item in (await served.get("/events?outlet=mindelo+morning"))["items"]] == ["last"]
    monkeypatch.setattr(listing, "LOOKING_SECONDS", 0.0)
    first = await served.get("/events?outlet=mindelo+morning")

    assert (first["items"], first["more"]) == ([], True)
    assert [item["id"] for item in await everything(served, "/events?outlet=mindelo+morning")] == ["last"]
