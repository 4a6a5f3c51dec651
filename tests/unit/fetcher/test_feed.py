"""A feed is asked politely, read whole now and then, and each of its items comes out once."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from tests.unit.fetcher.newsserver import NewsServer, item, news_server, rss
from tests.unit.fetcher.outbox import Outbox
from tests.unit.fetcher.samples import LONG, PAGE, RSS

from dateline.confine import Confined, Failed
from dateline.fetcher import Fetcher, FetcherError, FetcherSettings
from dateline.fetcher.feed import FeedSource
from dateline.fetcher.reading.child import read
from dateline.fetcher.state import FeedState, refused_in
from dateline.telemetry.metrics import exposition

XML = "application/rss+xml"
Open = Callable[..., Awaitable[FeedSource]]


@pytest.fixture
async def server() -> AsyncIterator[NewsServer]:
    async with news_server() as server:
        yield server


@pytest.fixture(autouse=True)
def readings(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Read without a child, which takes a second to start and has its own tests; what was read."""
    readings: list[bytes] = []

    async def call(_: Confined, payload: bytes) -> bytes:
        readings.append(payload)
        try:
            return read(payload)
        except Exception as error:
            raise Failed(f"{type(error).__name__}: {error}") from None

    monkeypatch.setattr(Confined, "call", call)
    return readings


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


@pytest.fixture
async def fetchers() -> AsyncIterator[list[Fetcher]]:
    opened: list[Fetcher] = []
    yield opened
    for fetcher in opened:
        await fetcher.__aexit__(None, None, None)


@pytest.fixture
def feed_at(tmp_path: Path, outbox: Outbox, fetchers: list[Fetcher]) -> Open:
    async def opened(url: str, **more: object) -> FeedSource:
        settings = settings_for(url, **more)
        fetcher = Fetcher(settings, outbox.publish, tmp_path / "state.sqlite")
        fetchers.append(await fetcher.__aenter__())
        return fetcher._feeds[0]

    return opened


def settings_for(url: str, **more: object) -> FetcherSettings:
    given = {"allowed_networks": ("127.0.0.1/32",), "host_seconds": 0, "request_seconds": 20, **more}
    return FetcherSettings(feeds=(url,), **given)  # type: ignore[arg-type]


def kept(feed: FeedSource) -> FeedState:
    state = feed._state.feed(feed._url)
    assert state
    return state


async def test_each_item_comes_out_once_and_again_when_it_changes(
    server: NewsServer, outbox: Outbox, feed_at: Open
) -> None:
    first, second = item("One", f"{server.root}/1"), item("Two", f"{server.root}/2")
    feed = await feed_at(server.put("/feed", rss(first), Content_Type=XML), fetch_pages=False)
    await feed.poll()
    server.put("/feed", rss(second, first), Content_Type=XML)
    await feed.poll()
    server.put("/feed", rss(second.replace("In short.", "At length."), first), Content_Type=XML)
    await feed.poll()
    assert [(article.title, article.revision) for article in outbox.articles] == [("One", 1), ("Two", 1), ("Two", 2)]
    one = outbox.articles[0]
    assert (one.url, one.outlet, one.content_status, one.language) == (
        f"{server.root}/1",
        "127.0.0.1",
        "feed_only",
        "en",
    )
    assert one.published
    assert one.published.isoformat() == "2025-05-02T10:00:00+00:00"
    assert (one.provenance.source, one.provenance.item) == (f"{server.root}/feed", "One")


async def test_an_unchanged_feed_is_asked_for_by_its_validators_and_ever_more_seldom(
    server: NewsServer, outbox: Outbox, feed_at: Open
) -> None:
    body = rss(item("One", f"{server.root}/1"))
    url = server.put("/feed", body, Content_Type=XML, ETag='"v1"', Last_Modified="Fri, 02 May 2025 10:00:00 GMT")
    feed = await feed_at(url, fetch_pages=False, poll_seconds=100, poll_most_seconds=180)
    intervals = []
    for _ in range(4):
        await feed.poll()
        intervals.append(kept(feed).interval)
        assert kept(feed).next_poll > time.time() + 50
    assert intervals == [100, 150, 180, 180]
    whole, *conditional = server.asked("/feed")
    assert "If-None-Match" not in whole
    assert {headers["If-None-Match"] for headers in conditional} == {'"v1"'}
    assert {headers["If-Modified-Since"] for headers in conditional} == {"Fri, 02 May 2025 10:00:00 GMT"}
    server.put("/feed", body.replace("One", "New"), Content_Type=XML, ETag='"v2"')
    await feed.poll()
    assert kept(feed).interval == 100
    assert outbox.titles == ["One", "New"]


async def test_the_same_bytes_are_not_read_twice(server: NewsServer, readings: list[bytes], feed_at: Open) -> None:
    server.put("/feed", rss(item("One", f"{server.root}/1")), Content_Type=XML)
    feed = await feed_at(f"{server.root}/feed", fetch_pages=False)
    for _ in range(3):
        await feed.poll()
    assert len(server.asked("/feed")) == 3
    assert len(readings) == 1


async def test_a_server_that_always_says_unchanged_is_asked_for_the_whole_feed_at_times(
    server: NewsServer, outbox: Outbox, feed_at: Open
) -> None:
    server.put("/feed", rss(item("One", f"{server.root}/1")), Content_Type=XML, ETag='"always"')
    feed = await feed_at(f"{server.root}/feed", fetch_pages=False, unconditional_seconds=0)
    await feed.poll()
    server.put("/feed", rss(item("Two", f"{server.root}/2")), Content_Type=XML, ETag='"always"')
    await feed.poll()
    assert outbox.titles == ["One", "Two"]


async def test_a_feed_of_summaries_brings_the_text_of_the_pages(
    server: NewsServer, outbox: Outbox, feed_at: Open
) -> None:
    items = [item(name, f"{server.root}/{name}") for name in ("good", "gone", "stub", "pdf", "paid", "moved", "inner")]
    items += [item("script", "javascript:alert(1)"), item("nowhere", "http://[::1")]
    server.put("/feed", rss(*items), Content_Type=XML)
    server.put("/good", PAGE)
    server.put("/gone", b"gone", status=404)
    server.put("/stub", b"<html><body><p>Please accept our cookies to read on.</p></body></html>")
    server.put("/pdf", b"%PDF-1.7 " + b"x" * 500)
    server.put("/paid", PAGE.replace(b'"headline"', b'"isAccessibleForFree": false, "headline"'))
    server.put("/moved", status=302, Location="/good")
    server.put("/inner", status=302, Location="http://10.0.0.1/secret")
    feed = await feed_at(f"{server.root}/feed")
    await feed.poll()
    statuses = {article.title: article.content_status.value for article in outbox.articles}
    assert statuses == {
        **dict.fromkeys(["gone", "stub", "pdf", "inner", "script", "nowhere"], "feed_only"),
        **dict.fromkeys(["good", "moved"], "full"),
        "paid": "paywall",
    }
    good = outbox.articles[0]
    assert good.text.startswith("The harbour council met")
    assert good.title == "good"
    assert outbox.articles[1].text == "In short."
    await feed.poll()
    assert len(server.asked("/gone")) == 1


async def test_a_page_that_cannot_be_had_now_is_tried_again(server: NewsServer, outbox: Outbox, feed_at: Open) -> None:
    server.put("/feed", rss(item("One", f"{server.root}/1")), Content_Type=XML, ETag='"v1"')
    server.put("/1", b"busy", status=503)
    feed = await feed_at(f"{server.root}/feed")
    await feed.poll()
    server.put("/1", PAGE)
    await feed.poll()
    assert [(article.revision, article.content_status) for article in outbox.articles] == [
        (1, "feed_only"),
        (2, "full"),
    ]
    server.put("/feed", rss(item("Two", f"{server.root}/2")), Content_Type=XML)
    server.put("/2", b"busy", status=503)
    for _ in range(5):
        await feed.poll()
    assert len(server.asked("/2")) == 3


async def test_the_full_text_of_a_feed_needs_no_page(server: NewsServer, outbox: Outbox, feed_at: Open) -> None:
    server.put("/feed", RSS.replace(b"/tariff", f"{server.root}/tariff".encode()), Content_Type=XML)
    feed = await feed_at(f"{server.root}/feed")
    await feed.poll()
    assert outbox.articles[0].text.startswith(LONG[:50])
    assert outbox.articles[0].content_status == "full"
    assert server.asked("/tariff") == []


@pytest.mark.parametrize(
    ("status", "retry_after", "at_least"),
    [(503, "120", 119), (429, "99999999", 2 * 24 * 3600 - 1), (429, "-5", 1), (404, "", 1), (500, "soon", 1)],
)
async def test_a_server_in_trouble_is_left_in_peace(
    server: NewsServer, feed_at: Open, status: int, retry_after: str, at_least: float
) -> None:
    server.put("/feed", b"", status=status, **({"Retry_After": retry_after} if retry_after else {}))
    feed = await feed_at(f"{server.root}/feed", poll_seconds=10, poll_most_seconds=30)
    intervals = []
    for _ in range(3):
        assert await feed.poll()
        intervals.append(kept(feed).interval)
        assert kept(feed).next_poll > time.time() + at_least
    assert intervals == [20, 30, 30]


async def test_a_feed_that_is_gone_is_not_asked_again(server: NewsServer, feed_at: Open) -> None:
    feed = await feed_at(server.put("/feed", status=410), require_feeds=False)
    await feed.follow()
    assert len(server.asked("/feed")) == 1


async def test_a_feed_that_turns_into_a_page_is_polled_on(server: NewsServer, outbox: Outbox, feed_at: Open) -> None:
    server.put("/feed", rss(item("One", f"{server.root}/1")), Content_Type=XML)
    feed = await feed_at(f"{server.root}/feed", fetch_pages=False)
    await feed.check()
    server.put("/feed", b"<html>maintenance</html>")
    assert await feed.poll()
    await feed.check()  # it was one once
    server.put("/feed", rss(item("Two", f"{server.root}/2")), Content_Type=XML)
    await feed.poll()
    assert outbox.titles == ["One", "Two"]


async def test_a_feed_that_cannot_be_read_is_kept_among_the_refused_until_it_can(
    server: NewsServer, feed_at: Open, fetchers: list[Fetcher], tmp_path: Path
) -> None:
    feed = await feed_at(server.put("/feed", b"", status=503), fetch_pages=False)
    state = tmp_path / "state.sqlite"
    await feed.poll()
    assert [(one.source, one.item, one.cause) for one in refused_in(state)] == [
        (f"{server.root}/feed", "the feed itself", "status")
    ]
    server.put("/feed", rss(item("One", f"{server.root}/1")), Content_Type=XML)
    await feed.poll()
    await feed.poll()
    assert refused_in(state) == []
    assert feed.polls == {"failed:status": 1, "read": 1, "unchanged": 1}
    assert b'dateline_fetcher_polls_total{outcome="failed:status"} 1.0' in exposition([fetchers[0].measures])


async def test_a_feed_that_is_too_long_is_among_the_refused_until_it_is_not(
    server: NewsServer, feed_at: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("dateline.fetcher.reading.feeds.ENTRIES", 1)
    one, two = item("One", f"{server.root}/1"), item("Two", f"{server.root}/2")
    feed = await feed_at(f"{server.root}/feed", fetch_pages=False)

    async def refused(body: str | bytes, status: int = 200) -> list[tuple[str, str]]:
        server.put("/feed", body, status=status, Content_Type=XML)
        await feed.poll()
        return [(kept.item, kept.cause) for kept in refused_in(tmp_path / "state.sqlite")]

    long, longer = rss(one, two), rss(one, two, two)
    too_long = [("the rest of the feed", "too_many")]
    assert [await refused(body) for body in (long, longer, longer)] == [too_long] * 3
    assert await refused(b"", status=503) == [("the feed itself", "status"), *too_long]
    assert await refused(longer) == too_long
    assert await refused(rss(one)) == []


async def test_items_past_the_limit_are_counted(server: NewsServer, feed_at: Open, fetchers: list[Fetcher]) -> None:
    many = [item(f"Story {number}", f"{server.root}/{number}") for number in range(2_003)]
    feed = await feed_at(server.put("/feed", rss(*many), Content_Type=XML), fetch_pages=False)
    await feed.poll()
    assert fetchers[0].outcomes == {"published": 2_000, "refused:too_many": 1}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/page", "/page is not a feed: it is neither RSS nor Atom, but a web page .*alternate>\\)$"),
        ("/nothing", "/nothing is not a feed: the server answers 404"),
        (
            "/inner",
            r"cannot fetch the feed: .*10\.0\.0\.1 is not a public address; networks of your own are named in DATELINE",
        ),
    ],
)
async def test_what_is_no_feed_is_one_clear_line_at_the_start(
    server: NewsServer, outbox: Outbox, tmp_path: Path, path: str, words: str
) -> None:
    server.put("/page", PAGE)
    server.put("/inner", status=302, Location="http://10.0.0.1/feed")
    settings = settings_for(server.root + path)
    for _ in range(2):  # and again at the next start
        async with Fetcher(settings, outbox.publish, tmp_path / "state.sqlite") as fetcher:
            with pytest.raises(ExceptionGroup) as raised:
                await fetcher.run()
            (error,) = raised.value.exceptions
            assert isinstance(error, FetcherError)
            assert re.search(words, str(error))
            assert "\n" not in str(error)


async def test_a_feed_out_of_reach_does_not_end_the_others(server: NewsServer, outbox: Outbox, tmp_path: Path) -> None:
    good = server.put("/feed", rss(item("One", f"{server.root}/1")), Content_Type=XML)
    settings = settings_for("http://127.0.0.1:1/feed").model_copy(update={"feeds": ("http://127.0.0.1:1/feed", good)})
    async with Fetcher(settings, outbox.publish, tmp_path / "state.sqlite") as fetcher:
        running = asyncio.create_task(fetcher.run())
        await outbox.until(lambda articles: len(articles) == 1)
        assert not running.done()
        running.cancel()
        await asyncio.wait([running])


async def test_a_restart_goes_on_where_it_stopped(server: NewsServer, outbox: Outbox, tmp_path: Path) -> None:
    server.put("/feed", rss(item("One", f"{server.root}/1")), Content_Type=XML)
    settings = settings_for(f"{server.root}/feed", poll_seconds=0.01, fetch_pages=False)
    for title in ("One", "Two"):
        server.put(
            "/feed", rss(item(title, f"{server.root}/{title}"), item("One", f"{server.root}/1")), Content_Type=XML
        )
        async with Fetcher(settings, outbox.publish, tmp_path / "state.sqlite") as fetcher:
            running = asyncio.create_task(fetcher.run())
            await outbox.until(lambda articles, title=title: articles[-1:] and articles[-1].title == title)  # type: ignore[misc]
            running.cancel()
            await asyncio.wait([running])
    assert [article.title for article in outbox.articles if article.url == f"{server.root}/1"] == ["One"]


async def test_what_is_no_feed_does_not_end_those_that_are(server: NewsServer, outbox: Outbox, tmp_path: Path) -> None:
    good = server.put("/feed", rss(item("One", f"{server.root}/1")), Content_Type=XML)
    bad = f"{server.root}/nothing"
    settings = settings_for(good).model_copy(update={"feeds": (bad, good)})
    with capture_logs() as logs:
        async with Fetcher(settings, outbox.publish, tmp_path / "state.sqlite") as fetcher:
            running = asyncio.create_task(fetcher.run())
            await outbox.until(lambda articles: len(articles) == 1)
            assert not running.done()
            running.cancel()
    assert [(log["feed"], log["detail"]) for log in logs if log["event"] == "feed not read"] == [
        (bad, "the server answers 404")
    ]


async def test_a_start_tells_of_a_feed_that_it_lets_wait(server: NewsServer, feed_at: Open) -> None:
    feed = await feed_at(server.put("/feed", rss(item("One", f"{server.root}/1")), Content_Type=XML), fetch_pages=False)
    await feed.poll()
    feed._state.keep_feed(f"{server.root}/feed", replace(kept(feed), next_poll=time.time() + 5_000))
    with capture_logs() as logs, suppress(TimeoutError):
        await asyncio.wait_for(feed.follow(), 0.01)  # it says so before it waits
    assert [(log["event"], log["log_level"]) for log in logs] == [("feed waits", "warning")]
    assert logs[0]["next_in_seconds"] == pytest.approx(5_000, abs=60)


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_the_only_feed_is_waited_for_while_its_server_has_trouble(
    server: NewsServer, feed_at: Open, status: int
) -> None:
    feed = await feed_at(server.put("/feed", status=status))
    await feed.check()
    assert kept(feed).next_poll > time.time()


async def test_items_without_their_pages_are_told_of_together(server: NewsServer, feed_at: Open) -> None:
    items = [item(f"Story {number}", f"{server.root}/{number}") for number in range(3)]
    feed = await feed_at(server.put("/feed", rss(*items), Content_Type=XML))
    with capture_logs() as logs:
        await feed.poll()
    told = [log for log in logs if log["log_level"] == "warning"]
    assert [(log["event"], log["items"]) for log in told] == [("items not whole", 3)]
