"""Fills the index from the log: one kind of record, all its partitions, from where the index stands."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence

import structlog
from pydantic_core import from_json

from dateline.eventlog.port import Bounds, EventLog, LogUnavailable, Reader, TopicSpec, UnknownTopic
from dateline.eventlog.record import Partition, Record
from dateline.eventlog.unexpected import Unexpected
from dateline.eventlog.waiting import growing_waits
from dateline.gateway.cursors import Place
from dateline.gateway.graves import Graves
from dateline.gateway.index import Index, IndexUnavailable
from dateline.gateway.kinds import GROUP, Kind
from dateline.gateway.tables import Arrival
from dateline_schemas.envelope import BadRecord, decode
from dateline_schemas.topics import DEAD_RETENTION

BATCH = 200
LOOK_UP_SECONDS = 5.0  # how often a quiet log is asked whether it is still there; a record wakes the reader at once
MOST_REVISION = 2**63 - 1  # what SQLite holds; the contract has no limit
TOGETHER = 0  # one reader has all partitions: what fails is held together
PASSING = (LogUnavailable, UnknownTopic, IndexUnavailable)  # what is waited out

log = structlog.get_logger()


class Following:
    """Follows one kind of record without a consumer group: the index itself keeps how far it has come.

    `told` is what has been logged of the log's troubles, by this following or by those of the other kinds: what ails
    them all is one line. Records that fail unexpectedly are held, and buried once a later one succeeds or there is none
    now; twenty in a row raise StageBroken, as in every service.
    """

    def __init__(self, kind: Kind, events: EventLog, index: Index, told: set[str]) -> None:
        self.kind = kind
        self.outcomes: Counter[str] = Counter()
        self.caught_up = asyncio.Event()
        """The index has come to the log's ends once."""
        self._trouble: str | None = None
        self._told = told
        self._log = events
        self._index = index
        self._graves = Graves(kind, events)
        self._unexpected = Unexpected(GROUP)
        self._pauses = growing_waits()

    @property
    def not_ready(self) -> str | None:
        """Why the gateway cannot be relied on for this kind."""
        if self._trouble is None and not self.caught_up.is_set():
            return f"the index of {self.kind.plural} is being filled"
        return self._trouble

    async def run(self) -> None:
        """Follows until it is cancelled; waits longer each time while the log is out of reach."""
        while True:
            try:
                await self._follow()
            except PASSING as error:
                self._waits(str(error))
            await asyncio.sleep(next(self._pauses))

    async def _follow(self) -> None:
        await self._make_own_topics()
        ends = await self._bounds()
        position = dict(await self._index.begin_at(self.kind, ends))
        self._unexpected = Unexpected(GROUP)  # what was held comes again
        async with self._log.reader(position) as reader:
            self._goes_on()
            while True:
                if all(position[at] >= bound.end for at, bound in ends.items()):
                    self.caught_up.set()
                records = await self._read(reader)
                if not records:
                    if self._unexpected.held(TOGETHER):
                        await self._put([])
                    self.caught_up.set()  # a transaction's end takes up an offset that no reader sees
                    continue
                await self._take_in(records)
                position |= {record.partition: record.offset + 1 for record in records}

    async def _read(self, reader: Reader) -> Sequence[Record]:
        records = await reader.read(BATCH, LOOK_UP_SECONDS)
        if not records:
            await self._log.topics()  # raises while the log is away
        self._goes_on()
        return records

    def _waits(self, reason: str) -> None:
        self._trouble = reason
        if reason not in self._told:
            log.warning("gateway.waits", reason=reason)
            self._told.add(reason)

    def _goes_on(self) -> None:
        if self._trouble in self._told:
            log.info("gateway.goes_on")
            self._told.clear()
        self._trouble, self._pauses = None, growing_waits()

    async def _take_in(self, records: Sequence[Record]) -> None:
        try:
            await self._put(records)
        except PASSING:
            raise
        except Exception as error:
            log.info("batch.split", group=GROUP, records=len(records), error=repr(error))
            for record in records:
                await self._one(record)

    async def _one(self, record: Record) -> None:
        try:
            await self._put([record])
        except PASSING:
            raise
        except Exception as error:
            self._unexpected.hold(TOGETHER, record, error)

    async def _put(self, records: Sequence[Record]) -> None:
        """Takes in the records, and buries the bad ones with those that are held."""
        arrivals, bad = await asyncio.to_thread(self._decode, records)
        held = self._unexpected.held(TOGETHER)
        bad = [*((record, BadRecord("unexpected", error)) for record, error in held), *bad]
        for record, error in bad:
            if await self._graves.bury(record, error):
                log.warning(
                    "record.dead", at=f"{record.partition}/{record.offset}", cause=error.cause, detail=error.detail
                )
        position: Place = {
            record.partition: record.offset + 1 for record in [*(record for record, _ in held), *records]
        }
        new = await self._index.put(self.kind, arrivals, position)
        self._unexpected.settle(TOGETHER)
        self.outcomes.update(f"dead:{error.cause}" for _, error in bad)
        self.outcomes["new"] += new
        self.outcomes["already_held"] += len(arrivals) - new

    def _decode(self, records: Sequence[Record]) -> tuple[list[Arrival], list[tuple[Record, BadRecord]]]:
        arrivals: list[Arrival] = []
        bad: list[tuple[Record, BadRecord]] = []
        for record in records:
            try:
                value = decode(self.kind.topic, record.key, record.value, record.headers)
                check_strictly(record.value or b"")
                version = self.kind.version(value)
                if version[0] > MOST_REVISION:
                    raise BadRecord("not_storable", f"revision {version[0]} is more than {MOST_REVISION}")
            except BadRecord as error:
                bad.append((record, error))
            else:
                arrivals.append(Arrival(record, self.kind.topic.key(value), version, self.kind.is_live(value)))
        return arrivals, bad

    async def _make_own_topics(self) -> None:
        """The gateway's dead-letter and retry topics, as many partitions as the topic has."""
        held = await self._log.topics()
        if self.kind.topic.name not in held:
            lacking = f"there is no topic {self.kind.topic.name!r} yet, or no permission to see it"
            raise UnknownTopic(lacking, "`dateline topics create` makes it")
        partitions = held[self.kind.topic.name]
        await self._log.create(
            [TopicSpec(name, partitions, DEAD_RETENTION) for name in (self.kind.dead, self.kind.retry)]
        )

    async def _bounds(self) -> Mapping[Partition, Bounds]:
        return {**await self._log.bounds(self.kind.topic.name), **await self._log.bounds(self.kind.retry)}


def check_strictly(content: bytes) -> None:
    """Raises BadRecord for NaN and the like: passed on, one such record would make a whole page unreadable."""
    try:
        from_json(content, allow_inf_nan=False)
    except ValueError as error:
        raise BadRecord("not_json", str(error)) from error
