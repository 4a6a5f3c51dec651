"""Runs a stage as a Faust agent: records are acknowledged in order, and only when all they led to is written."""

import asyncio
import time
from collections.abc import Collection, Coroutine, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast

import faust
import structlog
from faust.contrib.asgi import faust_app_running
from faust.types import EventT

from dateline.eventlog.faust.app import make_app
from dateline.eventlog.faust.transport import TimedConsumer
from dateline.eventlog.kafka.committing import check_outputs
from dateline.eventlog.kafka.log import KafkaLog
from dateline.eventlog.kafka.needs import check_topics
from dateline.eventlog.kafka.trouble import reaching
from dateline.eventlog.port import LogUnavailable
from dateline.eventlog.record import Commit, Output, Partition, Record
from dateline.eventlog.running import Prepared, Running
from dateline.eventlog.stage import Stage

ONE = 0  # a stage without memory is opened once, whatever partitions its records come from
QUIET_SECONDS = 1.0
WATCH_SECONDS = 5.0
STALL_SECONDS = 60.0
LET_FINISH_SECONDS = 5.0  # for the batch that is being written when the worker is told to stop
STOP_SECONDS = 15.0

log = structlog.get_logger()


class Stalled(Exception):
    """The worker has records to read and reads none; ended and started again it goes on."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Events on their way: what comes of them is being made while those before are written."""

    events: Sequence[EventT[bytes]]
    coming: asyncio.Task[Prepared | Exception]


class FaustDriver:
    """A stage without memory over Kafka, as an agent of a Faust app. `running` tells how it fares.

    Faust acknowledges an event whose agent raised, and one that was in hand when it was cancelled. So the agent only
    hands events over and acknowledges none; that is done here, in order, for a batch of what has arrived. While the
    outputs of one batch are awaited, those after it are handled already: at most three batches are under way. Outputs
    go through the log's idempotent producer; the commit follows within a second or so.
    """

    def __init__(self, stage: Stage, log: KafkaLog, *, stall_seconds: float = STALL_SECONDS) -> None:
        if stage.remembers:
            raise ValueError(f"{stage.group} has a memory: batches cannot be handled ahead of their turn")
        self.running = Running(stage, self._write, self._commits)
        self.assigned: Collection[Partition] | None = None
        self._stage = stage
        self._log = log
        self._stall_seconds = stall_seconds
        self._arrived: asyncio.Queue[EventT[bytes]] = asyncio.Queue(stage.batch)
        self._batches: asyncio.Queue[Batch | None] = asyncio.Queue(1)
        self._coming: set[asyncio.Task[Prepared | Exception]] = set()
        self._finishing = asyncio.Lock()
        self._held: list[EventT[bytes]] = []
        self._progress = time.monotonic()
        self._failed: asyncio.Future[None]

    async def drive(self) -> None:
        """Runs the stage until it is cancelled. Raises StageBroken, WrongTopics, and Stalled.

        After Stalled, and after any error of Faust's, the process should end and be started again.
        """
        await self.running.until_possible(lambda: check_topics(self._stage, self._log))
        await self.running.open(ONE)
        self._failed = asyncio.get_running_loop().create_future()
        app = make_app(self._stage.group, self._log.settings, self._taken_up)
        self._declare(app)
        watch = self._set_going(self._watch(app))  # before it is entered: that waits for the group
        try:
            async with faust_app_running(app, stop_timeout=STOP_SECONDS):
                tasks = [watch, *(self._set_going(work(app)) for work in (self._begin, self._finish))]
                try:
                    await self._failed
                finally:
                    await self._let_go(tasks)
        finally:
            watch.cancel()
            await self.running.close(ONE)

    def _set_going(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        task.add_done_callback(self._tell)
        return task

    async def _taken_up(self, places: Set[Partition]) -> None:
        """Looks for what was deleted before it was read: Faust goes on past it without a word."""

        async def look() -> None:
            await self.running.count_all_missed(self._log, await self._log.commits(self._stage.group), places)

        await self.running.until_possible(look)

    async def _let_go(self, tasks: Sequence[asyncio.Task[None]]) -> None:
        """Ends all work; the batch that is being written may be acknowledged first, for some seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LET_FINISH_SECONDS):
                await self._finishing.acquire()
        for task in (*tasks, *self._coming):
            task.cancel()
        await asyncio.gather(*tasks, *self._coming, return_exceptions=True)

    def _declare(self, app: faust.App) -> None:
        topic = app.topic(
            *self._stage.topics, key_type=bytes, key_serializer="raw", value_type=bytes, value_serializer="raw"
        )

        @app.agent(topic, name=f"{self._stage.group}-agent", concurrency=1)
        async def hand_over(stream: Any) -> None:
            async for event in stream.noack().events():
                await self._arrived.put(event)

    async def _begin(self, app: faust.App) -> None:
        """Sets going what arrives, batch by batch; nothing, where nothing has arrived for a while."""
        while True:
            arrived = await self._next_events()
            if not arrived:
                await self._batches.put(None)
                continue
            events = [event for event in arrived if self._is_ours(app, event)]
            if not events:
                continue
            coming = asyncio.create_task(self.running.prepare(ONE, [record_of(event) for event in events]))
            self._coming.add(coming)
            coming.add_done_callback(self._coming.discard)
            await self._batches.put(Batch(events, coming))

    async def _next_events(self) -> list[EventT[bytes]]:
        try:
            events = [await asyncio.wait_for(self._arrived.get(), QUIET_SECONDS)]
        except TimeoutError:
            return []
        while len(events) < self._stage.batch and not self._arrived.empty():
            events.append(self._arrived.get_nowait())
        return events

    async def _finish(self, app: faust.App) -> None:
        """Writes batch after batch. Raises what is not a record's own fault: nothing of that batch is acknowledged."""
        while True:
            batch = await self._batches.get()
            async with self._finishing:
                self._forget_what_went(app)
                if batch is None:
                    await self.running.settle(ONE)
                else:
                    await self._process(app, batch)
                    self._progress = time.monotonic()
                self._acknowledge(app)

    async def _process(self, app: faust.App, batch: Batch) -> None:
        ours = [event for event in batch.events if self._is_ours(app, event)]
        if len(ours) == len(batch.events):
            await self.running.process(ONE, [record_of(event) for event in ours], batch.coming)
        elif ours:  # some have gone since
            await self.running.process(ONE, [record_of(event) for event in ours])
        self._held += ours

    @staticmethod
    def _is_ours(app: faust.App, event: EventT[bytes]) -> bool:
        """Whether its partition has not been taken away since it was read; if so, it comes again to whoever has it."""
        return event.message.generation_id == app.consumer_generation_id

    def _forget_what_went(self, app: faust.App) -> None:
        """After a rebalance what was held comes again, to whomever it belongs now."""
        if not all(self._is_ours(app, event) for event in self._held):
            self._held.clear()
            self.running.forget_held(ONE)

    def _acknowledge(self, app: faust.App) -> None:
        """Lets Faust commit all that was seen to, once none of it is held; never for partitions that have gone."""
        if self.running.is_holding(ONE):
            return
        for event in self._held:
            if self._is_ours(app, event):
                event.ack()
        self._held.clear()

    async def _watch(self, app: faust.App) -> None:
        """Ends the worker when Faust has crashed, or has stopped without a word; says so when no broker answers."""
        ours = None
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            if app.crashed or app.should_stop:
                raise app.crash_reason or Stalled(f"{self._stage.group}: Faust has stopped by itself")
            consumer = cast("TimedConsumer", app.consumer)
            if not consumer.has_begun:
                continue
            self.assigned = [Partition(place.topic, place.partition) for place in consumer.assignment()] or None
            try:
                with reaching(self._log.settings.brokers, f"join {self._stage.group}"):
                    await asyncio.wait_for(consumer.check_membership(), WATCH_SECONDS)
                lag = await self._lag(app)
            except LogUnavailable as error:
                self._progress = time.monotonic()
                if self.running.trouble is None:
                    log.warning("stage.waits", group=self._stage.group, reason=str(error))
                    ours = self.running.trouble = str(error)
                continue
            if ours is not None and self.running.trouble == ours:
                log.info("stage.goes_on", group=self._stage.group)
                ours = self.running.trouble = None
            if lag == 0 or self._finishing.locked():
                self._progress = time.monotonic()
            elif time.monotonic() - self._progress > self._stall_seconds:
                raise Stalled(
                    f"{self._stage.group}: {lag} records to read and none read in {self._stall_seconds:.0f} seconds"
                )

    async def _lag(self, app: faust.App) -> int:
        commits = await self._log.commits(self._stage.group)
        mine = {Partition(place.topic, place.partition) for place in app.consumer.assignment()}
        lag = 0
        for topic in {place.topic for place in mine}:
            for place, bounds in (await self._log.bounds(topic)).items():
                if place in mine:
                    lag += bounds.end - max(bounds.begin, commits[place].offset if place in commits else 0)
        return lag

    def _tell(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None and not self._failed.done():
            self._failed.set_exception(error)

    async def _write(self, outputs: Sequence[Output], commits: Mapping[Partition, Commit]) -> None:
        await check_outputs(self._log, outputs)
        if outputs:
            await self._log.append(outputs)

    async def _commits(self, number: int) -> Mapping[Partition, Commit]:
        return {}


def record_of(event: EventT[bytes]) -> Record:
    """The record as it stands in Kafka; Faust's own view of the headers keeps only the last of those of one name."""
    message = event.message
    headers = message.headers or ()
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    return Record(
        partition=Partition(message.topic, message.partition),
        offset=message.offset,
        timestamp_ms=round(message.timestamp * 1000),
        key=message.key,
        value=message.value,
        headers=tuple((name, content or b"") for name, content in pairs),
    )
