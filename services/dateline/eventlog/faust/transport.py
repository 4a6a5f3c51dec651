"""Faust's transport, changed where Faust lets nobody choose.

It leaves a commit's metadata empty, where `status` looks for the time, lets the broker hold a fetch for 1.5 s, goes
back after a rebalance only where something was committed: what it had fetched and put aside of a partition without a
commit was never read again; and ends without a last commit where one is under way.
"""

import asyncio
import time
from collections.abc import Mapping
from typing import Any, cast

from aiokafka import AIOKafkaConsumer
from aiokafka.structs import TopicPartition
from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread, Consumer, Transport
from faust.types import TP

from dateline.eventlog.kafka.consuming import back_to_committed, check_membership
from dateline.eventlog.kafka.notes import packed
from dateline.eventlog.kafka.settings import FETCH_WAIT_MS
from dateline.eventlog.record import Commit, Partition


class TimedThread(AIOKafkaConsumerThread):
    """Where Faust makes its consumer."""

    async def check_membership(self) -> None:
        async def check() -> None:
            check_membership(self._ensure_consumer())

        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(check(), self.thread_loop))

    async def seek_to_committed(self) -> Mapping[TP, int]:
        return await self.call_thread(back_to_committed, self._ensure_consumer())  # type: ignore[no-any-return]

    def _create_worker_consumer(self, transport: Transport) -> AIOKafkaConsumer:
        consumer: Any = super()._create_worker_consumer(transport)
        consumer._fetch_max_wait_ms = FETCH_WAIT_MS
        commit = consumer.commit

        async def commit_timed(offsets: Mapping[TopicPartition, Any]) -> None:
            now = time.time_ns() // 1_000_000
            await commit(packed({Partition(*place): Commit(kept.offset, "", now) for place, kept in offsets.items()}))

        consumer.commit = commit_timed
        return consumer  # type: ignore[no-any-return]


class TimedConsumer(Consumer):
    @property
    def has_begun(self) -> bool:
        """Whether there is anything yet that can be asked."""
        return cast("TimedThread", self._thread)._consumer is not None

    async def check_membership(self) -> None:
        """Raises the KafkaError that keeps it out of its group; Faust never asks."""
        await cast("TimedThread", self._thread).check_membership()

    async def on_stop(self) -> None:
        """Commits what was acknowledged: Faust's own last commit is none where another is under way, which knows
        nothing of what was acknowledged since it began."""
        await self.maybe_wait_for_commit_to_finish()
        await super().on_stop()

    def _new_consumer_thread(self) -> AIOKafkaConsumerThread:
        return TimedThread(self, loop=self.loop, beacon=self.beacon)


class TimedTransport(Transport):
    Consumer = TimedConsumer
