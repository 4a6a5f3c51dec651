"""The gateway's index: what the log cannot look up, in a file that may be deleted at any time."""

import asyncio
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from dateline.eventlog.bell import Bell
from dateline.eventlog.port import Bounds
from dateline.eventlog.record import Partition
from dateline.gateway.cursors import Place
from dateline.gateway.kinds import KINDS, Kind
from dateline.gateway.tables import Arrival, Scan, Tables, Wanted, connect

READERS = 2
SWEEP_STEP = 500  # entries per transaction, so that a sweep never keeps the wire waiting

T = TypeVar("T")


class IndexUnavailable(Exception):
    """The index's file cannot be read or written now; the message says which and why."""


class Index:
    """The newest record by id, revisions within retention, and the order of arrival, one kind beside the other.

    One SQLite file; every replica of the gateway has its own. All methods raise IndexUnavailable.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._bells = {kind.plural: Bell() for kind in KINDS}
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="gateway-write")
        self._reading = ThreadPoolExecutor(READERS, thread_name_prefix="gateway-read")
        self._writer: Tables | None = None
        self._readers: list[Tables] = []
        self._connections: list[sqlite3.Connection] = []

    async def __aenter__(self) -> "Index":
        def open_() -> None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connections = [connect(self._path, write=True)]
            self._connections += [connect(self._path, write=False) for _ in range(READERS)]
            self._writer, *self._readers = map(Tables, self._connections)

        await self._run(self._writing, open_)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # A cancelled request leaves its scan running: the readers end before their connections are closed.
        await asyncio.to_thread(self._reading.shutdown)
        await asyncio.to_thread(self._writing.shutdown)
        for connection in self._connections:
            connection.close()

    def bell(self, kind: Kind) -> Bell:
        return self._bells[kind.plural]

    async def begin_at(self, kind: Kind, bounds: Mapping[Partition, Bounds]) -> Place:
        return await self._write(lambda tables: tables.begin_at(kind, bounds))

    async def put(self, kind: Kind, arrivals: Sequence[Arrival], position: Place) -> int:
        """Takes in what is newer than what is held, and wakes up who waits for it."""
        new = await self._write(lambda tables: tables.put(kind, arrivals, position))
        if new:
            self.bell(kind).ring()
        return new

    async def sweep(self, kind: Kind, oldest_ms: int) -> int:
        """Deletes what was made before, in small steps."""
        swept = 0
        while step := await self._write(lambda tables: tables.sweep(kind, oldest_ms, SWEEP_STEP)):
            swept += step
        return swept

    async def read(self, question: Callable[[Tables], T]) -> T:
        """What the tables answer, off the event loop."""

        def ask() -> T:
            tables = self._readers.pop()
            try:
                return question(tables)
            finally:
                self._readers.append(tables)

        return await self._run(self._reading, ask)

    async def onwards(
        self, kind: Kind, place: Place, limit: int, wanted: Wanted, *, live: bool = False, anew: bool = False
    ) -> Scan:
        return await self.read(lambda tables: tables.onwards(kind, place, limit, wanted, live=live, anew=anew))

    async def _write(self, deed: Callable[[Tables], T]) -> T:
        def do() -> T:
            assert self._writer is not None
            return deed(self._writer)

        return await self._run(self._writing, do)

    async def _run(self, threads: ThreadPoolExecutor, call: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(threads, call)
        except (sqlite3.Error, OSError) as error:
            raise IndexUnavailable(f"the gateway's index {self._path}: {error}") from error
