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
from tests.unit.gateway.newsroom import Value, event, output
from tests.unit.gateway.serving import embedded

from dateline.cli import watching
from dateline.eventlog.embedded import EmbeddedLog
from dateline_schemas import EventType

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


async def shown(log: EmbeddedLog, *values: Value, statements: bool = False) -> tuple[list[str], watching.Watching]:
    """The types of what is printed of these events, and who printed it."""
    printed = StringIO()
    watched = watching.Watching(Console(file=printed, width=300), statements=statements)
    await log.append([output(value) for value in values])
    watcher = asyncio.create_task(watched.watch(log, None))

    async def has_seen_all() -> bool:
        commits = await log.commits(watching.GROUP)
        ends = {place: kept.end for place, kept in (await log.bounds("events")).items()}
        return {place: commit.offset for place, commit in commits.items()} == ends

    await until(has_seen_all, "all events are seen")
    watcher.cancel()
    with suppress(asyncio.CancelledError):
        await watcher
    lines = printed.getvalue().splitlines()[1:]
    return [each.value for line in lines for each in EventType if f"  {each}" in line], watched


SAID = event("said", type_=EventType.STATEMENT)
AGAIN = event("said", 2, type_=EventType.STATEMENT, outlets=("A", "B", "C"))


async def test_statements_are_counted_once_each_and_not_printed(tmp_path: Path) -> None:
    async with embedded(tmp_path) as log:
        printed, watched = await shown(log, event(), SAID, AGAIN, event("more", type_=EventType.STATEMENT))

    assert printed == ["CONSULT"]
    assert watched.left_out_in_words.startswith("2 statements not printed; --statements")


async def test_statements_are_printed_where_they_are_asked_for(tmp_path: Path) -> None:
    async with embedded(tmp_path) as log:
        printed, watched = await shown(log, event(), SAID, AGAIN, statements=True)

    assert printed == ["CONSULT", "STATEMENT", "STATEMENT"]
    assert watched.left_out_in_words == ""


async def test_a_statement_that_proves_to_be_a_deed_is_printed_also_after_a_new_start(tmp_path: Path) -> None:
    proves = event("said", 3, type_=EventType.AID)
    async with embedded(tmp_path) as log:
        assert (await shown(log, SAID, proves))[0] == ["AID"]
        assert (await shown(log, event("other", type_=EventType.STATEMENT)))[0] == []
        assert (await shown(log, event("said", 4, type_=EventType.AID)))[0] == []
        assert (await shown(log, event("other", 2, type_=EventType.AID)))[0] == ["AID"]


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
