"""Trying again until the log allows, and saying why meanwhile: for what is no stage."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog

from dateline.eventlog.kafka import KafkaLog
from dateline.eventlog.port import LogUnavailable, UnknownTopic
from dateline.eventlog.waiting import growing_waits, until_reached

T = TypeVar("T")
log = structlog.get_logger()


class Patience:
    """Waits out what is wrong with the log. `reasons` are empty while nothing is."""

    def __init__(self, service: str, events: KafkaLog) -> None:
        self.reasons = [f"Kafka at {events.settings.brokers} has not answered yet"]
        self._service = service
        self._brokers = events.settings.brokers

    async def until_possible(self, attempt: Callable[[], Awaitable[T]]) -> T:
        waited = False

        def tell(reason: str) -> None:
            nonlocal waited
            waited = True
            log.warning("service.waits", service=self._service, reason=reason)

        result = await until_reached(lambda: self.once(attempt), tell, growing_waits())
        if waited:
            log.info("service.goes_on", service=self._service)
        return result

    async def once(self, attempt: Callable[[], Awaitable[T]]) -> T:
        """Attempts it for those who wait themselves; whatever keeps the log from it is LogUnavailable."""
        try:
            result = await attempt()
        except UnknownTopic as error:
            lacking = f"{error.lacking}, or no permission to see it"
            raise self._because(f"Kafka at {self._brokers}: {lacking}; `dateline topics create` makes it") from error
        except LogUnavailable as error:
            raise self._because(str(error)) from error
        self.reasons = []
        return result

    def _because(self, reason: str) -> LogUnavailable:
        self.reasons = [reason]
        return LogUnavailable(reason)
