"""The destination that the settings name."""

from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

from dateline.sink.jsonl import JsonLines
from dateline.sink.port import Destination
from dateline.sink.settings import SinkSettings


@asynccontextmanager
async def delivering_to(settings: SinkSettings) -> AsyncIterator[Destination]:
    """A PostgreSQL database where one is named, else the folder."""
    if settings.postgres is not None:
        from dateline.sink.postgres import Postgres

        async with aclosing(Postgres(settings.postgres.get_secret_value())) as database:
            yield database
    elif settings.folder is not None:
        yield JsonLines(settings.folder)
    else:
        raise ValueError("neither a database nor a folder is named")
