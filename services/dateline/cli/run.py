"""`dateline run`: the whole pipeline on one machine."""

import asyncio
import shlex
import signal
from collections.abc import Coroutine, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from dateline.cli.choice import Published, coder_options, settings_of, warn_of_unknown_settings
from dateline.cli.target import DEFAULT_DATA_DIR


@click.command()
@click.option(
    "--feed",
    "feeds",
    multiple=True,
    metavar="URL",
    help="Poll this RSS or Atom feed; may be repeated. [DATELINE_FETCHER_FEEDS]",
)
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Read the .txt, .html, .xml and .jsonl files of this folder, and those that come into it. "
    "[DATELINE_FETCHER_FOLDER]",
)
@click.option("--published", type=Published(), help="The folder's date, as 2025-03-12T14:05:00Z.")
@click.option("--outlet", help="The folder's outlet. [DATELINE_FETCHER_OUTLET]")
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path),
    default=DEFAULT_DATA_DIR,
    envvar="DATELINE_DATA_DIR",
    show_default=True,
    help="Where the log is kept.",
)
@click.option("--port", type=click.IntRange(0, 65535), help="The gateway's, on loopback; 8420. [DATELINE_GATEWAY_PORT]")
@click.option("--statements", is_flag=True, help="Print plain statements (X made a statement) too.")
@coder_options
@click.option(
    "--log-level",
    type=click.Choice(["debug", "info", "warning", "error"]),
    default="warning",
    envvar="DATELINE_LOG_LEVEL",
    show_default=True,
)
def run(
    feeds: tuple[str, ...],
    folder: Path | None,
    published: datetime | None,
    outlet: str | None,
    data_dir: Path,
    port: int | None,
    statements: bool,
    choice: dict[str, Any],
    log_level: str,
) -> None:
    """Run the whole pipeline here, on an embedded log: no Kafka, no Docker.

    Without --feed and --folder it reads the sample wire, some invented stories. Ctrl-C ends it; started again, it goes
    on where it stopped. What no option says, the environment may: `dateline settings` lists it all.
    """
    from dateline import sample, telemetry
    from dateline.cli.watching import Watching
    from dateline.corroborator.settings import CorroboratorSettings
    from dateline.embedded import Pipeline
    from dateline.embedded import run as run_pipeline
    from dateline.enricher.settings import EnricherSettings
    from dateline.fetcher import FetcherSettings
    from dateline.gateway import GatewaySettings
    from dateline.sink.settings import SinkSettings

    telemetry.configure(log_level)
    sources = given(feeds=feeds or None, folder=folder, published=published, outlet=outlet)
    if feeds and folder is None:
        sources["folder"] = None  # who names sources here means no others
    elif folder is not None and not feeds:
        sources["feeds"] = ()
    fetcher = settings_of(FetcherSettings, **sources)
    if not fetcher.feeds and fetcher.folder is None:
        fetcher = fetcher.model_copy(update={"folder": sample.wire()})
    pipeline = Pipeline(
        data_dir=data_dir,
        fetcher=fetcher,
        gateway=settings_of(GatewaySettings, **given(port=port), index=data_dir / "gateway.sqlite"),
        enricher=settings_of(EnricherSettings, **choice),
        corroborator=settings_of(CorroboratorSettings),
        sink=settings_of(SinkSettings),
    )
    warn_of_unknown_settings()
    where = "" if data_dir == DEFAULT_DATA_DIR else f" --data-dir {shlex.quote(str(data_dir))}"
    watching = Watching(where=where, statements=statements)
    _complete_run(run_pipeline(pipeline, watching.watch))
    if watching.left_out:
        click.echo(f"\n{watching.left_out_in_words}", err=True)
    click.echo("\nstopped; start it again and it goes on from here", err=True)


def given(**options: Any) -> dict[str, Any]:
    """The options that were given: what is not, the environment says."""
    return {name: value for name, value in options.items() if value is not None}


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
    except* BrokenPipeError:  # who read what is printed has left, as `head` does
        raise click.exceptions.Exit from None


def leaves(error: BaseException) -> Iterator[BaseException]:
    """The errors in an exception group, or the error itself."""
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from leaves(inner)
    else:
        yield error
