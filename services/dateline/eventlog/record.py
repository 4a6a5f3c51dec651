"""What is read from a log and what is written to it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from dateline_schemas.envelope import Headers, encode, headers_of
from dateline_schemas.model import Contract
from dateline_schemas.topics import Topic


@dataclass(frozen=True, slots=True)
class Partition:
    """One partition of a topic."""

    topic: str
    number: int

    def __str__(self) -> str:
        return f"{self.topic}/{self.number}"


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it stands in a log. `timestamp_ms` is when it was made, in milliseconds since 1970 UTC."""

    partition: Partition
    offset: int
    timestamp_ms: int
    key: bytes | None
    value: bytes | None
    headers: Headers = ()

    @property
    def made(self) -> datetime:
        return datetime.fromtimestamp(self.timestamp_ms / 1000, UTC)


@dataclass(frozen=True, slots=True)
class Output:
    """A record to be written; without a `partition` number the key decides."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers = ()
    partition: int | None = None


@dataclass(frozen=True, slots=True)
class Commit:
    """How far a group has come in a partition: `offset` is the next record to read.

    `note` is kept with it, at most 4 KB: a sink writes there what it needs to go on.
    """

    offset: int
    note: str = ""
    at_ms: int = 0


def output_of(topic: Topic, value: Contract, source: str, partition: int | None = None) -> Output:
    """`value` as a record of `topic`, written by `source` (`enricher`, ...)."""
    return Output(
        topic=topic.name,
        key=topic.key(value).encode(),
        value=encode(value),
        headers=headers_of(topic, value, f"urn:dateline:{source}", datetime.now(UTC)),
        partition=partition,
    )
