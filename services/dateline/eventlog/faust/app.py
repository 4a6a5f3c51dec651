"""The Faust app that carries a stage: raw bytes, no tables, no web server, no topics of its own."""

import tempfile
from typing import Any

import faust
from faust.types.auth import CredentialsT

from dateline.eventlog.faust.transport import TimedTransport
from dateline.eventlog.kafka.settings import KafkaSettings

COMMIT_SECONDS = 1.0
PREFETCHED = 1000  # records on their way to the agent; with fewer Faust pauses partitions and fetches them again


class App(faust.App):
    def _new_transport(self) -> TimedTransport:
        return TimedTransport(self.conf.broker_consumer, self)


def make_app(group: str, settings: KafkaSettings) -> faust.App:
    """An app of the consumer group `group`."""
    brokers = ";".join(f"kafka://{address.strip()}" for address in settings.brokers.split(","))
    return App(
        group,
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
