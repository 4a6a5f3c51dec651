"""The wiring of each service on Kafka; what a service does not need is not imported."""

from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from prometheus_client import Metric

from dateline.apart.health import health
from dateline.apart.patience import Patience
from dateline.apart.ready import told_when_ready
from dateline.apart.settings import ServiceSettings
from dateline.apart.topics import GROUPS
from dateline.datafolder import DataFolderError
from dateline.eventlog.kafka import KafkaDriver, KafkaLog, KafkaSettings
from dateline.eventlog.provision import group_specs
from dateline.eventlog.record import Partition, output_of
from dateline.eventlog.running import Running
from dateline.telemetry.metrics import outcomes, ready
from dateline_schemas import Article
from dateline_schemas.topics import ARTICLES

if TYPE_CHECKING:
    from dateline.enricher.settings import EnricherSettings


class Driver(Protocol):
    running: Running
    assigned: Collection[Partition] | None
    """None as long as the group has given it nothing; a stand-by may be given no partitions."""

    async def drive(self) -> None: ...


async def fetcher(kafka: KafkaSettings, settings: ServiceSettings) -> None:
    """Sources to `articles`, until it is cancelled. Raises FetcherError."""
    from dateline.fetcher import Fetcher, FetcherSettings

    _make(settings.data_dir)
    async with KafkaLog(kafka) as log:
        patience = Patience("fetcher", log)

        async def publish(articles: Sequence[Article]) -> None:
            outputs = [output_of(ARTICLES, article, "fetcher") for article in articles]
            await patience.once(lambda: log.append(outputs))  # the fetcher waits itself, or says so

        async with (
            Fetcher(FetcherSettings(), publish, settings.data_dir / "fetcher.sqlite") as running,
            health(
                settings.health_host,
                settings.health_port,
                lambda: patience.reasons,
                lambda: [*running.measures(), ready("fetcher", patience.reasons)],
            ),
            told_when_ready("fetcher", lambda: patience.reasons),
        ):
            await patience.until_possible(lambda: log.check(ARTICLES.name))
            await running.run()


async def enricher(kafka: KafkaSettings, settings: ServiceSettings, coding: "EnricherSettings | None" = None) -> None:
    """`articles` to `articles.enriched` and `reports`, as a Faust agent. Raises NotReady."""
    from dateline.enricher.settings import EnricherSettings
    from dateline.enricher.stage import enricher_stage
    from dateline.eventlog.faust import FaustDriver

    async with KafkaLog(kafka) as log:
        await _drive("enricher", FaustDriver(enricher_stage(coding or EnricherSettings()), log), settings)


async def corroborator(kafka: KafkaSettings, settings: ServiceSettings) -> None:
    """`reports` to `stories` and `events`, in transactions, fenced."""
    from dateline.corroborator.settings import CorroboratorSettings
    from dateline.corroborator.stage import corroborator_stage

    async with KafkaLog(kafka) as log:
        stage = corroborator_stage(CorroboratorSettings(), log)
        await _drive("corroborator", KafkaDriver(stage, log, transactional=True), settings)


async def sink(kafka: KafkaSettings, settings: ServiceSettings) -> None:
    """`stories` and `events` to the destination that the settings name. Raises NoDestination."""
    from dateline.sink.destination import delivering_to
    from dateline.sink.settings import SinkSettings
    from dateline.sink.stage import DELIVERED, sink_stage

    wanted = SinkSettings()
    opening = delivering_to(wanted)
    async with KafkaLog(kafka) as log, opening as destination:
        driver = KafkaDriver(sink_stage(destination, wanted.group), log)
        own = [] if wanted.group in GROUPS else group_specs(wanted.group, DELIVERED, embedded=False)
        await _drive("sink", driver, settings, lambda: log.create(own))


async def gateway(kafka: KafkaSettings, settings: ServiceSettings) -> None:
    """Subscriptions over HTTP. Raises GatewayError."""
    from dateline.gateway import Gateway, GatewaySettings

    _make(settings.data_dir)
    own = GatewaySettings()
    if "index" not in own.model_fields_set:
        own = own.model_copy(update={"index": settings.data_dir / "gateway.sqlite"})
    async with (
        KafkaLog(kafka) as log,
        Gateway(own, log) as running,
        told_when_ready("gateway", lambda: running.not_ready),
    ):
        await running.run()


def _make(data_dir: Path) -> None:
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataFolderError(
            f"cannot make the data directory {data_dir}: {error.strerror}; name another in DATELINE_DATA_DIR"
        ) from error


async def _nothing() -> None: ...


async def _drive(
    service: str, driver: Driver, settings: ServiceSettings, first: Callable[[], Awaitable[None]] = _nothing
) -> None:
    """Answers for its health, does what is to be done `first` as soon as that is possible, and runs it."""

    def reasons() -> list[str]:
        return driver.running.reasons or ([] if driver.assigned is not None else ["no partition is assigned (yet)"])

    def measures() -> list[Metric]:
        return [outcomes(service, "records", driver.running.outcomes), ready(service, reasons())]

    def partitions() -> dict[str, list[int]]:
        places = sorted(driver.assigned or (), key=lambda place: (place.topic, place.number))
        return {topic: [place.number for place in ours] for topic, ours in groupby(places, lambda place: place.topic)}

    async with (
        health(settings.health_host, settings.health_port, reasons, measures),
        told_when_ready(service, reasons, partitions),
    ):
        await driver.running.until_possible(first)
        await driver.drive()


SERVICES: dict[str, Callable[..., Coroutine[None, None, None]]] = {
    "fetcher": fetcher,
    "enricher": enricher,
    "corroborator": corroborator,
    "sink": sink,
    "gateway": gateway,
}
