"""The logs that the contract runs over, and names that no other test uses."""

import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from aiokafka.admin.records_to_delete import RecordsToDelete
from aiokafka.structs import TopicPartition

from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.kafka import KafkaLog, KafkaSettings
from dateline.eventlog.port import EventLog
from dateline.eventlog.record import Partition

Open = Callable[[], AbstractAsyncContextManager[EmbeddedLog | KafkaLog]]
LOGS = ["embedded", pytest.param("kafka", marks=pytest.mark.kafka)]


def fresh(name: str) -> str:
    """The name with something before it that no other test has: tests share a broker."""
    return f"t{uuid.uuid4().hex[:10]}.{name}"


async def sweep(log: EventLog, place: Partition) -> None:
    """Deletes all records of the partition, whose topic keeps them for no time."""
    if isinstance(log, EmbeddedLog):
        while not await log.sweep():  # in the millisecond in which they were made they are kept
            pass
    elif isinstance(log, KafkaLog):
        admin = await log._administrator()
        end = (await log.bounds(place.topic))[place].end
        await admin.delete_records({TopicPartition(place.topic, place.number): RecordsToDelete(end)})


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
