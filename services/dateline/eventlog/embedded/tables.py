"""The tables of the embedded log and the statements on them; synchronous, one connection."""

import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from dateline.eventlog.port import Bounds, LogUnavailable, TopicSpec, UnknownTopic
from dateline.eventlog.record import Commit, Output, Partition, Record
from dateline_schemas.envelope import Headers

BUSY_WAIT_SECONDS = 30.0
AGAIN_SECONDS = 0.01
SCHEMA = """
create table if not exists topic (
    id integer primary key, name text not null unique, partitions integer not null,
    retention_ms integer not null, newest_per_key integer not null);
create table if not exists head (
    topic integer not null, partition integer not null, begin_offset integer not null, next_offset integer not null,
    primary key (topic, partition)) without rowid;
create table if not exists record (
    id integer primary key, topic integer not null, partition integer not null, offset integer not null,
    made_ms integer not null, key blob, value blob, headers blob not null);
create unique index if not exists record_place on record (topic, partition, offset);
create table if not exists committed (
    consumer_group text not null, topic integer not null, partition integer not null,
    offset integer not null, note text not null, at_ms integer not null,
    primary key (consumer_group, topic, partition)) without rowid;
"""


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection in WAL mode; with `write` the tables are made where they are missing.

    Several processes may ask for the first one at once: SQLite does not wait for a lock while a file goes over to WAL,
    whatever its timeout says (https://sqlite.org/wal.html, "sometimes queries return SQLITE_BUSY in WAL mode").
    """
    patience_ends = time.monotonic() + BUSY_WAIT_SECONDS
    while True:
        try:
            return _opened(path, write=write)
        except sqlite3.Error as error:
            is_busy = getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if not is_busy or time.monotonic() > patience_ends:
                raise LogUnavailable(f"{path}: {error}") from error
        time.sleep(AGAIN_SECONDS)


def _opened(path: Path, *, write: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")
        if write:
            connection.executescript(SCHEMA)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class Tables:
    """The log's tables over one connection. Used from one thread at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ids: dict[str, tuple[int, int]] = {}

    def create(self, specs: Iterable[TopicSpec]) -> None:
        with self._transaction():
            for spec in specs:
                self._connection.execute(
                    "insert into topic (name, partitions, retention_ms, newest_per_key)"
                    " values (?, ?, ?, ?) on conflict (name) do nothing",
                    (
                        spec.name,
                        spec.partitions,
                        int(spec.retention.total_seconds() * 1000),
                        int(spec.newest_per_key),
                    ),
                )

    def topics(self) -> dict[str, int]:
        return dict(self._connection.execute("select name, partitions from topic order by name"))

    def write(
        self, outputs: Sequence[Output], group: str = "", commits: Mapping[Partition, Commit] | None = None
    ) -> None:
        """Appends all and sets the group's commits, in one transaction."""
        now = time.time_ns() // 1_000_000
        with self._transaction():
            for output in outputs:
                self._append(output, now)
            for partition, commit in (commits or {}).items():
                topic, _ = self._id(partition.topic)
                self._connection.execute(
                    "insert or replace into committed values (?, ?, ?, ?, ?, ?)",
                    (group, topic, partition.number, commit.offset, commit.note, commit.at_ms or now),
                )

    def _append(self, output: Output, now: int) -> None:
        topic, partitions = self._id(output.topic)
        number = output.partition
        if number is None:
            number = crc32(output.key or b"") % partitions
        if not 0 <= number < partitions:
            raise UnknownTopic(f"{output.topic} has no partition {number}", f"it has 0 to {partitions - 1}")
        place = (topic, number)
        row = self._connection.execute(
            "insert into head values (?, ?, 0, 1)"
            " on conflict do update set next_offset = next_offset + 1 returning next_offset",
            place,
        ).fetchone()
        self._connection.execute(
            "insert into record (topic, partition, offset, made_ms, key, value, headers) values (?, ?, ?, ?, ?, ?, ?)",
            (*place, row[0] - 1, now, output.key, output.value, pack(output.headers)),
        )

    def bounds(self, topic: str) -> dict[Partition, Bounds]:
        id_, partitions = self._id(topic)
        rows = self._connection.execute("select partition, begin_offset, next_offset from head where topic = ?", (id_,))
        found = {number: Bounds(begin, end) for number, begin, end in rows}
        return {Partition(topic, n): found.get(n, Bounds(0, 0)) for n in range(partitions)}

    def offsets_at(self, topic: str, moment_ms: int) -> dict[Partition, int]:
        id_, _ = self._id(topic)
        first = "select offset from record where topic = ? and partition = ? and made_ms >= ? order by offset limit 1"
        offsets = {}
        for partition, bounds in self.bounds(topic).items():
            row = self._connection.execute(first, (id_, partition.number, moment_ms)).fetchone()
            offsets[partition] = row[0] if row else bounds.end
        return offsets

    def read(self, partition: Partition, offset: int, limit: int) -> list[Record]:
        id_, _ = self._id(partition.topic)
        rows = self._connection.execute(
            "select offset, made_ms, key, value, headers from record"
            " where topic = ? and partition = ? and offset >= ? order by offset limit ?",
            (id_, partition.number, offset, limit),
        )
        return [Record(partition, at, made, key, value, unpack(headers)) for at, made, key, value, headers in rows]

    def groups(self) -> list[str]:
        rows = self._connection.execute("select distinct consumer_group from committed order by 1")
        return [group for (group,) in rows]

    def commits(self, group: str) -> dict[Partition, Commit]:
        rows = self._connection.execute(
            "select name, partition, offset, note, at_ms from committed join topic on topic.id = committed.topic"
            " where consumer_group = ?",
            (group,),
        )
        return {Partition(name, number): Commit(offset, note, at) for name, number, offset, note, at in rows}

    def sweep(self, now_ms: int) -> int:
        """Deletes what retention no longer keeps, and of keyed topics all but the newest per key; counts records."""
        swept = 0
        rows = self._connection.execute("select id, retention_ms, newest_per_key from topic").fetchall()
        for topic, retention_ms, newest_per_key in rows:
            with self._transaction():
                swept += self._sweep_topic(topic, now_ms - retention_ms, bool(newest_per_key))
        return swept

    def _sweep_topic(self, topic: int, oldest_ms: int, newest_per_key: bool) -> int:
        execute = self._connection.execute
        swept = execute("delete from record where topic = ? and made_ms < ?", (topic, oldest_ms)).rowcount
        if newest_per_key:
            swept += execute(
                "delete from record where topic = ?1 and key is not null and id not in"
                " (select max(id) from record where topic = ?1 group by partition, key)",
                (topic,),
            ).rowcount
        if swept:
            execute(
                "update head set begin_offset = coalesce((select min(offset) from record r where r.topic = head.topic"
                " and r.partition = head.partition), next_offset) where topic = ?",
                (topic,),
            )
        return swept

    def _id(self, name: str) -> tuple[int, int]:
        if name not in self._ids:
            row = self._connection.execute("select id, partitions from topic where name = ?", (name,)).fetchone()
            if row is None:
                there_are = ", ".join(self.topics()) or "none yet"
                raise UnknownTopic(f"there is no topic {name!r}", f"there are: {there_are}")
            self._ids[name] = (row[0], row[1])
        return self._ids[name]

    def _transaction(self) -> "Transaction":
        return Transaction(self._connection)


class Transaction:
    """One write transaction; whatever keeps SQLite from it is LogUnavailable."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        try:
            self._connection.execute("begin immediate")
        except sqlite3.Error as error:
            raise LogUnavailable(f"the embedded log cannot be written: {error}") from error

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            if kind is None:
                self._connection.execute("commit")
        except sqlite3.Error as failure:
            self._roll_back()
            raise LogUnavailable(f"the embedded log cannot be written: {failure}") from failure
        if kind is not None:
            self._roll_back()
        if isinstance(error, sqlite3.OperationalError):
            raise LogUnavailable(f"the embedded log cannot be written: {error}") from error

    def _roll_back(self) -> None:
        """Undoes what SQLite has not undone itself, as it does when the disc is full."""
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("rollback")


def pack(headers: Headers) -> bytes:
    """Headers as length-prefixed names and contents: a name may stand twice."""
    parts = []
    for name, content in headers:
        encoded = name.encode()
        parts += [len(encoded).to_bytes(4), encoded, len(content).to_bytes(4), content]
    return b"".join(parts)


def unpack(packed: bytes) -> Headers:
    parts: list[bytes] = []
    at = 0
    while at < len(packed):
        size = int.from_bytes(packed[at : at + 4])
        parts.append(packed[at + 4 : at + 4 + size])
        at += 4 + size
    return tuple((name.decode(), content) for name, content in zip(parts[::2], parts[1::2], strict=True))
