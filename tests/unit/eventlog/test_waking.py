"""Who waits for a record of the embedded log wakes up, whoever wrote it."""

import asyncio
from datetime import timedelta
from pathlib import Path

from tests.brokers.waiting import until

from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.port import TopicSpec
from dateline.eventlog.record import Output, Partition


async def test_another_processs_writes_are_heard_of_after_an_error_too(tmp_path: Path) -> None:
    errors = 0

    def fail() -> bool:
        nonlocal errors
        errors += 1
        return True

    async def has_failed() -> bool:
        return errors > 1

    async def waits() -> bool:
        return ours.bell.is_awaited

    async with EmbeddedLog(tmp_path) as ours, EmbeddedLog(tmp_path) as theirs:
        await ours.create([TopicSpec("articles", 1, timedelta(days=1))])
        async with ours.reader({Partition("articles", 0): 0}) as reader:
            waiting = asyncio.create_task(reader.read(10, timeout_seconds=20))
            await until(waits, "somebody waits")
            assert ours._connection is not None
            ours._connection.set_progress_handler(fail, 1)
            await until(has_failed, "SQLite has failed twice", 10)
            ours._connection.set_progress_handler(None, 1)
            await theirs.append([Output("articles", b"k", b"v")])

            assert [record.value for record in await waiting] == [b"v"]
