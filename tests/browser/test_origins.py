"""Pages of other origins, in a real browser: which may read the gateway."""

from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser
from tests.unit.gateway.newsroom import event
from tests.unit.gateway.serving import serving

from dateline.eventlog.embedded import EmbeddedLog

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all


READS = """async (address) => {
  const page = await fetch(`${address}events`).then((answer) => answer.json()).catch(() => ({ items: [] }));
  const told = await new Promise((resolve) => {
    const source = new EventSource(`${address}stream/events?since=1d`);
    source.addEventListener("event", (message) => resolve(JSON.parse(message.data).id));
    source.onerror = () => resolve("nothing");
  });
  return [page.items.map((item) => item.id), told];
}"""


async def test_a_page_of_another_origin_reads_where_it_is_named_and_only_there(
    browser: Browser, log: EmbeddedLog, tmp_path: Path
) -> None:
    async def desk(_: web.Request) -> web.Response:
        return web.Response(text="<title>A desk</title>", content_type="text/html")

    application = web.Application()
    application.router.add_get("/", desk)
    async with TestServer(application) as server:
        origin = str(server.make_url("/"))
        async with (
            serving(log, tmp_path / "one.sqlite", origins=(origin,)) as named,
            serving(log, tmp_path / "two.sqlite", origins=("https://desk.example",)) as other,
        ):
            await named.publish(event("e1"))
            for served in (named, other):
                await served.until_held(event("e1"))
            page = await browser.new_page()
            await page.goto(origin)

            assert await page.evaluate(READS, named.gateway.address) == [["e1"], "e1"]
            assert await page.evaluate(READS, other.gateway.address) == [[], "nothing"]
            await page.close()
