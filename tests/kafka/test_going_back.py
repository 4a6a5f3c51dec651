"""A consumer that goes back reads again what it has not committed, also where nothing was committed yet."""

import asyncio
from datetime import timedelta

import pytest
from aiokafka import AIOKafkaConsumer
from aiokafka.structs import TopicPartition

from dateline.eventlog.kafka import KafkaLog, KafkaSettings
from dateline.eventlog.kafka.consuming import back_to_committed
from dateline.eventlog.port import TopicSpec
from dateline.eventlog.record import Output

pytestmark = pytest.mark.kafka


@pytest.mark.parametrize(("committed", "next_read"), [(None, 0), (0, 0), (2, 2)])
async def test_it_reads_again_from_the_commit_or_from_the_beginning(
    kafka: str, committed: int | None, next_read: int
) -> None:
    name = f"going-back-{committed}"
    place = TopicPartition(name, 0)
    async with KafkaLog(KafkaSettings(brokers=kafka)) as log:
        await log.create([TopicSpec(name, 1, timedelta(days=1))])
        await log.append([Output(name, b"key", str(number).encode(), (), 0) for number in range(4)])
    consumer = AIOKafkaConsumer(
        bootstrap_servers=kafka, group_id=name, enable_auto_commit=False, auto_offset_reset="earliest"
    )
    consumer.subscribe([name])
    await consumer.start()
    try:
        read = [await consumer.getone() for _ in range(4)]
        assert [record.offset for record in read] == [0, 1, 2, 3]
        if committed is not None:
            await consumer.commit({place: committed})

        assert await back_to_committed(consumer) == {place: committed}

        async with asyncio.timeout(30):
            assert (await consumer.getone()).offset == next_read
    finally:
        await consumer.stop()
