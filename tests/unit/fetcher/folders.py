"""Reads a folder once, through a fetcher of its own."""

from collections import Counter
from pathlib import Path

from tests.unit.fetcher.outbox import Outbox

from dateline.fetcher import Fetcher, FetcherSettings


async def read(folder: Path, outbox: Outbox, **more: object) -> Counter[str]:
    """How it ended for each item; what the fetcher remembers stands beside the folder."""
    settings = FetcherSettings(folder=folder, follow=False, **more)  # type: ignore[arg-type]
    async with Fetcher(settings, outbox.publish, folder.parent / "state.sqlite") as fetcher:
        await fetcher.run()
        return fetcher.outcomes
