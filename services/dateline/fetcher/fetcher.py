"""The fetcher: its sources, run together."""

import asyncio
from collections import Counter
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web
from prometheus_client import Metric

from dateline.fetcher.errors import FetcherError
from dateline.fetcher.feed import FeedSource
from dateline.fetcher.files import FileReader
from dateline.fetcher.folder import FolderSource
from dateline.fetcher.hosts import HostTurns
from dateline.fetcher.intake import Intake, Publish
from dateline.fetcher.itempage import ItemPages
from dateline.fetcher.push import Push
from dateline.fetcher.reading import Reader
from dateline.fetcher.settings import FetcherSettings
from dateline.fetcher.state import FetcherState
from dateline.fetcher.texts import Defaults
from dateline.netguard import GuardedClient
from dateline.telemetry.metrics import outcomes


class Fetcher:
    """Reads the sources of its settings and publishes what they bring. Enter it, then run it.

    `push` takes articles over HTTP from the moment it is entered, whoever mounts its routes.
    """

    def __init__(self, settings: FetcherSettings, publish: Publish, state_path: Path) -> None:
        self._settings = settings
        self._publish = publish
        self._state_path = state_path
        self._opened = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Open the state and look at the sources; raises FetcherError for one that cannot be used."""
        settings = self._settings
        async with AsyncExitStack() as opened:
            state = opened.enter_context(FetcherState(self._state_path))
            reader = Reader(settings.parse_seconds, settings.parse_memory_mb * 2**20)
            opened.push_async_callback(reader.close)
            client = await opened.enter_async_context(
                GuardedClient(settings.policy, settings.limits, settings.user_agent)
            )
            self._intake = Intake(state, self._publish)
            self.push = Push(self._intake, settings.push_bytes)
            pages = ItemPages(client, reader, HostTurns(settings.host_seconds)) if settings.fetch_pages else None
            self._feeds = [
                FeedSource(url, settings, client, reader, pages, state, self._intake) for url in settings.feeds
            ]
            self._folder: FolderSource | None = None
            if settings.folder is not None:
                defaults = Defaults.given(settings.published, settings.outlet)
                files = FileReader(reader, defaults, settings.file_bytes)
                self._folder = FolderSource(settings.folder, files, state, self._intake)
                self._folder.check()
            if settings.push_port is not None:
                await self._listen(settings.push_port, opened)
            self._opened = opened.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._opened.aclose()

    @property
    def outcomes(self) -> Counter[str]:
        """How many items ended how: published, unchanged, refused:<cause>."""
        return self._intake.outcomes

    def measures(self) -> list[Metric]:
        """What became of the items, and of the polls of all feeds."""
        polls = sum((feed.polls for feed in self._feeds), Counter[str]())
        return [outcomes("fetcher", "items", self.outcomes), outcomes("fetcher", "polls", polls)]

    async def run(self) -> None:
        """Follow the sources until cancelled; without `follow` and feeds, until the folder is read.

        Raises FetcherError, in an ExceptionGroup, when a feed that was never read turns out not to be one.
        """
        async with asyncio.TaskGroup() as tasks:
            for feed in self._feeds:
                tasks.create_task(feed.follow())
            if self._folder is not None and self._settings.follow:
                tasks.create_task(self._folder.follow(self._settings.scan_seconds))
            elif self._folder is not None:
                tasks.create_task(self._folder.scan())
            elif not self._feeds:
                tasks.create_task(asyncio.Event().wait())  # what is pushed comes by itself

    async def _listen(self, port: int, opened: AsyncExitStack) -> None:
        application = web.Application()
        application.add_routes(self.push.routes())
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        opened.push_async_callback(runner.cleanup)
        try:
            await web.TCPSite(runner, "127.0.0.1", port).start()
        except OSError as error:
            raise FetcherError(f"cannot listen on 127.0.0.1:{port}: {error.strerror}; choose another port") from None
        self.push_address = runner.addresses[0]
