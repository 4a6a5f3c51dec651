"""A stage for the drivers' contract: what comes in goes out, but for what its records say should happen."""

import asyncio
import dataclasses
from collections.abc import Mapping, Sequence
from datetime import timedelta

from dateline.eventlog.port import TopicSpec
from dateline.eventlog.record import Commit, Output, Partition, output_of
from dateline.eventlog.stage import DeadRecord, Handled, Input, Stage, Unavailable, Unprocessable
from dateline_schemas.model import Contract
from dateline_schemas.topics import ARTICLES, DEAD_RETENTION, Topic, dead_topic, retry_topic

PARTITIONS = 2


class Note(Contract):
    """A record of the tests."""

    id: str
    wish: str = ""


def notes_topic(name: str) -> Topic:
    return dataclasses.replace(
        ARTICLES,
        name=name,
        model=Note,
        kind="note",
        key=lambda note: note.id,
        identity=lambda note: f"{note.id}:1",
        partitions=PARTITIONS,
        embedded_partitions=PARTITIONS,
    )


class Echo:
    """Writes each note to the topic `out`, in the partition that it came from."""

    def __init__(self, out: str) -> None:
        self._out = out
        self.slow = 0.0
        self.failures = 0
        self.opened: list[int] = []
        self.handled: list[str] = []

    async def open(self, partition: int, commits: Mapping[Partition, Commit]) -> None:
        self.opened.append(partition)

    async def handle(self, partition: int, inputs: Sequence[Input]) -> Handled:
        outputs, dead = [], []
        for given in inputs:
            note = given.value
            assert isinstance(note, Note)
            if self.slow:
                await asyncio.sleep(self.slow)
            self.handled.append(note.id)
            if note.wish == "never":
                raise Unprocessable("never", "as it wished")
            if note.wish == "bug":
                raise RuntimeError("as it wished")
            if note.wish == "later" and self.failures:
                self.failures -= 1
                raise Unavailable("not now")
            if note.wish == "refuse":
                dead.append(DeadRecord(given.record, "refused", "as it wished"))
                continue
            outputs.append(
                Output(self._out, given.record.key, given.record.value, partition=given.record.partition.number)
            )
        return Handled(outputs=outputs, dead=dead)

    async def close(self, partition: int) -> None:
        if partition in self.opened:
            self.opened.remove(partition)


@dataclasses.dataclass(frozen=True)
class Names:
    """The topics and the group of one test."""

    prefix: str

    @property
    def source(self) -> Topic:
        return notes_topic(f"{self.prefix}.in")

    @property
    def out(self) -> str:
        return f"{self.prefix}.out"

    @property
    def group(self) -> str:
        return f"{self.prefix}-echo"

    @property
    def dead(self) -> str:
        return dead_topic(self.source.name, self.group)

    @property
    def retry(self) -> str:
        return retry_topic(self.source.name, self.group)

    def stage(self, handler: Echo, batch: int = 10, *, remembers: bool = True) -> Stage:
        return Stage(self.group, (self.source,), handler, batch, remembers)

    def specs(self) -> list[TopicSpec]:
        return [
            TopicSpec(name, PARTITIONS, DEAD_RETENTION if name in (self.dead, self.retry) else timedelta(days=1))
            for name in (self.source.name, self.out, self.dead, self.retry)
        ]

    def notes(self, count: int, wishes: Mapping[int, str] | None = None, start: int = 0) -> list[Output]:
        """Notes `n0`, `n1`, ... by turns in each partition."""
        return [
            self.note(f"n{number}", (wishes or {}).get(number, ""), number % PARTITIONS)
            for number in range(start, start + count)
        ]

    def note(self, id_: str, wish: str = "", partition: int = 0) -> Output:
        return output_of(self.source, Note(id=id_, wish=wish), "test", partition)
