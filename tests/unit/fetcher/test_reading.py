"""Feeds, pages and news files are read for what they say, in a process that costs nothing but itself when it dies."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.unit.fetcher.samples import ATOM, LONG, NEWSML, NITF, PAGE, RSS

from dateline.fetcher import FetcherError
from dateline.fetcher.reading import Feed, Reader, Unreadable
from dateline.fetcher.reading.feeds import read_feed
from dateline.fetcher.reading.markup import text_of
from dateline.fetcher.reading.newsfiles import read_news_file
from dateline.fetcher.reading.pages import read_page


def test_rss_with_full_content() -> None:
    feed = read_feed(RSS, "https://harbour.example/feed.xml", "application/rss+xml")
    assert feed.title == "Harbour & Coast"
    full, short = feed.entries
    assert full.title == "Tariff set"
    assert full.url == "https://harbour.example/tariff?id=1&utm_source=x"
    assert (full.item, full.published, full.authors) == ("t1", "Fri, 02 May 2025 10:00:00 +0200", ("Ana Ruiz",))
    assert full.text == f"{LONG.strip()}\nIt ends."
    assert full.is_full
    assert full.language == "en-gb"
    assert (short.text, short.is_full, short.url, short.item) == ("Short.", False, None, None)


def test_atom_with_summaries() -> None:
    (entry,) = read_feed(ATOM, "https://coast.example/feed", "").entries
    assert entry.item == "urn:e1"
    assert entry.text == "He left."
    assert not entry.is_full
    assert entry.published_utc == "2025-05-02T10:00:00"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (b"<!doctype html><html><body>Not found</body></html>", "a web page"),
        (b"{}", "something else"),
        (b"\x89PNG\r\n\x1a\n", "something else"),
        (b"<rss", "neither"),
    ],
)
def test_what_is_no_feed(body: bytes, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_feed(body, "https://a.example/", "text/html")


def test_a_body_that_is_a_path_is_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_bytes(RSS)
    with pytest.raises(ValueError, match="neither"):
        read_feed(str(secret).encode(), "https://a.example/", "")


def test_entities_of_a_hostile_feed_are_not_resolved() -> None:
    hostile = RSS.replace(b"<rss", b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss', 1)
    feed = read_feed(hostile.replace(b"Short.", b"&x;"), "https://a.example/", "")
    assert not any("root:" in entry.text for entry in feed.entries)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b"&#55357;&#56832; left.", "\U0001f600 left."),
        (b"&#xD83D;&#xde00;&#8217; left.", "\U0001f600\u2019 left."),
        (b"&#xD800; left.", "\ufffd left."),
        (b"&#x110000; left.", "\ufffd left."),
        (b"&#" + b"9" * 5000 + b"; left.", "\ufffd left."),
        (b"&#8217;&#x1F600; left.", "\u2019\U0001f600 left."),
    ],
)
def test_a_number_of_no_character_does_not_take_the_feed_with_it(written: bytes, read: str) -> None:
    feed = read_feed(RSS.replace(b"Short.", written), "https://a.example/", "")
    assert read in [entry.text for entry in Feed.model_validate_json(feed.model_dump_json()).entries]


def test_a_page() -> None:
    page = read_page(PAGE, "https://harbour.example/tariff?x=1")
    assert page.title == "Tariff set"
    assert page.text.startswith("The harbour council met on Friday")
    assert "rights reserved" not in page.text
    assert "Home" not in page.text
    assert page.published == "2025-05-02T10:00:00+02:00"
    assert (page.url, page.outlet, page.language) == ("https://harbour.example/tariff", "Harbour Post", "en")
    assert not page.is_paywalled


def test_a_page_behind_a_paywall_says_so() -> None:
    assert read_page(PAGE.replace(b'"headline"', b'"isAccessibleForFree": "False", "headline"'), "").is_paywalled


def test_a_page_without_an_article_has_no_text() -> None:
    assert read_page(b"<html><body><p>Accept cookies</p></body></html>", "").text in ("", "Accept cookies")
    with pytest.raises(ValueError, match="not HTML"):
        read_page(b"", "")


def test_nitf() -> None:
    (entry,) = read_news_file(NITF).entries
    assert (entry.item, entry.title, entry.text) == ("n-17", "Tariff set", "The council met.\nIt ends.")
    assert (entry.published, entry.authors, entry.is_full) == ("20250502T100000Z", ("Ana Ruiz",), True)


def test_newsml() -> None:
    first, second = read_news_file(NEWSML).entries
    assert (first.item, first.title, first.text) == ("urn:newsml:coast:1", "Tariff set", "The council met.\nIt ends.")
    assert (first.published, first.language, first.authors) == ("2025-05-02T10:00:00Z", "en", ("Ana Ruiz",))
    assert second.text == "Plain words."


def test_a_saved_feed_and_other_xml() -> None:
    assert len(read_news_file(RSS).entries) == 2
    assert len(read_news_file(b"\n\n" + RSS).entries) == 2  # not well-formed: a declaration comes first or not at all
    for body in (b"<invoice/>", b"<open>", b""):
        with pytest.raises(ValueError, match=r"neither|well-formed"):
            read_news_file(body)


def test_bombs_in_xml_are_refused() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE nitf [<!ENTITY l0 "ha">{levels}]><nitf><body.content><p>&l11;</p></body.content></nitf>'
    try:
        entries = read_news_file(bomb.encode()).entries
    except ValueError:
        return
    assert all(len(entry.text) < 1_000 for entry in entries)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain & simple", "plain & simple"),
        ("<p>one</p><p>two<br>three</p>", "one\ntwo\nthree"),
        ("a<script>b</script>c<!-- d -->e<style>f</style>", "ace"),
        ("<b>bold</b>ly <i>gone</i>", "boldly gone"),
        ("AT&amp;T &lt;b&gt;", "AT&T <b>"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("<", "<"),
        ("", ""),
    ],
)
def test_the_words_of_markup(markup: str, text: str) -> None:
    assert text_of(markup) == text


@pytest.fixture
async def reader() -> AsyncIterator[Reader]:
    reader = Reader(wall_seconds=20, memory_bytes=2**30)
    yield reader
    await reader.close()


async def test_the_reader_reads_all_three_in_its_child(reader: Reader) -> None:
    assert len((await reader.feed(RSS, "https://harbour.example/feed")).entries) == 2
    assert (await reader.page(PAGE, None)).title == "Tariff set"
    assert len((await reader.news_file(NEWSML)).entries) == 2
    with pytest.raises(Unreadable, match="bad_feed: it is neither RSS nor Atom"):
        await reader.feed(b"<html>", "https://harbour.example/")


async def test_a_page_that_takes_for_ever_costs_only_itself() -> None:
    reader = Reader(wall_seconds=3, memory_bytes=2**30)
    try:
        attributes = b" ".join(b"a%d=''" % number for number in range(50_000))
        with pytest.raises(Unreadable) as unreadable:
            await reader.page(b"<html><body><p " + attributes + b">word</p></body></html>", None)
        assert unreadable.value.cause == "timeout"
        assert (await reader.page(PAGE, None)).title == "Tariff set"
    finally:
        await reader.close()


async def test_a_reader_that_cannot_start_ends_the_fetcher_with_a_clear_line() -> None:
    reader = Reader(wall_seconds=20, memory_bytes=40 * 2**20)
    with pytest.raises(FetcherError, match="cannot read feeds and pages: "):
        await reader.page(PAGE, None)


SHARED = Path(os.environ.get("DATELINE_SHARED", Path(__file__).parents[4] / "shared"))
FEEDS = SHARED / "gold" / "fetching" / "feeds"


@pytest.mark.skipif(not FEEDS.is_dir(), reason="the collected feeds are not beside the checkout")
async def test_no_collected_feed_breaks_the_reader(reader: Reader) -> None:
    read, refusals = 0, set()
    for path in sorted(FEEDS.rglob("*.xml")):
        try:
            await reader.feed(path.read_bytes(), "https://a.example/feed")
            read += 1
        except Unreadable as error:
            refusals.add((error.cause, error.detail.partition(",")[0]))
    assert refusals <= {("bad_feed", "it is neither RSS nor Atom")}
    assert read > 1_000
