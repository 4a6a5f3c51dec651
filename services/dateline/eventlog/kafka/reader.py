"""Reads chosen partitions of Kafka onwards, without a group."""

from collections.abc import Mapping, Sequence

from aiokafka import AIOKafkaConsumer
from aiokafka.structs import ConsumerRecord, TopicPartition

from dateline.eventlog.kafka.trouble import reaching
from dateline.eventlog.record import Partition, Record


class KafkaReader:
    """Reads what is committed, in order within each partition."""

    def __init__(self, consumer: AIOKafkaConsumer, brokers: str, starts: Mapping[Partition, int]) -> None:
        self._consumer = consumer
        self._brokers = brokers
        places = {place: TopicPartition(place.topic, place.number) for place in starts}
        consumer.assign(list(places.values()))
        for place, offset in starts.items():
            consumer.seek(places[place], offset)

    async def read(self, limit: int, timeout_seconds: float) -> Sequence[Record]:
        with reaching(self._brokers, "read"):
            batches = await self._consumer.getmany(timeout_ms=int(timeout_seconds * 1000), max_records=limit)
        return [record_of(record) for records in batches.values() for record in records]

    async def position(self, partition: Partition) -> int:
        with reaching(self._brokers, f"read {partition}"):
            return int(await self._consumer.position(TopicPartition(partition.topic, partition.number)))


def record_of(record: ConsumerRecord[bytes, bytes]) -> Record:
    return Record(
        partition=Partition(record.topic, record.partition),
        offset=record.offset,
        timestamp_ms=record.timestamp,
        key=record.key,
        value=record.value,
        headers=tuple((name, content or b"") for name, content in record.headers),
    )
