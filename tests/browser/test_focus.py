"""The keyboard's focus, in a real browser, while what holds it is revised."""

import pytest
from playwright.async_api import Browser, expect
from tests.browser.showing import line, opened
from tests.unit.gateway.newsroom import ended, event
from tests.unit.gateway.serving import Serving

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all


async def test_the_focus_and_what_is_open_stay_through_revisions(browser: Browser, served: Serving) -> None:
    await served.publish(event("e1"), event("e2"))
    async with opened(browser, served.gateway.address) as page:
        fold = line(page, "e1").locator("summary")
        await fold.focus()
        await page.keyboard.press("Enter")
        await served.publish(event("e1", 2, actor="Dockers' Union of Praia"))
        await expect(line(page, "e1").locator(".deed")).to_contain_text("Dockers' Union of Praia")
        await expect(fold).to_be_focused()
        await expect(line(page, "e1").locator("blockquote").first).to_be_visible()

        await page.keyboard.press("Tab")
        await page.keyboard.press("Tab")
        second = line(page, "e1").get_by_role("link", name="Praia Post")
        await expect(second).to_be_focused()
        await served.publish(event("e1", 3, outlets=("Mindelo Morning", "Atlantic Wire", "Praia Post")))
        await expect(line(page, "e1").locator("blockquote")).to_have_count(3)
        await expect(second).to_be_focused()

        await served.publish(event("e1", 4, outlets=("Mindelo Morning",)))  # what held it is no more
        await expect(line(page, "e1").locator("blockquote")).to_have_count(1)
        await expect(fold).to_be_focused()


async def test_the_focus_goes_on_to_the_next_when_an_event_ends(browser: Browser, served: Serving) -> None:
    await served.publish(event("e1"), event("e2"), event("e3"))
    async with opened(browser, served.gateway.address) as page:
        await line(page, "e2").locator(".to-story").focus()
        await served.publish(ended("e2"))
        await expect(line(page, "e1").locator("summary")).to_be_focused()
        await served.publish(ended("e1"))
        await expect(line(page, "e3").locator("summary")).to_be_focused()


async def test_a_revision_takes_the_focus_from_nobody(browser: Browser, served: Serving) -> None:
    await served.publish(event("e1"), event("e2"))
    async with opened(browser, served.gateway.address) as page:
        await line(page, "e2").locator("summary").focus()
        await served.publish(event("e1", 2, actor="Guinea"), ended("e1", 3), event("e3"))
        await expect(line(page, "e3")).to_be_visible()
        await expect(line(page, "e2").locator("summary")).to_be_focused()
