"""One step of the pipeline, free of any broker: records of a partition in, outputs out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dateline.eventlog.record import Commit, Output, Partition, Record
from dateline_schemas.model import Contract
from dateline_schemas.topics import Topic, retry_topic


class Unprocessable(Exception):
    """The record can never be processed: it becomes a dead letter. `cause` is one word."""

    def __init__(self, cause: str, detail: str) -> None:
        super().__init__(f"{cause}: {detail}")
        self.cause = cause
        self.detail = detail


class Unavailable(Exception):
    """Something outside does not work now (a destination, a disk): the batch is tried again, without end."""


class StageBroken(Exception):
    """Too many unexpected exceptions in a row: the fault is ours, not the records'. Nothing of them is committed."""


@dataclass(frozen=True, slots=True)
class Input:
    """A record that was decoded."""

    record: Record
    value: Contract


@dataclass(frozen=True, slots=True)
class DeadRecord:
    """A record of the batch that can never be processed, found while the others were handled."""

    record: Record
    cause: str
    detail: str


@dataclass(frozen=True, slots=True)
class Handled:
    """What came of a batch."""

    outputs: Sequence[Output] = ()
    dead: Sequence[DeadRecord] = ()
    notes: Mapping[Partition, str] = field(default_factory=dict)
    """What is kept with the commit of a partition."""
    outcomes: Mapping[str, int] = field(default_factory=dict)
    """How many records had which outcome, where it is another than `done`; dead ones are counted by themselves."""


class Handler(Protocol):
    """What a service does with records. It may keep memory for a partition number between `open` and `close`.

    Raises Unprocessable for a record that can never be processed and Unavailable when the world is in the way. After
    anything raised, the memory of a stage that remembers is closed and opened again, and a batch is given again record
    by record.
    """

    async def open(self, partition: int, commits: Mapping[Partition, Commit]) -> None:
        """The partition number is ours from now on; `commits` are those of its source topics."""

    async def handle(self, partition: int, inputs: Sequence[Input]) -> Handled: ...

    async def close(self, partition: int) -> None:
        """The partition number is no longer ours: forget what was kept for it."""


@dataclass(frozen=True)
class Stage:
    """A service as the drivers see it: a consumer group, its source topics and what it does with their records."""

    group: str
    sources: tuple[Topic, ...]
    handler: Handler
    batch: int = 100
    remembers: bool = True
    """Whether what it handled changes what it does next: then memory is opened anew after a batch that failed."""

    @property
    def topics(self) -> Mapping[str, Topic]:
        """By name the topics that the stage reads: its sources, and what is put back for it alone."""
        own = {source.name: source for source in self.sources}
        return own | {retry_topic(source.name, self.group): source for source in self.sources}
