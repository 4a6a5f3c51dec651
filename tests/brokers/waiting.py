"""Waits on conditions, each with its own words for when it does not come true."""

import asyncio
import time
from collections.abc import Awaitable, Callable

LONGEST_SECONDS = 90.0
GLANCE_SECONDS = 0.05


def wait_until(condition: Callable[[], bool], what: str, seconds: float = LONGEST_SECONDS) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"not in {seconds:.0f} s: {what}")
        time.sleep(GLANCE_SECONDS)


async def until(condition: Callable[[], Awaitable[bool]], what: str, seconds: float = LONGEST_SECONDS) -> None:
    deadline = time.monotonic() + seconds
    while not await condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"not in {seconds:.0f} s: {what}")
        await asyncio.sleep(GLANCE_SECONDS)
