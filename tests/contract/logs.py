"""The logs that the contract runs over, and names that no other test uses."""

import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.kafka import KafkaLog, KafkaSettings

Open = Callable[[], AbstractAsyncContextManager[EmbeddedLog | KafkaLog]]
LOGS = ["embedded", pytest.param("kafka", marks=pytest.mark.kafka)]


def fresh(name: str) -> str:
    """The name with something before it that no other test has: tests share a broker."""
    return f"t{uuid.uuid4().hex[:10]}.{name}"


@pytest.fixture(params=LOGS)
def open_log(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Opens the same log each time."""
    if request.param == "embedded":
        return lambda: EmbeddedLog(tmp_path)
    settings = KafkaSettings(brokers=request.getfixturevalue("kafka"))
    return lambda: KafkaLog(settings)


@pytest.fixture
async def log(open_log: Open) -> AsyncIterator[EmbeddedLog | KafkaLog]:
    async with open_log() as opened:
        yield opened
