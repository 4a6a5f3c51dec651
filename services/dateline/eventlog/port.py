"""The port to a log: what every log, embedded or Kafka, can do."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from dateline.eventlog.record import Commit, Output, Partition, Record


class LogUnavailable(Exception):
    """The log cannot be reached or written now; trying again may help. The message says which and why."""


class UnknownTopic(Exception):
    """There is no such topic, or no such partition of it: what is `lacking`, and what there is instead."""

    def __init__(self, lacking: str, instead: str) -> None:
        super().__init__(f"{lacking}; {instead}")
        self.lacking = lacking


class PartitionLost(Exception):
    """The partition must be taken over anew before anything is written for it: another may hold it by now."""


@dataclass(frozen=True, slots=True)
class TopicSpec:
    """How a topic is made."""

    name: str
    partitions: int
    retention: timedelta
    newest_per_key: bool = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """The offsets of a partition: the oldest record kept, and the next one to be written."""

    begin: int
    end: int


class Reader(Protocol):
    """Reads chosen partitions onwards from chosen offsets, without a group."""

    async def read(self, limit: int, timeout_seconds: float) -> Sequence[Record]:
        """The next records, in order within each partition; empty when none came in time.

        Wakes up as soon as there is one. An offset that is no longer kept is read as the oldest that is.
        """

    async def position(self, partition: Partition) -> int:
        """Where the next read goes on; not every offset below `Bounds.end` holds a record."""


class EventLog(Protocol):
    """A durable log of records in topics and partitions.

    What `append` has returned for is kept and in order; every method raises LogUnavailable while the log is out of
    reach, and UnknownTopic for a topic that does not exist.
    """

    async def create(self, topics: Sequence[TopicSpec]) -> None:
        """Makes the topics that are missing; those that exist stay as they are."""

    async def topics(self) -> Mapping[str, int]:
        """The topics and their numbers of partitions."""

    async def append(self, outputs: Sequence[Output]) -> None:
        """Writes all, in order within each partition; returns when they are durable."""

    async def bounds(self, topic: str) -> Mapping[Partition, Bounds]:
        """The bounds of each partition of the topic."""

    async def offsets_at(self, topic: str, moment: datetime) -> Mapping[Partition, int]:
        """For each partition the first offset whose record was made at `moment` or later; else its end."""

    def reader(self, starts: Mapping[Partition, int]) -> AbstractAsyncContextManager[Reader]:
        """A reader of these partitions from these offsets."""

    async def groups(self) -> Sequence[str]:
        """The groups that have committed."""

    async def commits(self, group: str) -> Mapping[Partition, Commit]:
        """How far the group has come, for each partition where it has committed."""
