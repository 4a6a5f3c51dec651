"""The drivers that the contract runs over: each runs a stage over its log."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete
from aiokafka.structs import TopicPartition
from tests.brokers.kafka import SESSION_SECONDS
from tests.brokers.waiting import until
from tests.contract.echo import Echo, Names
from tests.contract.logs import fresh

from dateline.eventlog.embedded import EmbeddedLog, drive
from dateline.eventlog.embedded.drive import attend
from dateline.eventlog.kafka import KafkaDriver, KafkaLog, KafkaSettings
from dateline.eventlog.port import EventLog
from dateline.eventlog.record import Record
from dateline.eventlog.running import Running
from dateline.eventlog.stage import Stage, StageBroken

KAFKA = pytest.mark.kafka
DRIVERS = ["embedded", *(pytest.param(kind, marks=KAFKA) for kind in ("aiokafka", "transactional", "faust"))]
SHARED_GROUP = [pytest.param(kind, marks=KAFKA) for kind in ("aiokafka", "transactional", "faust")]


def kafka_settings(address: str) -> KafkaSettings:
    return KafkaSettings(brokers=address, session_seconds=SESSION_SECONDS, request_seconds=10.0)


@asynccontextmanager
async def opened(kind: str, place: str) -> AsyncIterator[EventLog]:
    """The log of a kind of driver; `place` is a folder or the brokers' address."""
    if kind == "embedded":
        async with EmbeddedLog(Path(place)) as log:
            yield log
    else:
        async with KafkaLog(kafka_settings(place)) as kafka:
            yield kafka


def drive_over(kind: str, stage: Stage, log: EventLog) -> tuple[Running, Callable[[], Coroutine[None, None, None]]]:
    if kind == "embedded":
        assert isinstance(log, EmbeddedLog)
        running = attend(stage, log)
        return running, lambda: drive(running, log)
    assert isinstance(log, KafkaLog)
    if kind == "faust":
        from dateline.eventlog.faust import FaustDriver

        faust = FaustDriver(stage, log)
        return faust.running, faust.drive
    kafka = KafkaDriver(stage, log, transactional=kind == "transactional")
    return kafka.running, kafka.drive


@dataclass(frozen=True)
class Driven:
    """A driver at work: its task ends with what the driver raised."""

    running: Running
    task: asyncio.Task[None]

    async def failure(self) -> BaseException | None:
        """What the driver ended with."""
        done, _ = await asyncio.wait([self.task], timeout=60)
        assert done, "the driver goes on"
        error = self.task.exception()
        return error.exceptions[0] if isinstance(error, BaseExceptionGroup) else error


@dataclass(frozen=True)
class Bench:
    """One kind of driver, its log, and topics of its own."""

    kind: str
    place: str
    log: EventLog
    names: Names

    @asynccontextmanager
    async def driving(self, handler: Echo, batch: int = 10) -> AsyncIterator[Driven]:
        stage = self.names.stage(handler, batch, remembers=self.kind != "faust")
        running, start = drive_over(self.kind, stage, self.log)
        task = asyncio.create_task(start())
        try:
            yield Driven(running, task)
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError, StageBroken, ExceptionGroup):
                await task

    async def read(self, topic: str) -> list[Record]:
        """All that the topic holds, partition by partition."""
        records: list[Record] = []
        bounds = await self.log.bounds(topic)
        async with self.log.reader({place: bound.begin for place, bound in bounds.items()}) as reader:
            for place, bound in bounds.items():
                while await reader.position(place) < bound.end:
                    records += await reader.read(100, timeout_seconds=1)
        return records

    async def count(self, topic: str) -> int:
        return len(await self.read(topic))

    async def has(self, topic: str, count: int) -> None:
        """Returns when the topic holds that many records."""

        async def enough() -> bool:
            return await self.count(topic) >= count

        await until(enough, f"{count} records in {topic}")

    async def expire(self) -> None:
        """Deletes what the source holds, as retention does."""
        if isinstance(self.log, EmbeddedLog):
            later = time.time_ns() // 1_000_000 + 2 * 24 * 3600 * 1000  # past the source's retention
            log = self.log
            await log._in_thread(lambda: log._tables.sweep(later))
            return
        bounds = await self.log.bounds(self.names.source.name)
        admin = AIOKafkaAdminClient(bootstrap_servers=self.place)
        await admin.start()
        try:
            ends = {TopicPartition(at.topic, at.number): RecordsToDelete(bound.end) for at, bound in bounds.items()}
            await admin.delete_records(ends)
        finally:
            await admin.close()

    async def committed(self, count: int) -> None:
        """Returns when so many records of the source are committed."""

        async def enough() -> bool:
            return await self.commits() >= count

        await until(enough, f"{count} records committed")

    async def commits(self) -> int:
        held = await self.log.commits(self.names.group)
        return sum(commit.offset for place, commit in held.items() if place.topic == self.names.source.name)


Make = Callable[[str], AbstractAsyncContextManager[Bench]]


@asynccontextmanager
async def bench_of(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Bench]:
    place = str(tmp_path) if kind == "embedded" else str(request.getfixturevalue("kafka"))
    names = Names(fresh("stage"))
    async with opened(kind, place) as log:
        await log.create(names.specs())
        yield Bench(kind, place, log, names)


@pytest.fixture(params=DRIVERS)
async def bench(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Bench]:
    async with bench_of(request.param, request, tmp_path) as made:
        yield made


@pytest.fixture(params=SHARED_GROUP)
async def shared_bench(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Bench]:
    """Of drivers of which several may share a group."""
    async with bench_of(request.param, request, tmp_path) as made:
        yield made
