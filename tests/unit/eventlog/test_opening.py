"""The embedded log's file is opened by several processes at once, for the first time too."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from dateline.eventlog.embedded import EmbeddedLog, tables
from dateline.eventlog.port import LogUnavailable, TopicSpec
from dateline.eventlog.record import Output


def another_writes(path: Path) -> sqlite3.Connection:
    """What SQLite does not wait for while a file goes over to WAL, whatever the timeout: another's write lock."""
    writes = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    writes.execute("create table already (here integer)")
    writes.execute("begin immediate")
    return writes


def test_it_is_waited_for_whoever_has_the_file(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    writes = another_writes(path)
    with ThreadPoolExecutor(1) as threads:
        opening = threads.submit(tables.connect, path, write=True)
        with pytest.raises(TimeoutError):
            opening.result(0.2)
        writes.close()
        connection = opening.result(10)
    assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
    connection.close()


def test_what_never_comes_free_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "log.sqlite"
    writes = another_writes(path)
    monkeypatch.setattr(tables, "BUSY_WAIT_SECONDS", 0.02)
    with pytest.raises(LogUnavailable, match=r"log\.sqlite: database is locked"):
        tables.connect(path, write=True)
    writes.close()


async def test_a_full_disc_is_told_as_what_it_is(tmp_path: Path) -> None:
    async with EmbeddedLog(tmp_path) as log:
        await log.create([TopicSpec("articles", 1, timedelta(days=1))])
        assert log._connection is not None
        (pages,) = log._connection.execute("pragma page_count").fetchone()
        log._connection.execute(f"pragma max_page_count = {pages + 10}")
        with pytest.raises(LogUnavailable, match="database or disk is full"):
            await log.append([Output("articles", b"k", b"v" * 1_000_000)])
