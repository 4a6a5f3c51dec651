"""A line in the log when a service can be relied on for the first time."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager

import structlog

GLANCE_SECONDS = 0.5

log = structlog.get_logger()


@asynccontextmanager
async def told_when_ready(
    service: str,
    reasons: Callable[[], list[str]],
    partitions: Callable[[], Mapping[str, Sequence[int]]] | None = None,
) -> AsyncIterator[None]:
    """As long as it is entered, waits for the reasons to go, and says so with the partitions that there are."""

    async def tell() -> None:
        while reasons():  # noqa: ASYNC110  # they are looked up, here as in /readyz
            await asyncio.sleep(GLANCE_SECONDS)
        about = {} if partitions is None else {"partitions": partitions()}
        log.info("service.ready", service=service, **about)

    telling = asyncio.create_task(tell())
    try:
        yield
    finally:
        telling.cancel()
