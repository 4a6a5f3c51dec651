"""What the fetcher remembers: which revision of each article is out, how far each source is read, what it refused."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

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
    content_hash: str
    status: str
    acknowledged: bool


@dataclass(frozen=True)
class Refused:
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
    """The state in one SQLite file. Each method is one transaction."""

    def __init__(self, path: Path) -> None:
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
        row = self._database.execute(query, (article,)).fetchone()
        return Issued(row[0], row[1], row[2], row[3], bool(row[4])) if row else None

    def issue(self, revisions: Iterable[Issued]) -> None:
        """Remember revisions, before they go out and again when they are acknowledged."""
        rows = [(one.id, one.revision, one.content_hash, one.status, one.acknowledged) for one in revisions]
        with self._database:
            self._database.execute("BEGIN")
            self._database.executemany("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?)", rows)

    def refuse(self, refused: Iterable[Refused], taken: Iterable[tuple[str, str]]) -> None:
        """Remember what was refused last, the newest of it; no longer what was taken since, by its source and item."""
        rows = [(one.source, one.item, one.cause, one.detail, one.at) for one in refused]
        with self._database:
            self._database.execute("BEGIN")
            self._database.executemany("DELETE FROM refused WHERE source = ? AND item = ?", taken)
            if rows:
                self._database.executemany("INSERT OR REPLACE INTO refused VALUES (?, ?, ?, ?, ?)", rows)
                older = "DELETE FROM refused WHERE at <= (SELECT at FROM refused ORDER BY at DESC LIMIT 1 OFFSET ?)"
                self._database.execute(older, (REFUSED_KEPT,))

    def refused_files(self, source: str) -> set[str]:
        """The files of a folder of which something was refused."""
        rows = self._database.execute("SELECT item FROM refused WHERE source = ?", (source,))
        return {str(item).partition("#")[0] for (item,) in rows}

    def forget_refused(self, source: str, file: str) -> None:
        """Forget what was refused of a file, or of its lines: it is read anew, or is gone."""
        query = "DELETE FROM refused WHERE source = ? AND (item = ? OR substr(item, 1, ?) = ?)"
        self._database.execute(query, (source, file, len(file) + 1, f"{file}#"))

    def stamp(self, source: str, item: str) -> str | None:
        """What the item looked like when it was last dealt with."""
        query = "SELECT stamp FROM seen WHERE source = ? AND item = ?"
        row = self._database.execute(query, (source, item)).fetchone()
        return str(row[0]) if row else None

    def see(self, source: str, item: str, stamp: str) -> None:
        """Remember that the item, as it looks now, is dealt with."""
        self._database.execute("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", (source, item, stamp))

    def feed(self, url: str) -> FeedState | None:
        """How far the feed is read; None when it was never read."""
        query = "SELECT etag, modified, body_hash, read_whole, next_poll, interval FROM feeds WHERE url = ?"
        row = self._database.execute(query, (url,)).fetchone()
        return FeedState(*row) if row else None

    def keep_feed(self, url: str, state: FeedState) -> None:
        """Remember how far the feed is read."""
        row = (url, state.etag, state.modified, state.body_hash, state.read_whole, state.next_poll, state.interval)
        self._database.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def refused_in(path: Path) -> list[Refused]:
    """What a fetcher with this state has refused, the newest first; it may be running."""
    if not path.exists():
        return []
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        rows = database.execute("SELECT source, item, cause, detail, at FROM refused ORDER BY at DESC, item").fetchall()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):  # written by a version that did not keep them
            return []
        raise
    finally:
        database.close()
    return [Refused(*row) for row in rows]
