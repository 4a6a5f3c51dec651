"""A gateway over a real embedded log, and a client that reads its streams as a browser would."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp.web import AbstractRouteDef
from tests.brokers.waiting import until
from tests.unit.gateway.newsroom import Value, output

from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.port import EventLog, LogUnavailable
from dateline.eventlog.provision import contract_specs
from dateline.gateway import Gateway, GatewaySettings
from dateline_schemas import Article, Event, Story

LIMIT_SECONDS = 30.0


@asynccontextmanager
async def embedded(folder: Path) -> AsyncIterator[EmbeddedLog]:
    folder.mkdir(parents=True, exist_ok=True)
    async with EmbeddedLog(folder) as log:
        await log.create(contract_specs(embedded=True))
        yield log


class Absent(EmbeddedLog):
    """A log that can be taken away."""

    is_away = False

    async def topics(self) -> Mapping[str, int]:
        if self.is_away:
            raise LogUnavailable("the log is away")
        return await super().topics()


@dataclass
class Frame:
    """One event of a stream."""

    event: str = "message"
    id: str = ""
    data: Any = None


@dataclass
class Stream:
    """An open stream."""

    response: aiohttp.ClientResponse
    last_id: str = ""
    reset: Frame | None = None
    """What the stream said first, where it could not begin at the cursor."""
    comments: list[str] = field(default_factory=list)

    async def next(self) -> Frame:
        """The next event; raises EOFError where the stream ends."""
        async with asyncio.timeout(LIMIT_SECONDS):
            while True:
                frame = await self.block()
                if frame.data is not None:
                    return frame

    async def ids(self, count: int) -> list[str]:
        return [(await self.next()).data["id"] for _ in range(count)]

    async def comment(self) -> str:
        """The next comment; raises where an event comes before it."""
        async with asyncio.timeout(LIMIT_SECONDS):
            while not self.comments:
                assert (await self.block()).data is None
        return self.comments.pop(0)

    async def block(self) -> Frame:
        frame = Frame()
        while line := (await self.response.content.readline()).decode():
            name, _, content = line.rstrip("\n").partition(":")
            content = content.removeprefix(" ")
            if line == "\n":
                frame.id = self.last_id
                return frame
            if name == "":
                self.comments.append(content)
            elif name == "id":
                self.last_id = content
            elif name == "event":
                frame.event = content
            elif name == "data":
                frame.data = json.loads(content)
        raise EOFError


@dataclass
class Serving:
    """A gateway at work."""

    gateway: Gateway
    log: EventLog
    client: aiohttp.ClientSession

    async def publish(self, *values: Value) -> None:
        await self.log.append([output(value) for value in values])

    async def get(self, path: str, expected: int = 200, **headers: str) -> Any:
        async with self.client.get(self.gateway.address.rstrip("/") + path, headers=headers) as response:
            text = await response.text()
            assert response.status == expected, text
            assert text.count("\n") == 1
            assert text.endswith("\n")
            return json.loads(text)

    async def until_held(self, *values: Event | Story | Article) -> None:
        """Returns once the index holds these revisions or newer ones."""
        paths = {Event: "events", Story: "stories", Article: "articles"}

        async def holds() -> bool:
            pages = {path: await self.get(f"/{path}?limit=500") for path in paths.values()}
            held = {(path, item["id"], item["revision"]) for path, page in pages.items() for item in page["items"]}
            return all((paths[type(value)], value.id, value.revision) in held for value in values)

        await until(holds, "the index holds what was published", LIMIT_SECONDS)

    @asynccontextmanager
    async def stream(self, path: str, **headers: str) -> AsyncIterator[Stream]:
        url = self.gateway.address.rstrip("/") + "/stream/" + path
        async with self.client.get(url, headers=headers) as response:
            assert response.status == 200, await response.text()
            stream = Stream(response)
            async with asyncio.timeout(LIMIT_SECONDS):
                greeting = await stream.block()  # the stream has its place from here on
            stream.reset = None if greeting.data is None else greeting
            yield stream


@asynccontextmanager
async def serving(
    log: EventLog, index: Path, *, ready: bool = True, mounted: Sequence[AbstractRouteDef] = (), **settings: Any
) -> AsyncIterator[Serving]:
    """A gateway that runs over the log; with `ready`, one that has caught up."""
    gateway = Gateway(GatewaySettings(**{"port": 0, "index": index, **settings}), log)
    async with gateway, aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(LIMIT_SECONDS)) as client:
        gateway.mount(mounted)
        running = asyncio.create_task(gateway.run())
        try:
            served = Serving(gateway, log, client)
            if ready:

                async def is_ready() -> bool:
                    assert not running.done(), running.exception()
                    return not gateway.not_ready

                await until(is_ready, "the gateway is ready", LIMIT_SECONDS)
            yield served
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
