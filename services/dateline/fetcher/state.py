"""What the fetcher remembers: which revision of each article is out, how far each source is read, what it refused."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from dateline.eventlog.port import LogUnavailable
from dateline.fetcher.errors import FetcherError

REFUSED_KEPT = 1_000
SCHEMA = """
CREATE TABLE IF NOT EXISTS articles (
    id TEXT PRIMARY KEY, revision INTEGER NOT NULL, content_hash TEXT NOT NULL, status TEXT NOT NULL,
    acknowledged INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen (
    source TEXT NOT NULL, item TEXT NOT NULL, stamp TEXT NOT NULL, PRIMARY KEY (source, item)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS feeds (
    url TEXT PRIMARY KEY, etag TEXT, modified TEXT, body_hash TEXT, read_whole REAL NOT NULL, next_poll REAL NOT NULL,
    interval REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS refused (
    source TEXT NOT NULL, item TEXT NOT NULL, cause TEXT NOT NULL, detail TEXT NOT NULL, at REAL NOT NULL,
    PRIMARY KEY (source, item)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS refused_at ON refused (at);
"""


@dataclass(frozen=True)
class Issued:
    """An article's newest revision; `acknowledged` once the log has it."""

    id: str
    revision: int
    revision_hash: str
    status: str
    acknowledged: bool


@dataclass(frozen=True)
class RefusedItem:
    """What is no article: where it was found, the cause in a word, one line of detail, when (seconds since 1970)."""

    source: str
    item: str
    cause: str
    detail: str
    at: float


@dataclass(frozen=True)
class FeedState:
    """How far a feed is read. Times are seconds since 1970; `read_whole` is when it was last asked for whole."""

    etag: str | None = None
    modified: str | None = None
    body_hash: str | None = None
    read_whole: float = 0
    next_poll: float = 0
    interval: float = 0


class FetcherState:
    """The state in one SQLite file. Each method is one transaction.

    All raise LogUnavailable where the file cannot be read or written now, as on a full disc, and FetcherError where it
    is broken: without its memory a fetcher would give out the numbers of revisions again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with _told(path):
            self._database = sqlite3.connect(path, isolation_level=None)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")  # what a power cut takes back is published again
            self._database.executescript(SCHEMA)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def issued(self, article: str) -> Issued | None:
        """The article's newest revision."""
        query = "SELECT id, revision, content_hash, status, acknowledged FROM articles WHERE id = ?"
        row = self._row(query, article)
        return Issued(row[0], row[1], row[2], row[3], bool(row[4])) if row else None

    def issue(self, revisions: Iterable[Issued]) -> None:
        """Remember revisions, before they go out and again when they are acknowledged."""
        rows = [(one.id, one.revision, one.revision_hash, one.status, one.acknowledged) for one in revisions]
        with self._transaction() as database:
            database.executemany("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?)", rows)

    def refuse(self, refused: Iterable[RefusedItem], taken: Iterable[tuple[str, str]]) -> None:
        """Remember what was refused last, the newest of it; no longer what was taken since, by its source and item."""
        rows = [(one.source, one.item, one.cause, one.detail, one.at) for one in refused]
        with self._transaction() as database:
            database.executemany("DELETE FROM refused WHERE source = ? AND item = ?", taken)
            if rows:
                database.executemany("INSERT OR REPLACE INTO refused VALUES (?, ?, ?, ?, ?)", rows)
                older = "DELETE FROM refused WHERE at <= (SELECT at FROM refused ORDER BY at DESC LIMIT 1 OFFSET ?)"
                database.execute(older, (REFUSED_KEPT,))

    def refused_items(self, source: str) -> list[str]:
        """What was refused of a source."""
        return [str(item) for (item,) in self._rows("SELECT item FROM refused WHERE source = ?", source)]

    def forget_refused(self, source: str, file: str) -> None:
        """Forget what was refused of a file, and of its lines: it is read anew, or is gone."""
        query = "DELETE FROM refused WHERE source = ? AND (item = ? OR substr(item, 1, ?) = ?)"
        self._write(query, source, file, len(file) + 1, f"{file}#")

    def stamp(self, source: str, item: str) -> str | None:
        """What the item looked like when it was last dealt with."""
        query = "SELECT stamp FROM seen WHERE source = ? AND item = ?"
        row = self._row(query, source, item)
        return str(row[0]) if row else None

    def see(self, source: str, item: str, stamp: str) -> None:
        """Remember that the item, as it looks now, is dealt with."""
        self._write("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", source, item, stamp)

    def feed(self, url: str) -> FeedState | None:
        """How far the feed is read; None when it was never read."""
        query = "SELECT etag, modified, body_hash, read_whole, next_poll, interval FROM feeds WHERE url = ?"
        row = self._row(query, url)
        return FeedState(*row) if row else None

    def keep_feed(self, url: str, state: FeedState) -> None:
        """Remember how far the feed is read."""
        row = (url, state.etag, state.modified, state.body_hash, state.read_whole, state.next_poll, state.interval)
        self._write("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?, ?, ?, ?)", *row)

    def _row(self, query: str, *values: object) -> Any:
        return next(iter(self._rows(query, *values)), None)

    def _rows(self, query: str, *values: object) -> list[Any]:
        with _told(self._path):
            return self._database.execute(query, values).fetchall()

    def _write(self, query: str, *values: object) -> None:
        with self._transaction() as database:
            database.execute(query, values)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with _told(self._path), self._database:
            self._database.execute("BEGIN")
            yield self._database


def refused_in(path: Path) -> list[RefusedItem]:
    """What a fetcher with this state has refused, the newest first; it may be running. Raises as FetcherState does."""
    if not path.exists():
        return []
    with _told(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'refused'").fetchone():
            return []  # written by a version that did not keep them
        rows = database.execute("SELECT source, item, cause, detail, at FROM refused ORDER BY at DESC, item").fetchall()
    return [RefusedItem(*row) for row in rows]


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what SQLite says of the file into what is waited out, or what ends the fetcher."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise LogUnavailable(f"{path}: {error}") from error
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:  # those of its kinds are faults of ours
            raise
        way_out = "put a copy of it back, or move it away: all sources are then read anew"
        raise FetcherError(f"{path} cannot be used, {error}; {way_out}") from error
