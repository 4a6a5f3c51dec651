"""Trying again until the log allows, and saying why meanwhile: for what is no stage."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog

from dateline.eventlog.kafka import KafkaLog
from dateline.eventlog.port import LogUnavailable, UnknownTopic
from dateline.eventlog.running import FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS

T = TypeVar("T")
log = structlog.get_logger()


class Patience:
    """Waits out what is wrong with the log. `reasons` are empty while nothing is."""

    def __init__(self, service: str, events: KafkaLog) -> None:
        self.reasons = [f"Kafka at {events.settings.brokers} has not answered yet"]
        self._said: str | None = None
        self._service = service
        self._brokers = events.settings.brokers

    async def until_possible(self, attempt: Callable[[], Awaitable[T]]) -> T:
        wait = FIRST_WAIT_SECONDS
        while True:
            try:
                result = await attempt()
            except UnknownTopic as error:
                lacking = f"{error.lacking}, or no permission to see it"
                reason = f"Kafka at {self._brokers}: {lacking}; `dateline topics create` makes it"
            except LogUnavailable as error:
                reason = str(error)
            else:
                if self._said is not None:
                    log.info("service.goes_on", service=self._service)
                self.reasons, self._said = [], None
                return result
            if reason != self._said:  # once, however often it is tried
                log.warning("service.waits", service=self._service, reason=reason)
            self.reasons, self._said = [reason], reason
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT_SECONDS)
