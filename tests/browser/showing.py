"""A page of the gateway in a real browser."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import Browser, Page, expect


@asynccontextmanager
async def opened(browser: Browser, address: str, **kind: Any) -> AsyncIterator[Page]:
    """The page, connected; fails where it logged an error, as for what its policy forbids."""
    context = await browser.new_context(**kind)
    page = await context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    await page.goto(address)
    await expect(page.locator("#connection")).to_have_text("live")
    yield page
    assert errors == []
    await context.close()


def line(page: Page, id_: str) -> Any:
    return page.locator(f".event[data-id='{id_}']")
