"""The Faust app that carries a stage: raw bytes, no tables, no web server, no topics of its own."""

import tempfile
from collections.abc import Awaitable, Callable, Set
from typing import Any

import faust
from faust.types import TP
from faust.types.auth import CredentialsT

from dateline.eventlog.faust.transport import TimedTransport
from dateline.eventlog.kafka.settings import KafkaSettings
from dateline.eventlog.record import Partition

COMMIT_SECONDS = 1.0
PREFETCHED = 1000  # records on their way to the agent; with fewer Faust pauses partitions and fetches them again
TakenUp = Callable[[Set[Partition]], Awaitable[None]]


class App(faust.App):
    def __init__(self, *given: Any, taken_up: TakenUp, **options: Any) -> None:
        super().__init__(*given, **options)
        self._taken_up = taken_up

    async def _on_partitions_assigned(self, assigned: set[TP], generation_id: int = 0) -> None:
        await self._taken_up({Partition(place.topic, place.partition) for place in assigned})
        await super()._on_partitions_assigned(assigned, generation_id)

    def _new_transport(self) -> TimedTransport:
        return TimedTransport(self.conf.broker_consumer, self)


def make_app(group: str, settings: KafkaSettings, taken_up: TakenUp) -> faust.App:
    """An app of the consumer group `group`; `taken_up` is awaited before it reads from partitions it has got."""
    brokers = ";".join(f"kafka://{address.strip()}" for address in settings.brokers.split(","))
    return App(
        group,
        taken_up=taken_up,
        broker=brokers,
        broker_credentials=_credentials(settings.client()),
        broker_session_timeout=settings.session_seconds,
        broker_heartbeat_interval=settings.session_seconds / 5,
        broker_request_timeout=max(settings.request_seconds, settings.session_seconds),
        broker_commit_interval=COMMIT_SECONDS,
        broker_max_poll_records=PREFETCHED,
        consumer_auto_offset_reset="earliest",
        stream_buffer_maxsize=PREFETCHED,
        # What is in hand when partitions are taken away is not acknowledged: it comes again, here or elsewhere.
        stream_wait_empty=False,
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
        datadir=tempfile.gettempdir(),
        store="memory://",
    )


def _credentials(client: dict[str, Any]) -> CredentialsT | None:
    context = client.get("ssl_context")
    if client["security_protocol"].startswith("SASL"):
        return faust.SASLCredentials(
            username=client["sasl_plain_username"],
            password=client["sasl_plain_password"],
            mechanism=client["sasl_mechanism"],
            ssl_context=context,
        )
    return faust.SSLCredentials(context) if context else None
