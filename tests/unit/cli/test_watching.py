"""What `dateline run` shows while events come in."""

import asyncio
from contextlib import suppress
from io import StringIO
from pathlib import Path

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
