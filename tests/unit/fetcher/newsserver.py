"""A web server for the tests: what each path answers can be changed while it runs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.test_utils import TestServer

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class NewsServer:
    """`answers` by path: status, headers and body; `requests` are the paths and headers that came."""

    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    root: str = ""

    def put(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> str:
        """Set what a path answers; its URL."""
        content = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        named.setdefault("Content-Type", "text/html; charset=utf-8")
        self.answers[path] = (status, named, content)
        return self.root + path

    def asked(self, path: str) -> list[dict[str, str]]:
        """The headers of each request for a path."""
        return [headers for asked, headers in self.requests if asked == path]

    async def answer(self, request: web.Request) -> web.Response:
        self.requests.append((request.path, dict(request.headers)))
        status, headers, body = self.answers.get(request.path, (404, {}, b"no such page"))
        if headers.get("ETag") and request.headers.get("If-None-Match") == headers["ETag"]:
            return web.Response(status=304)
        return web.Response(status=status, headers=headers, body=body)


@asynccontextmanager
async def news_server() -> AsyncIterator[NewsServer]:
    """A running server on loopback."""
    news = NewsServer()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", news.answer)
    async with TestServer(application) as server:
        news.root = str(server.make_url("")).rstrip("/")
        yield news


def rss(*items: str) -> str:
    """An RSS feed of items given as XML."""
    return f'<rss version="2.0"><channel><title>Coast</title><language>en</language>{"".join(items)}</channel></rss>'


def item(title: str, link: str, summary: str = "In short.", guid: str = "") -> str:
    """An item whose feed holds a summary only."""
    date = "Fri, 02 May 2025 10:00:00 GMT"
    return (
        f"<item><title>{title}</title><link>{link}</link><guid isPermaLink='false'>{guid or title}</guid>"
        f"<pubDate>{date}</pubDate><description>{summary}</description></item>"
    )
