"""Stands where the log is: what was published, and someone who waits for it."""

import asyncio
from collections.abc import Callable, Sequence

from dateline_schemas.article import Article


class Outbox:
    """Keeps published articles, and wakes whoever waits for them."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self._changed = asyncio.Condition()

    async def publish(self, articles: Sequence[Article]) -> None:
        async with self._changed:
            self.articles += articles
            self._changed.notify_all()

    async def until(self, happened: Callable[[list[Article]], bool]) -> None:
        """Wait for what is to come out."""
        async with asyncio.timeout(30), self._changed:
            await self._changed.wait_for(lambda: happened(self.articles))

    @property
    def titles(self) -> list[str]:
        return [article.title for article in self.articles]
