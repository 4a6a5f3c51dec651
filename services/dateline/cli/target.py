"""Which log a command works on, and errors of the log as one clear line."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from dateline.cli.choice import settings_of
from dateline.datafolder import DataFolderError, check, unwritable
from dateline.eventlog.port import EventLog, LogUnavailable, UnknownTopic

DEFAULT_DATA_DIR = Path("dateline-data")
DEFAULT_BROKERS = "localhost:9092"
Command = TypeVar("Command", bound=Callable[..., Any])
T = TypeVar("T")


@dataclass(frozen=True)
class Where:
    """Where the log is: on Kafka brokers, else in a data directory."""

    data_dir: Path
    brokers: str | None


def brokers_option(command: Command) -> Command:
    """Adds --brokers to a command that works on Kafka alone."""
    return _brokers(default=DEFAULT_BROKERS, show_default=True, help="Kafka's addresses.")(command)


def _brokers(**more: Any) -> Callable[[Command], Command]:
    return click.option("--brokers", envvar="DATELINE_BROKERS", metavar="HOST:PORT[,...]", **more)


def log_options(command: Command) -> Command:
    """Adds --data-dir and --brokers, which the command gets as `where`."""

    @wraps(command)
    def located(*arguments: Any, data_dir: Path, brokers: str | None, **options: Any) -> Any:
        return command(*arguments, where=Where(data_dir, brokers), **options)

    with_directory = click.option(
        "--data-dir",
        type=click.Path(path_type=Path, file_okay=False),
        default=DEFAULT_DATA_DIR,
        envvar="DATELINE_DATA_DIR",
        show_default=True,
        help="The directory of the embedded log.",
    )(located)
    with_brokers = _brokers(help="Kafka's addresses; without them the log is embedded.")(with_directory)
    return cast("Command", with_brokers)


@asynccontextmanager
async def open_log(where: Where) -> AsyncIterator[EventLog]:
    """The log on Kafka, or that of the directory, beside a `dateline run` that may work there."""
    if where.brokers is not None:
        from dateline.eventlog.kafka import KafkaLog, KafkaSettings

        async with KafkaLog(settings_of(KafkaSettings, brokers=where.brokers)) as kafka:
            yield kafka
        return
    from dateline.eventlog.embedded import EmbeddedLog

    check(where.data_dir)
    try:
        async with EmbeddedLog(where.data_dir) as log:
            yield log
    except LogUnavailable as error:
        if (why := unwritable(where.data_dir)) is None:
            raise
        raise DataFolderError(
            f"{error}; {why}. Only beside a running `dateline run` can it be read so: run this as the owner, or copy "
            "the directory and name the copy with --data-dir"
        ) from error


def complete(work: Callable[[], Awaitable[T]]) -> T:
    """Runs a command's coroutine; Ctrl-C ends it quietly, and what the log says is wrong is one line."""

    async def whole() -> T:
        return await work()

    try:
        return asyncio.run(whole())
    except KeyboardInterrupt as error:
        raise click.Abort from error
    except (DataFolderError, LogUnavailable, UnknownTopic) as error:
        raise click.ClickException(str(error)) from error
