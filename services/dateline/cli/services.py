"""`dateline fetcher`, `enricher`, `corroborator`, `sink`, `gateway`: one service each, on Kafka."""

import asyncio
import os
import signal
import sys
from collections.abc import Coroutine
from typing import Any

import click
import structlog

from dateline.cli.choice import coder_options, fault_in, settings_of, warn_of_unknown_settings
from dateline.cli.run import leaves
from dateline.cli.settings import kind_of
from dateline.cli.target import brokers_option

STOP_SECONDS = 25.0  # below the 30 that Kubernetes gives

HELP = {
    "fetcher": "Read sources and write `articles` (DATELINE_FETCHER_FEEDS, DATELINE_FETCHER_FOLDER, ...).",
    "enricher": "Code articles: actors, topics, events, each with its evidence. More speed is more of these.",
    "corroborator": "Compare the reports of many outlets: stories and events. A second one is a stand-by.",
    "sink": "Deliver stories and events (DATELINE_SINK_POSTGRES or DATELINE_SINK_FOLDER, ...).",
    "gateway": "Serve streams, pages and the web page (DATELINE_GATEWAY_HOST, DATELINE_GATEWAY_PORT).",
}


def make_command(name: str) -> click.Command:
    def service(brokers: str, log_level: str, choice: dict[str, Any] | None = None) -> None:
        from dateline import telemetry

        telemetry.configure(log_level)
        run_service(name, brokers, choice or {})

    with_level = click.option(
        "--log-level",
        type=click.Choice(["debug", "info", "warning", "error"]),
        default="info",
        envvar="DATELINE_LOG_LEVEL",
        show_default=True,
    )(coder_options(service) if name == "enricher" else service)
    command = click.command(name, help=f"{HELP[name]} On Kafka; `dateline topics create` first.")
    return command(brokers_option(with_level))


def run_service(name: str, brokers: str, choice: dict[str, Any]) -> None:
    """Runs the service until SIGTERM or SIGINT; what ends it before is one clear line and exit code 1."""
    more = {}
    if name == "enricher":
        from dateline.enricher.settings import EnricherSettings

        more["coding"] = settings_of(EnricherSettings, **choice)
    try:
        from dateline.apart.services import SERVICES as RUN
        from dateline.apart.settings import ServiceSettings
        from dateline.eventlog.kafka import KafkaSettings

        kafka, settings = KafkaSettings(brokers=brokers), ServiceSettings()
        kind_of(name)
        warn_of_unknown_settings()
        asyncio.run(_until_signalled(name, RUN[name](kafka, settings, **more)))
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f"{error.name} is not installed; in a clone, `pip install -e '.[{name}]'` brings it"
        ) from error
    except Exception as error:
        for leaf in leaves(error):
            click.echo(f"Error: {fault_in(leaf) or str(leaf) or repr(leaf)}", err=True)
        # A library's thread that does not end must not keep a broken service from being started again.
        sys.stderr.flush()
        os._exit(1)


async def _until_signalled(name: str, work: Coroutine[None, None, None]) -> None:
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()

    def stop() -> None:
        task.cancel()
        loop.call_later(STOP_SECONDS, os._exit, 1)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)
    try:
        await task
    except asyncio.CancelledError:
        structlog.get_logger().info("service.stopped", service=name)


SERVICES = tuple(make_command(name) for name in HELP)
