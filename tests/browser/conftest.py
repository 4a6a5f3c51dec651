"""A real browser: Chromium where one is installed."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright
from tests.unit.gateway.serving import Serving, embedded, serving

from dateline.eventlog.embedded import EmbeddedLog

NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def executable() -> str:
    """The browser's path; without one the tests are skipped, but fail where CI is set."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    lacking = f"no browser here (looked for {', '.join(NAMES)}): apt-get install chromium"
    if os.environ.get("CI"):
        pytest.fail(lacking)
    pytest.skip(lacking)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(executable: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def log(tmp_path: Path) -> AsyncIterator[EmbeddedLog]:
    async with embedded(tmp_path / "log") as log:
        yield log


@pytest_asyncio.fixture(loop_scope="session")
async def served(log: EmbeddedLog, tmp_path: Path) -> AsyncIterator[Serving]:
    async with serving(log, tmp_path / "i.sqlite") as served:
        yield served
