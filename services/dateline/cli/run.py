"""`dateline run`: the whole pipeline on one machine."""

import asyncio
import shlex
import signal
from collections.abc import Coroutine, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from dateline.cli.choice import Published, coder_options, settings_of
from dateline.cli.target import DEFAULT_DATA_DIR


@click.command()
@click.option("--feed", "feeds", multiple=True, metavar="URL", help="Poll this RSS or Atom feed; may be repeated.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Read the .txt, .html, .xml and .jsonl files of this folder, and those that come into it.",
)
@click.option("--published", type=Published(), help="The folder's date, as 2025-03-12T14:05:00Z.")
@click.option("--outlet", help="The folder's outlet.")
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path),
    default=DEFAULT_DATA_DIR,
    envvar="DATELINE_DATA_DIR",
    show_default=True,
    help="Where the log is kept.",
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8420, show_default=True, help="The gateway's, on loopback."
)
@coder_options
@click.option(
    "--log-level", type=click.Choice(["debug", "info", "warning", "error"]), default="warning", show_default=True
)
def run(
    feeds: tuple[str, ...],
    folder: Path | None,
    published: datetime | None,
    outlet: str | None,
    data_dir: Path,
    port: int,
    choice: dict[str, Any],
    log_level: str,
) -> None:
    """Run the whole pipeline here, on an embedded log: no Kafka, no Docker.

    Without --feed and --folder it reads the sample wire, some invented stories. Ctrl-C ends it; started again, it goes
    on where it stopped.
    """
    from dateline import sample, telemetry
    from dateline.cli.watching import Watching
    from dateline.embedded import Pipeline
    from dateline.embedded import run as run_pipeline
    from dateline.enricher.settings import EnricherSettings
    from dateline.fetcher import FetcherSettings
    from dateline.gateway import GatewaySettings

    telemetry.configure(log_level)
    if not feeds and folder is None:
        folder = sample.wire()
    pipeline = Pipeline(
        data_dir=data_dir,
        fetcher=settings_of(
            FetcherSettings,
            feeds=feeds,
            folder=folder,
            published=published,
            outlet=outlet,
        ),
        gateway=settings_of(GatewaySettings, port=port, index=data_dir / "gateway.sqlite"),
        enricher=settings_of(EnricherSettings, **choice),
    )
    where = "" if data_dir == DEFAULT_DATA_DIR else f" --data-dir {shlex.quote(str(data_dir))}"
    _complete_run(run_pipeline(pipeline, Watching(where=where).watch))
    click.echo("\nstopped; start it again and it goes on from here", err=True)


def _complete_run(work: Coroutine[None, None, None]) -> None:
    async def until_signalled() -> None:
        task = asyncio.ensure_future(work)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, task.cancel)
        try:
            await task
        except asyncio.CancelledError:
            return

    from dateline.embedded import ERRORS

    try:
        asyncio.run(until_signalled())
    except* ERRORS as group:
        raise click.ClickException("; ".join(str(error) for error in leaves(group))) from None


def leaves(error: BaseException) -> Iterator[BaseException]:
    """The errors in an exception group, or the error itself."""
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from leaves(inner)
    else:
        yield error
