"""The parent's side of reading: calls the confined function, and turns its ends into one kind of error."""

import json
import re

from dateline.confine import Confined, Failed, Killed, NoProcess, NotStarted
from dateline.eventlog.port import LogUnavailable
from dateline.fetcher.errors import FetcherError
from dateline.fetcher.reading.shapes import Feed, Page, Source, Unreadable

NOT_OURS = "ValueError: "
WHERE = re.compile(r" \(\w+\.py:\d+\)$")
"""The place in the code where an error was raised."""


class Reader:
    """Reads feeds, pages and news files in a child process, which starts with the first of them.

    Where no process is to be had now it raises LogUnavailable: what reads waits, as while the log is away.
    """

    def __init__(self, wall_seconds: float, memory_bytes: int) -> None:
        self._child = Confined(
            "dateline.fetcher.reading.child:read", wall_seconds=wall_seconds, memory_bytes=memory_bytes
        )

    async def close(self) -> None:
        await self._child.close()

    async def feed(self, body: bytes, url: str, content_type: str = "") -> Feed:
        """An RSS or Atom feed; raises Unreadable."""
        return Feed.model_validate_json(await self._read("feed", body, url, content_type))

    async def page(self, body: bytes, url: str | None) -> Page:
        """An HTML page; raises Unreadable."""
        return Page.model_validate_json(await self._read("page", body, url or ""))

    async def news_file(self, body: bytes) -> Feed:
        """A feed, NITF or NewsML-G2 file; raises Unreadable."""
        return Feed.model_validate_json(await self._read("news", body, ""))

    async def _read(self, source: Source, body: bytes, url: str, content_type: str = "") -> bytes:
        head = json.dumps({"source": source, "url": url, "content_type": content_type})
        try:
            return await self._child.call(head.encode() + b"\n" + body)
        except Killed as error:
            raise Unreadable(error.cause, f"reading it {error.detail}") from None
        except Failed as error:
            raise Unreadable(f"bad_{source}", in_words(error.detail)) from None
        except NoProcess as error:
            raise LogUnavailable(f"cannot read feeds and pages now: {error.detail}") from None
        except NotStarted as error:
            raise FetcherError(f"cannot read feeds and pages: {error.detail}") from None


def in_words(detail: str) -> str:
    """What is wrong with a feed or page; of what the readers say themselves, without where they say it."""
    return WHERE.sub("", detail.removeprefix(NOT_OURS)) if detail.startswith(NOT_OURS) else detail
