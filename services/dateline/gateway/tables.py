"""The tables of the gateway's index and the statements on them; synchronous, for one writer and several readers."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.eventlog.port import Bounds
from dateline.eventlog.record import Partition, Record
from dateline.gateway.cursors import NoSuchPlace, Place
from dateline.gateway.kinds import Kind

VERSION = 1
APPLICATION_ID = int.from_bytes(b"DLIX")  # stands in the file's head
BUSY_WAIT_SECONDS = 30.0
MOST_LOOKED_AT = 2000  # entries per scan; a filter that fits little must not hold a thread for long
MOST_BYTES = 8 * 1024 * 1024
SCHEMA = """
create table place (
    id integer primary key, kind text not null, topic text not null, number integer not null,
    position integer not null, kept_from integer not null, unique (topic, number));
create table entry (
    seq integer primary key autoincrement, kind text not null, place integer not null, offset integer not null,
    made_ms integer not null, id text not null, revision integer not null, coder text not null,
    listed integer not null, previous integer, value blob not null);
create unique index entry_place on entry (place, offset);
create unique index entry_version on entry (kind, id, revision, coder);
create index entry_order on entry (kind);
create index entry_listed on entry (kind) where listed = 1;
create index entry_made on entry (kind, made_ms, place, offset);
"""
EVERY = """
select place, offset, id, revision, previous, value from entry where kind = ? and seq >= ? order by seq
"""
LIVING = """
select place, offset, id, revision, previous, value from entry where kind = ? and seq >= ? and listed = 1 order by seq
"""

Wanted = Callable[[Mapping[str, object]], bool] | None
"""Whether a record, as its JSON reads, is wanted; None wants all."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A record as it goes into the index."""

    record: Record
    id: str
    version: tuple[int, str]
    is_live: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One step of a scan: a record, or (without a value) that a record no longer fits what is wanted."""

    id: str
    revision: int
    value: bytes | None
    after: Place
    """Where a subscriber stands who has seen it."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan found. With `more` it stopped before the end of the index."""

    items: Sequence[Item]
    after: Place
    more: bool


@dataclass(frozen=True, slots=True)
class Latest(Scan):
    """What a scan from the end backwards found: it looked at so many of the living that are held."""

    looked: int
    held: int


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection; the writer makes the tables, anew where the file is an index of another version. Raises
    FileExistsError where the file is of something else, which is never touched."""
    if write and _is_outdated(path):
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    connection = sqlite3.connect(path, timeout=BUSY_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    if write and connection.execute("pragma user_version").fetchone()[0] != VERSION:
        connection.executescript(
            f"begin; {SCHEMA} pragma application_id = {APPLICATION_ID}; pragma user_version = {VERSION}; commit;"
        )
    return connection


def _is_outdated(path: Path) -> bool:
    if not path.exists() or path.stat().st_size == 0:
        return False
    connection = sqlite3.connect(path, timeout=BUSY_WAIT_SECONDS)
    try:
        if not _is_ours(connection):
            raise FileExistsError("something else stands there, and is left as it is; delete it if nobody needs it")
        version: int = connection.execute("pragma user_version").fetchone()[0]
    finally:
        connection.close()
    return version != VERSION


def _is_ours(connection: sqlite3.Connection) -> bool:
    try:
        if connection.execute("pragma application_id").fetchone()[0] == APPLICATION_ID:
            return True
        tables = {name for (name,) in connection.execute("select name from sqlite_schema where type = 'table'")}
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            return False
        raise
    return {"place", "entry"} <= tables  # an index of before there was an application's id


class Tables:
    """The index's tables over one connection. Used from one thread at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._execute = connection.execute

    # What the writer does

    def begin_at(self, kind: Kind, bounds: Mapping[Partition, Bounds]) -> Place:
        """Where reading goes on; what is older than the log's oldest record is marked as no longer kept.

        An index that is ahead of the log is one of another log, and emptied.
        """
        with self._connection:
            self._execute("begin immediate")
            held = self.positions(kind)
            if any(at in bounds and position > bounds[at].end for at, position in held.items()):
                self._execute("delete from entry where kind = ?", (kind.plural,))
                self._execute("delete from place where kind = ?", (kind.plural,))
                held = {}
            for at, bound in bounds.items():
                # Where the newest per key is kept, an old record that is gone was replaced, not lost.
                oldest = 0 if kind.topic.newest_per_key and at.topic == kind.topic.name else bound.begin
                self._execute(
                    "insert into place (kind, topic, number, position, kept_from) values (?1, ?2, ?3, ?4, ?5)"
                    " on conflict do update set position = max(position, ?4),"
                    " kept_from = case when position < ?5 then ?5 else kept_from end",
                    (kind.plural, at.topic, at.number, max(bound.begin, held.get(at, 0)), oldest),
                )
        return self.positions(kind)

    def put(self, kind: Kind, arrivals: Sequence[Arrival], position: Place) -> int:
        """Takes in what is newer than what is held, and where reading goes on; all or nothing. Counts what was new."""
        new = 0
        with self._connection:
            self._execute("begin immediate")
            held = self.positions(kind)
            places = self._place_ids(kind)
            for arrival in arrivals:
                at = arrival.record.partition
                if arrival.record.offset >= held[at]:
                    new += self._put(kind, places[at], arrival)
            for at, offset in position.items():
                self._execute("update place set position = max(position, ?) where id = ?", (offset, places[at]))
        return new

    def _put(self, kind: Kind, place: int, arrival: Arrival) -> int:
        newest = self._execute(
            "select seq, revision, coder from entry where kind = ? and id = ?"
            " order by revision desc, coder desc limit 1",
            (kind.plural, arrival.id),
        ).fetchone()
        if newest and (newest[1], newest[2]) >= arrival.version:
            return 0
        previous = newest[0] if newest else None
        if previous is not None:
            self._execute("update entry set listed = 0 where seq = ?", (previous,))
        record = arrival.record
        self._execute(
            "insert into entry (kind, place, offset, made_ms, id, revision, coder, listed, previous, value)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(kind.plural, place, record.offset, record.timestamp_ms, arrival.id),
                *(*arrival.version, arrival.is_live, previous, record.value),
            ),
        )
        return 1

    def sweep(self, kind: Kind, oldest_ms: int, limit: int) -> int:
        """Deletes at most `limit` entries that were made before; counts them."""
        with self._connection:
            self._execute("begin immediate")
            rows = self._execute(
                "select seq, place, offset from entry where kind = ? and made_ms < ? order by made_ms limit ?",
                (kind.plural, oldest_ms, limit),
            ).fetchall()
            self._connection.executemany("delete from entry where seq = ?", [(seq,) for seq, _, _ in rows])
            self._connection.executemany(
                "update place set kept_from = max(kept_from, ?) where id = ?",
                [(offset + 1, place) for _, place, offset in rows],
            )
        return len(rows)

    # What readers ask

    def positions(self, kind: Kind) -> dict[Partition, int]:
        """For each partition the next offset that the index will take in."""
        rows = self._execute("select topic, number, position from place where kind = ?", (kind.plural,))
        return {Partition(topic, number): position for topic, number, position in rows}

    def check(self, kind: Kind, place: Place) -> list[Partition]:
        """The partitions where the place is ahead of the index; raises NoSuchPlace where something is not kept."""
        rows = self._execute("select topic, number, position, kept_from from place where kind = ?", (kind.plural,))
        known = {Partition(topic, number): (position, kept_from) for topic, number, position, kept_from in rows}
        for at, (_, kept_from) in known.items():
            if place.get(at, 0) < kept_from:
                raise NoSuchPlace(f"the cursor has expired: {at} is kept from offset {kept_from} on")
        return [at for at, offset in place.items() if at not in known or offset > known[at][0]]

    def oldest(self, kind: Kind) -> Place:
        """The place before everything that is kept."""
        rows = self._execute("select topic, number, kept_from from place where kind = ?", (kind.plural,))
        return {Partition(topic, number): kept_from for topic, number, kept_from in rows}

    def made_since(self, kind: Kind, moment_ms: int) -> Place:
        """The place before the records that were made at the moment or later."""
        firsts = self._execute(
            "select topic, number, min(offset) from entry join place on place.id = entry.place"
            " where entry.kind = ? and made_ms >= ? group by place.id",
            (kind.plural, moment_ms),
        )
        return self.positions(kind) | {Partition(topic, number): offset for topic, number, offset in firsts}

    def newest(self, kind: Kind, id_: str) -> bytes | None:
        """The newest revision of a record, live or not."""
        row = self._execute(
            "select value from entry where kind = ? and id = ? order by revision desc, coder desc limit 1",
            (kind.plural, id_),
        ).fetchone()
        return row[0] if row else None

    def onwards(
        self, kind: Kind, place: Place, limit: int, wanted: Wanted, *, live: bool = False, anew: bool = False
    ) -> Scan:
        """What comes after the place, in the order it arrived: every revision, or with `live` the newest of the living.

        A revision that is not wanted, of a record that was wanted before it, comes without its value; for who begins
        `anew` and so holds nothing yet, the record is left out instead.
        """
        with self._snapshot():
            known = self._place_ids(kind)
            starts = [self._first(id_, place.get(at, 0)) for at, id_ in known.items()]
            start = min((seq for seq in starts if seq is not None), default=None)
            if start is None:
                return Scan((), _later(place, self.positions(kind)), more=False)
            names = {id_: at for at, id_ in known.items()}
            after, items, seen, size = dict(place), list[Item](), 0, 0
            for row in self._execute(LIVING if live else EVERY, (kind.plural, start)):
                id_, offset, name, revision, previous, value = row
                at = names[id_]
                if offset < after.get(at, 0):
                    continue
                if len(items) >= limit or seen >= MOST_LOOKED_AT or size >= MOST_BYTES:
                    return Scan(items, after, more=True)
                seen, size = seen + 1, size + len(value)
                after[at] = offset + 1
                if wanted is None or wanted(json.loads(value)):
                    items.append(Item(name, revision, value, dict(after)))
                elif anew:
                    items = [item for item in items if item.id != name]
                elif not live and self._was_wanted(previous, revision, wanted):
                    items.append(Item(name, revision, None, dict(after)))
            return Scan(items, _later(after, self.positions(kind)), more=False)

    def latest(self, kind: Kind, count: int, wanted: Wanted) -> Latest:
        """The last of the living that are wanted, in the order they arrived, and the end of the index."""
        with self._snapshot():
            end = self.positions(kind)
            items, seen, size = list[Item](), 0, 0
            for name, revision, value in self._execute(
                "select id, revision, value from entry where kind = ? and listed = 1 order by seq desc", (kind.plural,)
            ):
                if len(items) >= count or seen >= MOST_LOOKED_AT or size >= MOST_BYTES:
                    break
                seen, size = seen + 1, size + len(value)
                if wanted is None or wanted(json.loads(value)):
                    items.append(Item(name, revision, value, end))
            (held,) = self._execute(
                "select count(*) from entry where kind = ? and listed = 1", (kind.plural,)
            ).fetchone()
            return Latest(items[::-1], end, more=False, looked=seen, held=held)

    def _was_wanted(self, previous: int | None, revision: int, wanted: Callable[[Mapping[str, object]], bool]) -> bool:
        """Whether the revision before was wanted; one that is not held may have been."""
        row = self._execute("select value from entry where seq = ?", (previous,)).fetchone()
        return wanted(json.loads(row[0])) if row else revision > 1

    def _first(self, place: int, offset: int) -> int | None:
        row = self._execute(
            "select seq from entry where place = ? and offset >= ? order by offset limit 1", (place, offset)
        ).fetchone()
        return row[0] if row else None

    def _place_ids(self, kind: Kind) -> dict[Partition, int]:
        rows = self._execute("select topic, number, id from place where kind = ?", (kind.plural,))
        return {Partition(topic, number): id_ for topic, number, id_ in rows}

    def _snapshot(self) -> "Snapshot":
        return Snapshot(self._connection)


class Snapshot:
    """One state of the index for several statements."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("begin")

    def __exit__(self, *_: object) -> None:
        self._connection.execute("rollback")


def _later(place: Place, other: Place) -> Place:
    return {at: max(place.get(at, 0), other.get(at, 0)) for at in {**place, **other}}
