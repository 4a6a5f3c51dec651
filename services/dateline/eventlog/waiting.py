"""Waiting out what is wrong with the world: ever longer, and saying why once."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from dateline.eventlog.port import LogUnavailable

FIRST_WAIT_SECONDS = 0.1
LONGEST_WAIT_SECONDS = 30.0

T = TypeVar("T")


def growing_waits(first: float = FIRST_WAIT_SECONDS, longest: float = LONGEST_WAIT_SECONDS) -> Iterator[float]:
    """The seconds to wait before each further attempt, without end."""
    wait = first
    while True:
        yield wait
        wait = min(2 * wait, longest)


async def until_reached(attempt: Callable[[], Awaitable[T]], tell: Callable[[str], None], waits: Iterator[float]) -> T:
    """Attempts it until the log can be reached; `tell` hears why it cannot, once however often it is tried."""
    said = None
    while True:
        try:
            return await attempt()
        except LogUnavailable as error:
            if str(error) != said:
                said = str(error)
                tell(said)
        await asyncio.sleep(next(waits))
