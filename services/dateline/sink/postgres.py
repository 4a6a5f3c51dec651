"""PostgreSQL 15 to 17: the newest revision of each story and event, a row each."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from importlib.resources import files

import asyncpg
from pydantic import SecretStr

from dateline.eventlog.record import Partition
from dateline.eventlog.stage import Input, Unavailable, Unprocessable
from dateline.sink.rows import EVENT_COLUMNS, STORY_COLUMNS, event_row, story_row, upsert
from dateline_schemas import Event, Story

CONNECT_SECONDS = 10.0
STATEMENT_SECONDS = 60.0
MIGRATION_LOCK = 7_263_140_021  # any number that is ours: of several sinks one migrates
FAILURES = (  # what passes when it is waited out, on a new connection
    asyncpg.PostgresError,  # type: ignore[attr-defined]
    asyncpg.InterfaceError,  # type: ignore[attr-defined]
    asyncpg.InternalClientError,  # type: ignore[attr-defined]
    OSError,
    TimeoutError,
)
UPSERT_STORY = upsert("story", STORY_COLUMNS)
UPSERT_EVENT = upsert("event", EVENT_COLUMNS)
KEEP_POSITION = (
    "insert into dateline.position (topic, partition, next_offset) values ($1, $2, $3)"
    " on conflict (topic, partition) do update set next_offset = excluded.next_offset, stored_at = now()"
)


@asynccontextmanager
async def opened(address: SecretStr) -> AsyncIterator["Postgres"]:
    """The connection is closed at the end."""
    async with aclosing(Postgres(address.get_secret_value())) as database:
        yield database


class Postgres:
    """Stores stories and events in the schema `dateline`, which it makes and migrates.

    A batch is one transaction, with the position that it leads to. What is stored twice, or comes late, changes
    nothing: an older revision is ignored. An ended story or event stays as a row that is not live.
    """

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._lock = asyncio.Lock()
        self._connection: asyncpg.Connection | None = None
        self._is_migrated = False

    async def reach(self) -> None:
        async with self._connected():
            pass

    async def open(self, partition: Partition, notes: Sequence[str]) -> None:
        await self.reach()

    async def write(self, partition: Partition, inputs: Sequence[Input]) -> str:
        stories = [story_row(given.value) for given in inputs if isinstance(given.value, Story)]
        events = [event_row(given.value) for given in inputs if isinstance(given.value, Event)]
        positions = {given.record.partition: given.record.offset + 1 for given in inputs}
        async with self._connected() as connection, connection.transaction():
            await connection.executemany(UPSERT_STORY, stories)
            await connection.executemany(UPSERT_EVENT, events)
            await connection.executemany(
                KEEP_POSITION, [(place.topic, place.number, offset) for place, offset in positions.items()]
            )
        return ""

    async def close(self, partition: Partition) -> None:
        """Nothing: the connection serves all partitions."""

    async def aclose(self) -> None:
        """Closes the connection."""
        async with self._lock:
            await self._drop()

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[asyncpg.Connection]:
        """The connection, for one at a time; whatever fails on it becomes Unavailable, and it is opened anew."""
        async with self._lock:
            try:
                yield await self._ready()
            except asyncpg.DataError as error:
                raise Unprocessable("not_storable", f"PostgreSQL refuses it: {error}") from error
            except FAILURES as error:
                await self._drop()
                raise self._unavailable(error) from error

    async def _ready(self) -> asyncpg.Connection:
        """The connection, with the schema as it should be."""
        try:
            if self._connection is None or self._connection.is_closed():
                self._connection = await connected(self._dsn)
            if not self._is_migrated:
                await migrate(self._connection)
                self._is_migrated = True
        except Unavailable:
            raise
        except Exception as error:  # no record is in it yet, so none is at fault
            await self._drop()
            raise self._unavailable(error) from error
        return self._connection

    def _unavailable(self, error: Exception) -> Unavailable:
        return Unavailable(f"PostgreSQL at {place_of(self._dsn)}: {error or type(error).__name__}")

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        self._is_migrated = False
        if connection is not None:
            connection.terminate()


async def connected(dsn: str) -> asyncpg.Connection:
    """A new connection; raises Unavailable, without what may be the password, for an address that cannot be read."""
    try:
        connection: asyncpg.Connection = await asyncpg.connect(
            dsn, timeout=CONNECT_SECONDS, command_timeout=STATEMENT_SECONDS
        )
    except FAILURES:
        raise
    except ValueError:
        raise Unavailable(
            "PostgreSQL's address cannot be read; in a name or password write [ as %5B, ? as %3F, / as %2F, @ as %40"
        ) from None
    return connection


async def migrate(connection: asyncpg.Connection) -> None:
    """Brings the schema to this version, by the files of `migrations` that it has not seen, all or nothing."""
    async with connection.transaction():
        await connection.execute("select pg_advisory_xact_lock($1)", MIGRATION_LOCK)
        await connection.execute("create schema if not exists dateline")
        await connection.execute(
            "create table if not exists dateline.migration"
            " (name text primary key, applied_at timestamptz not null default now())"
        )
        applied = {row["name"] for row in await connection.fetch("select name from dateline.migration")}
        scripts = sorted((files("dateline.sink") / "migrations").iterdir(), key=lambda script: script.name)
        for script in scripts:
            if script.name.endswith(".sql") and script.name not in applied:
                await connection.execute(script.read_text())
                await connection.execute("insert into dateline.migration (name) values ($1)", script.name)


def place_of(dsn: str) -> str:
    """Hosts and database as they stand in the address, without its password."""
    return dsn.partition("://")[2].partition("?")[0].rpartition("@")[2]
