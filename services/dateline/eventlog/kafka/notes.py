"""A group's commit as Kafka keeps it: the offset, and in its metadata the time and the note."""

from aiokafka.structs import OffsetAndMetadata, TopicPartition

from dateline.eventlog.record import Commit, Partition
from dateline_schemas.envelope import whole_number


def packed(commits: dict[Partition, Commit]) -> dict[TopicPartition, OffsetAndMetadata]:
    return {
        TopicPartition(place.topic, place.number): OffsetAndMetadata(commit.offset, f"{commit.at_ms} {commit.note}")
        for place, commit in commits.items()
    }


def unpacked(offset: int, metadata: str | None) -> Commit:
    """The commit; one of another client's has no time and no note."""
    time, _, note = (metadata or "").partition(" ")
    at_ms = whole_number(time)
    return Commit(offset) if at_ms is None else Commit(offset, note, at_ms)
