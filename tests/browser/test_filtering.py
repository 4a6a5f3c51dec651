"""The page's filters in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect
from tests.browser.showing import line, opened
from tests.unit.gateway.newsroom import event
from tests.unit.gateway.serving import Serving

from dateline_schemas import EventType, Realis

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all


async def test_the_filter_shows_only_what_is_asked_and_stays_in_the_address(browser: Browser, served: Serving) -> None:
    await served.publish(event("visit"), event("aid", type_=EventType.AID))
    await served.until_held(event("visit"))
    async with opened(browser, served.gateway.address, viewport={"width": 1280, "height": 900}) as page:
        await expect(page.locator(".event")).to_have_count(2)
        await page.get_by_label("Event type").select_option("AID")
        await page.get_by_label("Actor’s country").fill("gin")
        await page.get_by_role("button", name="Show", exact=True).click()
        await expect(page).to_have_url(re.compile(r"\?type=AID&actor_country=gin$"))
        await expect(page.locator(".event")).to_have_count(1)
        await expect(page.get_by_label("Event type")).to_have_value("AID")

        await served.publish(event("aid", 2, type_=EventType.CONSULT))  # fits no more
        await expect(page.locator(".event")).to_have_count(0)
        await expect(page.locator("#no-events")).to_be_visible()


async def test_the_page_can_leave_statements_out(browser: Browser, served: Serving) -> None:
    said = event("said", type_=EventType.STATEMENT)
    await served.publish(event("visit"), said)
    await served.until_held(said)
    async with opened(browser, served.gateway.address, viewport={"width": 1280, "height": 900}) as page:
        await expect(page.locator(".event")).to_have_count(2)
        await page.get_by_label("Event type").select_option("all but statements")
        await page.get_by_label("Outlet").fill("! Mindelo Morning ")
        await page.get_by_role("button", name="Show", exact=True).click()
        await expect(page).to_have_url(re.compile(r"\?type%21=STATEMENT&outlet%21=\+?Mindelo\+Morning$"))
        await expect(page.locator(".event")).to_have_count(1)
        await expect(line(page, "visit")).to_be_visible()
        await expect(page.locator("#chosen")).to_have_text("type: not STATEMENT, outlet: not Mindelo Morning")
        await expect(page.get_by_label("Event type")).to_have_value("!STATEMENT")
        await expect(page.get_by_label("Outlet")).to_have_value("!Mindelo Morning")
        await expect(page.locator("#stories")).to_contain_text("not filtered")


async def test_a_type_that_the_list_does_not_offer_stays_chosen(browser: Browser, served: Serving) -> None:
    await served.publish(event("visit"), event("aid", type_=EventType.AID))
    await served.until_held(event("visit"))
    async with opened(browser, f"{served.gateway.address}?type!=AID", viewport={"width": 1280, "height": 900}) as page:
        await expect(page.locator(".event")).to_have_count(1)
        await page.get_by_label("Topic").fill("diplomatic")
        await page.get_by_role("button", name="Show", exact=True).click()
        await expect(page).to_have_url(re.compile(r"\?type%21=AID&topic=diplomatic$"))


async def test_the_page_filters_by_whom_it_is_done_to_and_how_it_is_told(browser: Browser, served: Serving) -> None:
    plan = event("plan").model_copy(update={"realis": Realis.FUTURE})
    await served.publish(event("visit"), plan)
    await served.until_held(plan)
    async with opened(browser, served.gateway.address, viewport={"width": 1280, "height": 900}) as page:
        await page.get_by_label("Recipient", exact=True).fill("joaquim tavares")
        await page.get_by_label("Told as").select_option("announced")
        await page.get_by_role("button", name="Show", exact=True).click()
        await expect(page).to_have_url(re.compile(r"\?recipient=joaquim\+tavares&realis=future$"))
        await expect(page.locator(".event")).to_have_count(1)
        await expect(line(page, "plan")).to_be_visible()
        await expect(page.locator("#stories")).to_contain_text("not filtered")


async def test_a_filter_that_is_none_is_not_tried_again(browser: Browser, served: Serving) -> None:
    page = await browser.new_page()
    await page.goto(f"{served.gateway.address}?type=NOPE")
    await expect(page.locator("#trouble")).to_contain_text("NOPE")
    await expect(page.locator("#connection")).to_have_text("not following: this filter is none")
    await expect(page.locator("#no-events")).to_be_hidden()
    await page.goto(f"{served.gateway.address}?colour=red")
    await expect(page.locator("#trouble")).to_contain_text(
        re.compile("cannot be filtered by 'colour', only by: .* story$")
    )
    await page.close()


async def test_what_the_page_asks_by_itself_is_no_filter_in_its_address(browser: Browser, served: Serving) -> None:
    await served.publish(event("visit"), event("aid", type_=EventType.AID))
    await served.until_held(event("visit"))
    async with opened(browser, served.gateway.address + "?latest=5&since=1h&limit=x&live=2&type=AID") as page:
        await expect(page.locator(".event")).to_have_count(1)
        await expect(page.locator("#chosen")).to_have_text("type: AID")


async def test_a_filter_that_nothing_matches_is_told_with_how_many_are_held(
    browser: Browser, served: Serving, tmp_path: Path
) -> None:
    await served.publish(event("e1"), event("e2"))
    await served.until_held(event("e2"))
    async with opened(browser, served.gateway.address + "?actor=Diallo") as page:
        await expect(page.locator("#no-events")).to_have_text(
            "None of the 2 events held matches the filter. Actors are matched by their whole names or ids."
            " What comes in and matches appears here."
        )
        await expect(page.locator("#older")).to_be_hidden()
        await page.screenshot(path=tmp_path / "none.png", full_page=True)


async def test_a_filter_that_cannot_be_is_explained(browser: Browser, served: Serving) -> None:
    page = await browser.new_page()
    await page.goto(served.gateway.address + "?country=Kenya")

    await expect(page.get_by_role("alert")).to_contain_text("a code of three letters")
