"""The web page in a real browser: what a reader sees, as it comes in, and that nothing fetched ever runs."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Route, expect
from tests.brokers.waiting import until
from tests.browser.showing import line, opened
from tests.unit.gateway.newsroom import ended, event, party, story, trade_dispute
from tests.unit.gateway.serving import LIMIT_SECONDS, Absent, Serving, embedded, serving

from dateline.eventlog.embedded import EmbeddedLog
from dateline_schemas import EventType

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all

HOSTILE = "<img src=x onerror=\"document.title='taken'\">\u202eevil"


async def test_an_event_appears_as_a_readable_line_newest_first(browser: Browser, served: Serving) -> None:
    await served.publish(event("old"))
    await served.until_held(event("old"))
    async with opened(browser, served.gateway.address) as page:
        await served.publish(event("new", outlets=("A", "B", "C", "D", "E"), independent_count=3))

        await expect(page.locator(".event")).to_have_count(2)
        assert await page.locator(".event").first.get_attribute("data-id") == "new"
        shown = line(page, "new")
        await expect(shown.locator(".when")).to_have_text("12 Mar 2025")
        await expect(shown.locator(".deed")).to_have_text(
            "Amara DialloGIN paid a visit to Joaquim TavaresCPV CONSULT · visit"
        )
        await expect(shown.locator(".says")).to_have_text("says Joaquim Tavares")
        await expect(shown.locator(".outlets").first).to_have_text("A, B, C and 2 more, 3 independent")


async def test_without_the_tables_of_words_a_type_is_told_as_it_is(browser: Browser, served: Serving) -> None:
    await served.publish(event("new"))
    page = await (await browser.new_context()).new_page()
    for name in ("phrases", "plurals"):
        await page.route(f"**/static/{name}.json", lambda route: route.fulfill(status=500, body="busy"))

    await page.goto(served.gateway.address)

    await expect(line(page, "new").locator(".deed")).to_have_text(
        "Amara DialloGIN CONSULT Joaquim TavaresCPV CONSULT · visit"
    )
    await page.context.close()


async def test_quotes_and_disagreements_come_on_demand(browser: Browser, served: Serving, tmp_path: Path) -> None:
    first, second = event("e1").mentions
    mentions = (first, second.model_copy(update={"time": second.time + timedelta(days=2)}))
    told = event("e1", type_=EventType.AGREE, disagreements=(trade_dispute(),), mentions=mentions)
    await served.publish(told, story())
    async with opened(browser, served.gateway.address) as page:
        quotes = line(page, "e1").locator("blockquote")
        await expect(quotes.first).to_be_hidden()
        await line(page, "e1").locator("summary").click()

        await expect(quotes.first).to_have_text(told.mentions[0].quote)
        sides = line(page, "e1").locator(".disagreements strong")
        await expect(sides).to_have_text(["more than 40 million US dollars", "more than 40 million euros"])
        outlets = line(page, "e1").locator(".disagreements .outlets")
        await expect(outlets).to_have_text(["Atlantic Wire, told 2025-03-12", "Praia Post, told 2025-03-14"])
        await page.screenshot(path=tmp_path / "wire.png", full_page=True)


async def test_a_revision_takes_the_place_of_what_it_revises_and_an_end_removes_it(
    browser: Browser, served: Serving
) -> None:
    await served.publish(event("e1"), event("e2"))
    async with opened(browser, served.gateway.address) as page:
        await line(page, "e1").locator("summary").click()

        await served.publish(event("e1", 2, actor="Dockers' Union of Praia"))
        await expect(line(page, "e1").locator(".deed")).to_contain_text("Dockers' Union of Praia")
        await expect(page.locator(".event")).to_have_count(2)
        assert await page.locator(".event").first.get_attribute("data-id") == "e2"
        assert await line(page, "e1").locator("details").get_attribute("open") is not None

        await served.publish(ended("e1", 3))
        await expect(page.locator(".event")).to_have_count(1)


async def test_nothing_that_was_fetched_runs_or_links_to_a_script(browser: Browser, served: Serving) -> None:
    speaker = party("Guinea").model_copy(update={"name": HOSTILE})
    hostile = event("e1", outlets=(HOSTILE,), actors=(speaker,), speakers=(speaker,), story="../../x")
    mention = hostile.mentions[0].model_copy(update={"url": "javascript:document.title='taken'", "quote": HOSTILE})
    await served.publish(hostile.model_copy(update={"mentions": (mention,)}), story(title=HOSTILE))
    async with opened(browser, served.gateway.address) as page:
        await line(page, "e1").locator("summary").click()

        await expect(line(page, "e1").locator("blockquote")).to_contain_text("<img src=x")
        assert "\u202e" not in await page.locator("body").inner_text()
        assert await page.locator("img").count() == 0
        assert await page.locator("a[href^='javascript']").count() == 0
        assert await page.title() == "Dateline: the live wire"
        assert await page.locator(".to-story").get_attribute("href") == "/story/..%2F..%2Fx"


async def test_an_address_of_no_story_is_said_to_be_that(browser: Browser, served: Serving) -> None:
    page = await browser.new_page()
    for address in ("%E0%A4%A", "nowhere"):
        await page.goto(f"{served.gateway.address}story/{address}")
        await expect(page.locator("#trouble")).to_contain_text(f"there is no story '{address}'")
    await page.close()


async def test_older_events_are_told_of_and_shown_on_demand(browser: Browser, served: Serving, tmp_path: Path) -> None:
    published = [event(f"e{n}") for n in range(520)]
    await served.publish(*published, story())
    await served.until_held(story())
    async with opened(browser, served.gateway.address) as page:
        await expect(page.locator(".event")).to_have_count(200)
        await expect(page.locator("#older")).to_contain_text(
            "Older events: all that are held, oldest first, are at /events?live=1"
        )
        await line(page, "e500").locator("summary").click()
        more = page.get_by_role("button", name="Show more")
        await more.click()
        await expect(page.locator(".event")).to_have_count(400)
        assert await line(page, "e500").locator("details").get_attribute("open") is not None
        await page.locator("#older").scroll_into_view_if_needed()
        await page.screenshot(path=tmp_path / "older.png")
        await more.click()
        await expect(page.locator(".event")).to_have_count(500)
        await expect(more).to_be_hidden()
        await expect(page.locator("#older a")).to_have_attribute("href", "/events?live=1")
        await served.publish(event("new"))
        await expect(line(page, "new")).to_be_visible()


async def test_a_page_asked_for_again_before_it_has_come_opens_one_stream(browser: Browser, served: Serving) -> None:
    await served.publish(event("e1"))
    await served.until_held(event("e1"))
    context = await browser.new_context()
    page = await context.new_page()
    asked: list[Route] = []
    await page.route(re.compile(r"\d/events\?"), lambda route: asked.append(route))
    await page.add_init_script(
        "window.opened = []; window.EventSource = class extends EventSource {"
        " constructor(url) { super(url); window.opened.push(this); } }"
    )
    await page.goto(served.gateway.address)

    async def has_asked() -> bool:
        return bool(asked)

    async def all_have_asked() -> bool:
        return len(asked) == 3

    seen_again = "document.dispatchEvent(new Event('visibilitychange'))"
    await until(has_asked, "the page asks", LIMIT_SECONDS)
    for _ in range(2):
        await page.evaluate(seen_again)
    await until(all_have_asked, "the page asks again", LIMIT_SECONDS)
    for route in reversed(asked):
        await route.continue_()
    await expect(page.locator("#connection")).to_have_text("live")
    await page.evaluate(seen_again)  # goes on from its cursor, with all that came before it
    await expect(page.locator("#connection")).to_have_text("live")

    streams = "opened.filter((each) => each.url.includes('events') && each.readyState < EventSource.CLOSED).length"
    assert await page.evaluate(streams) == 1
    await expect(line(page, "e1")).to_have_count(1)
    await context.close()


async def test_events_that_made_place_for_newer_ones_are_told_of(browser: Browser, served: Serving) -> None:
    await served.publish(event("old"))
    async with opened(browser, served.gateway.address) as page:
        await expect(page.locator("#older")).to_be_hidden()
        await served.publish(*[event(f"e{n}") for n in range(300)])

        await expect(line(page, "old")).to_have_count(0)
        await expect(page.locator("#older")).to_be_visible()


async def test_it_says_when_it_is_cut_off_and_goes_on_without_a_gap(
    browser: Browser, log: EmbeddedLog, tmp_path: Path
) -> None:
    async with serving(log, tmp_path / "i.sqlite") as first:
        await first.publish(event("e1"))
        port = int(first.gateway.address.rstrip("/").rpartition(":")[2])
        page = await browser.new_page()
        await page.goto(first.gateway.address)
        await expect(page.locator("#connection")).to_have_text("live")
        await expect(line(page, "e1")).to_be_visible()
    await expect(page.locator("#connection")).not_to_have_text("live")
    async with serving(log, tmp_path / "i.sqlite", port=port) as second:
        await second.publish(event("e2"))

        await expect(line(page, "e2")).to_be_visible(timeout=30_000)
        await expect(page.locator("#connection")).to_have_text("live")
        await expect(line(page, "e1")).to_be_visible()


async def test_a_gateway_that_is_not_ready_is_asked_until_it_is(browser: Browser, tmp_path: Path) -> None:
    async with embedded(tmp_path / "log") as held, serving(held, tmp_path / "one.sqlite") as first:
        port = int(first.gateway.address.rstrip("/").rpartition(":")[2])
        page = await browser.new_page()
        await page.goto(first.gateway.address)
        await expect(page.locator("#connection")).to_have_text("live")
    log = Absent(tmp_path / "log")
    log.is_away = True
    async with log, serving(log, tmp_path / "two.sqlite", ready=False, port=port) as second:
        await expect(page.locator("#connection")).to_have_text("not connected; trying again", timeout=30_000)
        log.is_away = False
        await second.publish(event("e1"))

        await expect(page.locator("#connection")).to_have_text("live", timeout=30_000)
        await expect(line(page, "e1")).to_be_visible()
    await page.close()


async def test_the_story_page_tells_it_and_follows_it(browser: Browser, served: Serving, tmp_path: Path) -> None:
    agreed = event("e2", type_=EventType.AGREE, disagreements=(trade_dispute(),))
    likewise = event("e3", disagreements=(trade_dispute(),))
    await served.publish(event("e1"), agreed, likewise, story("s1", events=["e1", "e2", "e3"]))
    async with opened(browser, served.gateway.address + "story/s1") as page:
        await expect(page.get_by_role("heading", level=2)).to_have_text("Diallo visits Praia")
        await expect(page.locator("dl.disagreements")).to_have_count(1)
        await expect(page.locator(".standfirst")).to_have_text(
            "12 Mar 2025. Told by 3 outlets, 2 independent, in 3 articles."
        )
        await expect(page.get_by_role("heading", level=3)).to_have_text(
            ["What happened", "What they disagree on", "Who says so", "The outlets, in order"]
        )
        await expect(page.locator(".articles .outlet")).to_have_text(["Atlantic Wire", "Praia Post", "Conakry Courier"])
        await expect(page.locator(".articles .copy")).to_have_text("a copy of Atlantic Wire")
        await page.screenshot(path=tmp_path / "story.png", full_page=True)

        fold = line(page, "e1").locator("summary")
        await fold.focus()
        await page.keyboard.press("Enter")
        await served.publish(story("s1", 2, title="Diallo and Tavares agree on a ferry"))
        await expect(page.get_by_role("heading", level=2)).to_have_text("Diallo and Tavares agree on a ferry")
        await expect(fold).to_be_focused()
        await expect(line(page, "e1").locator("details")).to_have_attribute("open", "")


async def test_all_events_of_a_story_can_be_had_that_names_but_some(browser: Browser, served: Serving) -> None:
    published = [event(f"e{number}") for number in range(110)]
    told = story("s1", events=[each.id for each in published[:100]], event_count=110)
    await served.publish(*published, told)
    await served.until_held(told, published[-1])
    async with opened(browser, served.gateway.address + "story/s1") as page:
        await expect(page.locator(".older")).to_have_text("10 further of 110 events. Show all")
        await expect(page.locator(".event")).to_have_count(100)

        await page.get_by_role("button", name="Show all").click()

        await expect(page.locator(".event")).to_have_count(110)
        await expect(page.locator(".older")).to_have_count(0)
        await served.publish(ended("e109"), event("e110"))
        await expect(line(page, "e109")).to_have_count(0)
        await expect(line(page, "e110")).to_have_count(1)


async def test_a_story_that_was_merged_names_its_heirs(browser: Browser, served: Serving) -> None:
    merged = story("s1", 2, events=(), life="ended", heirs=("s2",))
    await served.publish(merged)
    await served.until_held(merged)
    async with opened(browser, served.gateway.address + "story/s1") as page:
        await expect(page.get_by_role("link", name="s2")).to_have_attribute("href", "/story/s2")


async def test_it_reads_well_on_a_phone(browser: Browser, served: Serving, tmp_path: Path) -> None:
    await served.publish(event("e1", outlets=("An outlet with a remarkably long name", "B", "C", "D")), story())
    phone = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
    async with opened(browser, served.gateway.address, **phone) as page:
        await expect(line(page, "e1")).to_be_visible()
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360
        await expect(page.locator(".story")).to_be_hidden()
        await page.get_by_role("button", name="Stories").tap()
        await expect(page.locator(".story")).to_be_visible()
        await expect(line(page, "e1")).to_be_hidden()
        await page.screenshot(path=tmp_path / "phone.png")


async def test_every_box_has_a_name_and_the_page_its_landmarks(browser: Browser, served: Serving) -> None:
    async with opened(browser, served.gateway.address) as page:
        unnamed = await page.evaluate(
            "() => [...document.querySelectorAll('input, select, button')]"
            ".filter((each) => !each.labels?.length && !each.textContent.trim()).length"
        )
        assert unnamed == 0
        roles: tuple[Any, ...] = ("banner", "main", "complementary", "contentinfo")
        for role in roles:
            assert await page.get_by_role(role).count() == 1, role
        assert await page.get_attribute("html", "lang") == "en"
