"""The embedded log: the port over SQLite, and waits that wake up at once."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from dateline.eventlog.bell import Bell
from dateline.eventlog.embedded.tables import Tables, connect
from dateline.eventlog.port import Bounds, LogUnavailable, Reader, TopicSpec
from dateline.eventlog.record import Commit, Output, Partition, Record

FILE = "log.sqlite"
GLANCE_SECONDS = 0.02  # how often another process's writes are looked for
SWEEP_SECONDS = 300.0

T = TypeVar("T")


class EmbeddedLog:
    """A log in one SQLite file: durable across crashes of the process, one machine, many readers.

    Several processes may read and write it. It is not for several machines, and not for more than some thousands of
    records a second.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="embedded-log")
        self._bell = Bell()
        self._watch: asyncio.Task[None] | None = None
        self._connection: sqlite3.Connection | None = None

    async def __aenter__(self) -> "EmbeddedLog":
        def open_() -> tuple[sqlite3.Connection, Tables]:
            connection = connect(self._path, write=True)
            return connection, Tables(connection)

        self._connection, self._tables = await self._in_thread(open_)
        self._watch = asyncio.create_task(self._watch_writes())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
        if self._connection is not None:
            await self._in_thread(self._connection.close)
        self._threads.shutdown()

    async def create(self, topics: Sequence[TopicSpec]) -> None:
        await self._in_thread(lambda: self._tables.create(topics))

    async def topics(self) -> Mapping[str, int]:
        return await self._in_thread(self._tables.topics)

    async def append(self, outputs: Sequence[Output]) -> None:
        await self.write(outputs)

    async def write(
        self, outputs: Sequence[Output], group: str = "", commits: Mapping[Partition, Commit] | None = None
    ) -> None:
        """Appends all and sets the group's commits, all or nothing."""
        await self._in_thread(lambda: self._tables.write(outputs, group, commits))
        self._bell.ring()

    async def bounds(self, topic: str) -> Mapping[Partition, Bounds]:
        return await self._in_thread(lambda: self._tables.bounds(topic))

    async def offsets_at(self, topic: str, moment: datetime) -> Mapping[Partition, int]:
        return await self._in_thread(lambda: self._tables.offsets_at(topic, int(moment.timestamp() * 1000)))

    @asynccontextmanager
    async def reader(self, starts: Mapping[Partition, int]) -> AsyncIterator[Reader]:
        for topic in {partition.topic for partition in starts}:
            await self.bounds(topic)  # an unknown topic is told here
        yield EmbeddedReader(self, starts)

    async def groups(self) -> Sequence[str]:
        return await self._in_thread(self._tables.groups)

    async def commits(self, group: str) -> Mapping[Partition, Commit]:
        return await self._in_thread(lambda: self._tables.commits(group))

    async def sweep(self) -> int:
        """Deletes what retention no longer keeps; gives the number of records."""
        return await self._in_thread(lambda: self._tables.sweep(time.time_ns() // 1_000_000))

    async def sweep_for_ever(self) -> None:
        """Sweeps now and every five minutes."""
        while True:
            await self.sweep()
            await asyncio.sleep(SWEEP_SECONDS)

    async def read_after(self, partition: Partition, offset: int, limit: int) -> list[Record]:
        return await self._in_thread(lambda: self._tables.read(partition, offset, limit))

    @property
    def bell(self) -> Bell:
        return self._bell

    async def _watch_writes(self) -> None:
        """Rings when another process has written: SQLite's data_version changes then, and only then."""

        def version() -> int:
            assert self._connection is not None
            return int(self._connection.execute("pragma data_version").fetchone()[0])

        seen: int | None = None
        while True:
            await asyncio.sleep(GLANCE_SECONDS)
            if not self._bell.is_awaited:
                continue
            try:
                now = await self._in_thread(version)
            except LogUnavailable:  # who reads or writes hears of it too
                continue
            if now != seen:
                seen = now
                self._bell.ring()

    async def _in_thread(self, call: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, call)
        except sqlite3.Error as error:
            raise LogUnavailable(f"{self._path}: {error}") from error


class EmbeddedReader:
    """Reads chosen partitions of an embedded log onwards."""

    def __init__(self, log: EmbeddedLog, starts: Mapping[Partition, int]) -> None:
        self._log = log
        self._next = dict(starts)

    async def read(self, limit: int, timeout_seconds: float) -> Sequence[Record]:
        deadline = asyncio.get_running_loop().time() + timeout_seconds
        while True:
            heard = self._log.bell.heard
            records: list[Record] = []
            for partition, offset in self._next.items():
                if len(records) == limit:
                    break
                records += await self._log.read_after(partition, offset, limit - len(records))
            for record in records:
                self._next[record.partition] = record.offset + 1
            if records or not await self._log.bell.wait(heard, deadline):
                return records

    async def position(self, partition: Partition) -> int:
        begin = (await self._log.bounds(partition.topic))[partition].begin
        return max(self._next[partition], begin)  # a sweep may have been there before
