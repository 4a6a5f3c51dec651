"""The embedded log's file is opened by several processes at once, for the first time too."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dateline.eventlog.embedded import tables
from dateline.eventlog.port import LogUnavailable


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
