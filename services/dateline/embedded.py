"""The whole pipeline in one process, on the embedded log."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from aiohttp import web
from prometheus_client import Metric

from dateline.corroborator.settings import CorroboratorSettings
from dateline.corroborator.stage import corroborator_stage
from dateline.datafolder import DataFolderError, data_folder
from dateline.enricher.port import NotReady
from dateline.enricher.settings import EnricherSettings
from dateline.enricher.stage import enricher_stage
from dateline.eventlog.embedded import EmbeddedLog, drive
from dateline.eventlog.embedded.drive import attend
from dateline.eventlog.port import LogUnavailable
from dateline.eventlog.provision import contract_specs, group_specs, stage_specs
from dateline.eventlog.record import output_of
from dateline.eventlog.running import Running
from dateline.eventlog.stage import StageBroken
from dateline.fetcher import Fetcher, FetcherError, FetcherSettings
from dateline.gateway import GROUP, SOURCES, Gateway, GatewayError, GatewaySettings
from dateline.sink.destination import delivering_to
from dateline.sink.port import Destination
from dateline.sink.settings import SinkSettings
from dateline.sink.stage import sink_stage
from dateline.telemetry.metrics import Measures, outcomes, ready
from dateline_schemas import Article
from dateline_schemas.topics import ARTICLES

ERRORS = (DataFolderError, LogUnavailable, StageBroken, FetcherError, GatewayError, NotReady)
SERVICES = ("fetcher", "enricher", "corroborator", "sink", "gateway")


@dataclass(frozen=True)
class Pipeline:
    """What runs, and where."""

    data_dir: Path
    fetcher: FetcherSettings
    gateway: GatewaySettings
    enricher: EnricherSettings = field(default_factory=EnricherSettings)
    corroborator: CorroboratorSettings = field(default_factory=CorroboratorSettings)
    sink: SinkSettings = field(default_factory=SinkSettings)
    """Where it names no destination the sink writes to `sink/` in the data directory."""
    services: Sequence[str] = SERVICES


Watch = Callable[[EmbeddedLog, str | None], Coroutine[None, None, None]]
"""What looks on: gets the log and the gateway's address."""


async def run(pipeline: Pipeline, watch: Watch | None = None) -> None:
    """Runs the services until it is cancelled, and `watch` beside them.

    Raises one of ERRORS, alone or in an ExceptionGroup; its message is one clear line.
    """
    with data_folder(pipeline.data_dir, pipeline.services) as folder:
        async with EmbeddedLog(folder) as log, AsyncExitStack() as opened:
            stages = {
                "enricher": enricher_stage(pipeline.enricher),
                "corroborator": corroborator_stage(pipeline.corroborator, log),
                "sink": sink_stage(await opened.enter_async_context(_destination(pipeline)), pipeline.sink.group),
            }
            await log.create([*contract_specs(embedded=True), *stage_specs([*stages.values()], embedded=True)])
            await log.create(group_specs(GROUP, SOURCES, embedded=True))
            await log.sweep()  # before any stage looks whether it has missed something
            async with asyncio.TaskGroup() as tasks:
                routes: Iterable[web.AbstractRouteDef] = ()
                runnings = {name: attend(stage, log) for name, stage in stages.items() if name in pipeline.services}
                counted: list[Measures] = [partial(_counted, name, running) for name, running in runnings.items()]
                if "fetcher" in pipeline.services:
                    fetcher = Fetcher(pipeline.fetcher, _publisher(log), folder / "fetcher.sqlite")
                    await opened.enter_async_context(fetcher)
                    routes = fetcher.push.routes()
                    counted.append(fetcher.measures)
                    tasks.create_task(fetcher.run())
                address = None
                if "gateway" in pipeline.services:
                    gateway = Gateway(pipeline.gateway, log)
                    gateway.mount(routes)
                    gateway.measure(counted)
                    await opened.enter_async_context(gateway)
                    address = gateway.address
                    tasks.create_task(gateway.run())
                for running in runnings.values():
                    tasks.create_task(drive(running, log))
                tasks.create_task(log.sweep_for_ever())
                if watch is not None:
                    tasks.create_task(watch(log, address))


def _destination(pipeline: Pipeline) -> AbstractAsyncContextManager[Destination]:
    wanted = pipeline.sink
    if wanted.destination is None:
        wanted = wanted.model_copy(update={"folder": pipeline.data_dir / "sink"})
    return delivering_to(wanted)


def _counted(service: str, running: Running) -> list[Metric]:
    return [outcomes(service, "records", running.outcomes), ready(service, running.reasons)]


def _publisher(log: EmbeddedLog) -> Callable[[Sequence[Article]], Awaitable[None]]:
    async def publish(articles: Sequence[Article]) -> None:
        await log.append([output_of(ARTICLES, article, "fetcher") for article in articles])

    return publish
