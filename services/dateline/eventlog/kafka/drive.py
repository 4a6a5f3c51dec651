"""Runs a stage over Kafka as a member of its consumer group: one task per partition number that it is given."""

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener
from aiokafka.errors import ConsumerStoppedError
from aiokafka.structs import TopicPartition

from dateline.eventlog.kafka.assignor import ByNumber
from dateline.eventlog.kafka.committing import Afterwards, Together
from dateline.eventlog.kafka.consuming import check_membership, has_given_up, leave
from dateline.eventlog.kafka.log import KafkaLog
from dateline.eventlog.kafka.needs import check_topics
from dateline.eventlog.kafka.reader import record_of
from dateline.eventlog.kafka.settings import FETCH_WAIT_MS
from dateline.eventlog.kafka.trouble import reaching
from dateline.eventlog.port import LogUnavailable, PartitionLost
from dateline.eventlog.record import Commit, Output, Partition
from dateline.eventlog.running import Running
from dateline.eventlog.stage import Stage
from dateline.eventlog.waiting import growing_waits

POLL_MS = 1000
LET_FINISH_SECONDS = 5.0  # for the batch in hand when a partition is taken away; then it is left to the next owner
GIVEN_UP_SECONDS = 10.0
WATCH_SECONDS = 5.0
REBALANCE_SECONDS = 60.0
NEVER_MS = 2**31 - 1  # aiokafka's heartbeats go on by themselves: how long a batch takes is nobody's business

log = structlog.get_logger()


class KafkaDriver(ConsumerRebalanceListener):
    """A stage over Kafka. `running` tells how it fares; `drive` sets it going.

    With `transactional` outputs and commit are one transaction, and who held a partition before is fenced before the
    stage's memory is rebuilt; without, the commit follows the acknowledged outputs. Partitions with the same number
    belong together: they come to the same member. Memory is opened outside of the rebalance, while heartbeats go on.
    """

    def __init__(self, stage: Stage, log: KafkaLog, *, transactional: bool = False) -> None:
        self.running = Running(stage, self._write, self._commits)
        self.assigned: Collection[Partition] | None = None
        self._stage = stage
        self._log = log
        self._transactional = transactional
        self._consumer: AIOKafkaConsumer
        self._writers: dict[int, Afterwards | Together] = {}
        self._committed: dict[Partition, Commit] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._leaving = asyncio.Event()
        self._failed: asyncio.Future[None]

    async def drive(self) -> None:
        """Runs the stage until it is cancelled. Raises StageBroken, and WrongTopics where topics do not fit."""
        await self.running.until_possible(lambda: check_topics(self._stage, self._log))

        async def as_member() -> None:
            await self._as_member()

        await self.running.until_possible(as_member)

    async def _as_member(self) -> None:
        """Joins the group and works until it is cancelled or the membership breaks."""
        self._failed = asyncio.get_running_loop().create_future()
        settings = self._log.settings
        self._consumer = AIOKafkaConsumer(
            **settings.client(),
            group_id=self._stage.group,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            isolation_level="read_committed",
            partition_assignment_strategy=(ByNumber,),
            session_timeout_ms=int(settings.session_seconds * 1000),
            heartbeat_interval_ms=int(settings.session_seconds * 1000 / 5),
            rebalance_timeout_ms=int(REBALANCE_SECONDS * 1000),
            max_poll_interval_ms=NEVER_MS,
            consumer_timeout_ms=20,  # how long a partition that is being worked on may hold up others
            max_partition_fetch_bytes=4 * 1024 * 1024,
            fetch_max_wait_ms=FETCH_WAIT_MS,
        )
        watch = asyncio.create_task(self._watch())
        try:
            with reaching(settings.brokers, f"join {self._stage.group}"):
                await self._consumer.start()
            self._consumer.subscribe(list(self._stage.topics), listener=self)
            await self._failed
        finally:
            watch.cancel()
            await self._let_go()
            await leave(self._consumer)

    async def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:
        self.assigned = None
        await self._let_go()

    def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        self.assigned = [Partition(*place) for place in assigned]
        self.running.lost.clear()
        self._leaving.clear()
        places: dict[int, list[TopicPartition]] = {}
        for place in sorted(assigned):
            places.setdefault(place.partition, []).append(place)
        for number, ours in places.items():
            self._consumer.pause(*ours)  # until the memory is there and the offsets are read again
            task = asyncio.create_task(self._work(number, ours))
            task.add_done_callback(self._tell)
            self._tasks[number] = task

    async def _let_go(self) -> None:
        """Ends all work: batches in hand may be finished for some seconds, then they are broken off."""
        tasks = list(self._tasks.values())
        self._tasks.clear()
        self._leaving.set()
        if not tasks:
            return
        _, slow = await asyncio.wait(tasks, timeout=LET_FINISH_SECONDS)
        for task in slow:
            task.cancel()
        if slow:
            _, stuck = await asyncio.wait(slow, timeout=GIVEN_UP_SECONDS)
            if stuck:
                log.warning("partition.stuck", group=self._stage.group, tasks=len(stuck))

    def _tell(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None and not self._failed.done():
            self._failed.set_exception(error)

    async def _work(self, number: int, places: Sequence[TopicPartition]) -> None:
        waits = growing_waits(1.0, self._log.settings.session_seconds)
        while not self._leaving.is_set():
            try:
                await self._own(number, places)
            except PartitionLost as lost:
                if self.running.lost.get(number) != str(lost):  # once, however often it is tried
                    log.warning("partition.lost", group=self._stage.group, number=number, reason=str(lost))
                self.running.lost[number] = str(lost)
            else:
                return
            # If another has it, the group's coordinator tells us before long; if nobody has, it is ours again.
            with suppress(TimeoutError):
                await asyncio.wait_for(self._leaving.wait(), next(waits))

    async def _own(self, number: int, places: Sequence[TopicPartition]) -> None:
        """Takes the partitions of this number over, and works on them until they are taken away."""
        writer: Afterwards | Together
        if self._transactional:
            writer = Together(self._log, self._stage.group, number)
        else:
            writer = Afterwards(self._log, self._consumer)
        self._writers[number] = writer
        try:
            await self.running.until_possible(writer.open)
            await self.running.open(number)
            try:
                await self._go_on_from_commits(number, places)
                while not self._leaving.is_set():
                    await self._poll(number, places)
            finally:
                await self.running.close(number)
        finally:
            await writer.close()

    async def _go_on_from_commits(self, number: int, places: Sequence[TopicPartition]) -> None:
        commits = await self.running.until_possible(lambda: self._commits(number))
        for place in places:
            partition = Partition(*place)
            begin = (await self.running.until_possible(partial(self._log.bounds, place.topic)))[partition].begin
            if (commit := commits.get(partition)) is not None:
                self._committed[partition] = commit
                self.running.count_missed(partition, commit.offset, begin)
                self._consumer.seek(place, max(commit.offset, begin))
            else:  # what was read before may have been lost with the partition
                self._consumer.seek(place, begin)
        self._consumer.resume(*places)

    async def _poll(self, number: int, places: Sequence[TopicPartition]) -> None:
        wait = 0 if self.running.is_holding(number) else POLL_MS
        try:
            with reaching(self._log.settings.brokers, "read"):
                batches = await self._consumer.getmany(*places, timeout_ms=wait, max_records=self._stage.batch)
        except ConsumerStoppedError:
            self._leaving.set()  # it was closed before its partitions were taken away: there is nothing to wait for
            return
        if not batches:
            await self.running.settle(number)
            await self._commit_marks(places)
        fetched = [[record_of(record) for record in records] for records in batches.values()]
        if self._transactional:
            fetched = [[record for records in fetched for record in records]]  # each transaction has its price
        for records in fetched:
            await self.running.process(number, records)

    async def _commit_marks(self, places: Sequence[TopicPartition]) -> None:
        """Commits past the ends of transactions, which no record shows: else the group would seem behind for ever."""
        for place in places:
            commit = self._committed.get(Partition(*place))
            if commit is not None and (position := await self._consumer.position(place)) > commit.offset:
                moved = {Partition(*place): replace(commit, offset=position)}
                await self.running.until_possible(partial(self._write, [], moved))

    async def _write(self, outputs: Sequence[Output], commits: Mapping[Partition, Commit]) -> None:
        number = next(iter(commits)).number
        await self._writers[number].write(outputs, commits)
        self._committed.update(commits)

    async def _commits(self, number: int) -> Mapping[Partition, Commit]:
        held = await self._log.commits(self._stage.group)
        return {place: commit for place, commit in held.items() if place.number == number}

    async def _watch(self) -> None:
        """Says so when no broker answers, or the group does not take us: who has no partition hears of neither."""
        ours = None
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            try:
                await self._log.reach()
                with reaching(self._log.settings.brokers, f"join {self._stage.group}"):
                    check_membership(self._consumer)
            except LogUnavailable as error:
                if has_given_up(self._consumer) and not self._failed.done():
                    self._failed.set_exception(error)
                if self.running.trouble is None:
                    log.warning("stage.waits", group=self._stage.group, reason=str(error))
                    ours = self.running.trouble = str(error)
            else:
                if ours is not None and self.running.trouble == ours:
                    log.info("stage.goes_on", group=self._stage.group)
                    ours = self.running.trouble = None
