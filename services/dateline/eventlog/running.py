"""What every driver does with a batch: decode, handle, write with the commit; retry, split, bury, stop."""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import structlog

from dateline.eventlog.dead import bury
from dateline.eventlog.deaths import Deaths
from dateline.eventlog.port import EventLog, LogUnavailable, PartitionLost
from dateline.eventlog.record import Commit, Output, Partition, Record
from dateline.eventlog.stage import Handled, Input, Stage, Unavailable, Unprocessable
from dateline.eventlog.unexpected import Unexpected
from dateline.eventlog.waiting import growing_waits
from dateline_schemas.envelope import BadRecord, decode

Write = Callable[[Sequence[Output], Mapping[Partition, Commit]], Awaitable[None]]
"""Writes all outputs, then the commits; raises LogUnavailable where that may be tried again, else PartitionLost."""
Commits = Callable[[int], Awaitable[Mapping[Partition, Commit]]]
"""The stage's commits of a partition number."""

T = TypeVar("T")
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a batch comes to, before it is written."""

    outputs: Sequence[Output]
    outcomes: Counter[str]
    notes: Mapping[Partition, str]


class Running:
    """A stage at work under some driver, batch by batch, one partition number at a time.

    A batch that fails is tried record by record. A record that cannot be processed is buried. What is wrong with the
    world is tried again without end; `trouble` says it meanwhile, and `lost` why a partition number must be taken over
    again, until it has gone on. Records that fail unexpectedly are held, and buried once a later one succeeds or the
    driver says that there is none now; twenty in a row raise StageBroken with none of them committed.
    """

    def __init__(
        self,
        stage: Stage,
        write: Write,
        commits: Commits,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.stage = stage
        self.outcomes: Counter[str] = Counter()
        self.trouble: str | None = None
        self.lost: dict[int, str] = {}
        self._write = write
        self._commits = commits
        self._pause = pause
        self._unexpected = Unexpected(stage.group)
        self._said: str | None = None
        self._topics = stage.topics
        self._notes: dict[Partition, str] = {}
        self._deaths = Deaths(stage.group)
        self._begins: dict[Partition, int] = {}

    @property
    def reasons(self) -> list[str]:
        """Why the stage cannot be relied on now; none when it can."""
        return list(dict.fromkeys([*([] if self.trouble is None else [self.trouble]), *self.lost.values()]))

    async def open(self, partition: int) -> None:
        """Takes the partition number over; its memory is rebuilt before this returns."""

        async def rebuild() -> None:
            commits = await self._commits(partition)
            self._notes.update((place, commit.note) for place, commit in commits.items())
            await self.stage.handler.open(partition, commits)

        await self.until_possible(rebuild)

    def count_missed(self, place: Partition, committed: int, begin: int) -> None:
        """Counts and tells, once, what was deleted before it was read: the log no longer goes back to the commit."""
        missed = begin - max(committed, self._begins.get(place, 0))
        if missed > 0:
            self._begins[place] = begin
            self.outcomes["lost:retention"] += missed
            detail = "retention deleted them before they were read; keep them longer, or read them sooner"
            log.warning("records.lost", group=self.stage.group, partition=str(place), records=missed, detail=detail)

    async def count_all_missed(
        self, log: EventLog, commits: Mapping[Partition, Commit], places: Collection[Partition]
    ) -> None:
        """The same of all the places that are taken up."""
        for topic in {place.topic for place in places}:
            for place, bounds in (await log.bounds(topic)).items():
                if place in places and place in commits:
                    self.count_missed(place, commits[place].offset, bounds.begin)

    async def close(self, partition: int) -> None:
        self.forget_held(partition)
        await self.stage.handler.close(partition)

    async def prepare(self, partition: int, records: Sequence[Record]) -> Prepared | Exception:
        """Handles the batch and writes nothing; what is raised is given back.

        Where the stage remembers nothing this may be done ahead of the batch's turn, and given to `process` then.
        """
        try:
            inputs, dead, outcomes = self._decode(records)
            handled = await self._handle(partition, inputs)
        except Exception as error:
            return error
        for found in handled.dead:
            dead.append(bury(found.record, self.stage.group, found.cause, found.detail))
            outcomes[f"dead:{found.cause}"] += 1
        outcomes.update(handled.outcomes)
        return Prepared([*dead, *handled.outputs], outcomes, handled.notes)

    async def process(
        self, partition: int, records: Sequence[Record], ahead: Awaitable[Prepared | Exception] | None = None
    ) -> None:
        """Sees to every record of the batch; on return all are committed but those that are held.

        `ahead` is what `prepare` makes of the same records. Raises StageBroken and PartitionLost.
        """
        if len(records) > 1:
            try:
                await self._step(partition, records, ahead)
            except PartitionLost:
                raise
            except Exception as error:
                log.info("batch.split", group=self.stage.group, records=len(records), error=repr(error))
                await self._reopen(partition)
                ahead = None
            else:
                return
        for record in records:
            await self._one(partition, record, ahead)

    def is_holding(self, partition: int) -> bool:
        """Whether records that failed unexpectedly wait for the next ones to show whose fault it is."""
        return bool(self._unexpected.held(partition))

    async def settle(self, partition: int) -> None:
        """Buries what is held: there is no further record now that could show whose fault it is."""
        self.lost.pop(partition, None)
        if graves := self._graves(partition):
            await self._commit(partition, [], graves, Counter({"dead:unexpected": len(graves)}))

    def forget_held(self, partition: int) -> None:
        """Records that are held are not ours any more: they are not committed, and come again to whoever has them."""
        self._unexpected.forget(partition)

    async def _one(self, partition: int, record: Record, ahead: Awaitable[Prepared | Exception] | None) -> None:
        try:
            await self._step(partition, [record], ahead)
        except PartitionLost:
            raise
        except Unprocessable as error:
            held = self._graves(partition)
            graves = [*held, bury(record, self.stage.group, error.cause, error.detail)]
            outcomes = Counter({f"dead:{error.cause}": 1}) + Counter({"dead:unexpected": len(held)})
            await self._commit(partition, [record], graves, outcomes)
        except Exception as error:
            self._unexpected.hold(partition, record, error)
        else:
            return
        await self._reopen(partition)

    def _graves(self, partition: int) -> list[Output]:
        """The dead letters of what is held."""
        return [
            bury(record, self.stage.group, "unexpected", error) for record, error in self._unexpected.held(partition)
        ]

    async def _step(
        self, partition: int, records: Sequence[Record], ahead: Awaitable[Prepared | Exception] | None
    ) -> None:
        prepared = await (self.prepare(partition, records) if ahead is None else ahead)
        if isinstance(prepared, Exception):
            raise prepared
        graves = self._graves(partition)
        outcomes = prepared.outcomes + Counter({"dead:unexpected": len(graves)})
        await self._commit(partition, records, [*graves, *prepared.outputs], outcomes, prepared.notes)

    def _decode(self, records: Sequence[Record]) -> tuple[list[Input], list[Output], Counter[str]]:
        inputs: list[Input] = []
        dead: list[Output] = []
        outcomes: Counter[str] = Counter()
        for record in records:
            topic = self._topics[record.partition.topic]
            try:
                inputs.append(Input(record, decode(topic, record.key, record.value, record.headers)))
            except BadRecord as error:
                dead.append(bury(record, self.stage.group, error.cause, error.detail))
                outcomes[f"dead:{error.cause}"] += 1
        return inputs, dead, outcomes

    async def _handle(self, partition: int, inputs: Sequence[Input]) -> Handled:
        if not inputs:
            return Handled()

        async def handle() -> Handled:
            return await self.stage.handler.handle(partition, inputs)

        async def start_over() -> None:
            await self._reopen(partition)

        return await self.until_possible(handle, start_over)

    async def _commit(
        self,
        partition: int,
        records: Sequence[Record],
        outputs: Sequence[Output],
        outcomes: Counter[str],
        notes: Mapping[Partition, str] | None = None,
    ) -> None:
        """Writes the outputs and commits the records, with those that were held before them."""
        now = time.time_ns() // 1_000_000
        records = [*(record for record, _ in self._unexpected.held(partition)), *records]
        noted = self._notes | dict(notes or {})  # a batch without a note of its own keeps the last one
        commits = {
            record.partition: Commit(record.offset + 1, noted.get(record.partition, ""), now) for record in records
        }

        async def write() -> None:
            await self._write(outputs, commits)

        await self.until_possible(write)
        if self._said is not None:
            log.info("stage.goes_on", group=self.stage.group)
            self._said = None
        self._deaths.tell(outputs)
        self._unexpected.settle(partition)
        self.lost.pop(partition, None)
        self._notes = noted
        outcomes["done"] += len(records) - outcomes.total()
        self.outcomes.update(+outcomes)

    async def _reopen(self, partition: int) -> None:
        if not self.stage.remembers:
            return
        await self.stage.handler.close(partition)
        await self.open(partition)

    async def until_possible(
        self,
        attempt: Callable[[], Awaitable[T]],
        between: Callable[[], Awaitable[None]] | None = None,
    ) -> T:
        """Attempts it until the world allows; waits longer each time, and says why in `trouble`."""
        waits = growing_waits()
        mine = None
        while True:
            try:
                result = await attempt()
            except (Unavailable, LogUnavailable) as error:
                mine = self.trouble = str(error)
                if mine != self._said:  # once, however often it is tried
                    log.warning("stage.waits", group=self.stage.group, reason=mine)
                    self._said = mine
            else:
                if self.trouble == mine:  # not what keeps another from going on
                    self.trouble = None
                return result
            await self._pause(next(waits))
            if between is not None:
                await between()
