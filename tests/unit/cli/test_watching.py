"""What `dateline run` shows while events come in."""

import asyncio
import os
from contextlib import suppress
from io import StringIO
from pathlib import Path
from threading import Timer

import pytest
from rich.console import Console
from tests.brokers.waiting import until
from tests.unit.gateway.newsroom import event, output
from tests.unit.gateway.serving import embedded

from dateline.cli import watching

ADDRESS = "http://127.0.0.1:8420/"


async def test_the_address_is_shown_on_a_wire_that_never_pauses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "BUSY_SECONDS", 0.2)
    printed = StringIO()
    console = Console(file=printed, highlight=False, soft_wrap=True)
    async with embedded(tmp_path) as log:
        watcher = asyncio.create_task(watching.Watching(console).watch(log, ADDRESS))
        written = 0

        async def is_shown() -> bool:
            nonlocal written
            written += 1
            await log.append([output(event(f"e{written}"))])
            return ADDRESS in printed.getvalue()

        try:
            await until(is_shown, "the address is shown", 10)
        finally:
            watcher.cancel()
            with suppress(asyncio.CancelledError):
                await watcher

    assert printed.getvalue().count(ADDRESS) == 1
    assert "Ctrl-C" not in printed.getvalue()


async def test_a_pager_that_does_not_read_on_holds_up_nobody(tmp_path: Path) -> None:
    reads, writes = os.pipe()
    os.set_blocking(writes, False)
    with suppress(BlockingIOError):
        while True:
            os.write(writes, b"-" * 1024)
    os.set_blocking(writes, True)
    rescue = Timer(10, os.read, (reads, 1_000_000))  # so that a loop that is held up fails here, and does not hang
    rescue.start()
    with os.fdopen(reads, "rb", 0) as pager, os.fdopen(writes, "w") as pipe:
        async with embedded(tmp_path) as log:
            watcher = asyncio.create_task(watching.Watching(Console(file=pipe)).watch(log, ADDRESS))
            try:
                for number in range(20):
                    await log.append([output(event(f"e{number}"))])
                assert rescue.is_alive()

                rescue.cancel()
                read = b""

                async def is_printed() -> bool:
                    nonlocal read
                    read += await asyncio.to_thread(pager.read, 1_000_000)
                    return read.count(b"\n") > 20

                await until(is_printed, "all events are printed")
            finally:
                watcher.cancel()
                with suppress(asyncio.CancelledError):
                    await watcher
