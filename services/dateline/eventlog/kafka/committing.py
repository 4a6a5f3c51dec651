"""The two ways to write a batch's outputs and its commit: one after the other, or both in one transaction."""

import asyncio
from collections.abc import Mapping, Sequence

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.errors import (
    CommitFailedError,
    IllegalGenerationError,
    IllegalOperation,
    IllegalStateError,
    KafkaError,
    MessageSizeTooLargeError,
    RebalanceInProgressError,
    UnknownMemberIdError,
)

from dateline.eventlog.kafka.log import KafkaLog
from dateline.eventlog.kafka.notes import packed
from dateline.eventlog.kafka.producing import TRANSACTION_SECONDS, abandon, send_all, started
from dateline.eventlog.kafka.trouble import reaching, reason
from dateline.eventlog.port import LogUnavailable, PartitionLost, UnknownTopic
from dateline.eventlog.record import Commit, Output, Partition

NOT_A_MEMBER = (
    CommitFailedError,
    IllegalGenerationError,
    IllegalStateError,
    RebalanceInProgressError,
    UnknownMemberIdError,
)


async def check_outputs(log: KafkaLog, outputs: Sequence[Output]) -> None:
    """Raises LogUnavailable while a topic to be written is missing: it can be made."""
    try:
        for output in outputs:
            await log.check(output.topic, output.partition)
    except UnknownTopic as error:
        raise LogUnavailable(f"Kafka at {log.settings.brokers}: {error}") from error


class Afterwards:
    """Writes the outputs and, when all are acknowledged, commits as a member of the group.

    A crash between the two repeats the batch; who is no longer a member cannot commit.
    """

    def __init__(self, log: KafkaLog, consumer: AIOKafkaConsumer) -> None:
        self._log = log
        self._consumer = consumer

    async def open(self) -> None: ...

    async def write(self, outputs: Sequence[Output], commits: Mapping[Partition, Commit]) -> None:
        await check_outputs(self._log, outputs)
        if outputs:
            await self._log.append(outputs)
        try:
            with reaching(self._log.settings.brokers, "commit"):
                try:
                    await self._consumer.commit(packed(dict(commits)))
                except NOT_A_MEMBER as error:
                    raise PartitionLost(f"commit refused: {reason(error)}") from error
        except IllegalOperation as error:
            raise PartitionLost(str(error)) from error

    async def close(self) -> None: ...


class Together:
    """Writes the outputs and the commit in one transaction, by a producer that fences those before it.

    After any error but a record's own the outcome is open, and the producer might be fenced: it is given up, and
    whoever opens the next one finds in the commits how far this one came.
    """

    def __init__(self, log: KafkaLog, group: str, number: int) -> None:
        self._log = log
        self._group = group
        self._transactional_id = f"{group}-{number}"
        self._producer: AIOKafkaProducer | None = None

    async def open(self) -> None:
        """Fences whoever held the partition, and ends what he left undone."""
        self._producer = await started(self._log.settings, self._transactional_id)

    async def write(self, outputs: Sequence[Output], commits: Mapping[Partition, Commit]) -> None:
        await check_outputs(self._log, outputs)
        producer = self._producer
        assert producer is not None
        try:
            async with asyncio.timeout(TRANSACTION_SECONDS):
                await producer.begin_transaction()
                try:
                    await send_all(producer, outputs)
                except MessageSizeTooLargeError:
                    await producer.abort_transaction()
                    raise
                await producer.send_offsets_to_transaction(packed(dict(commits)), self._group)
                await producer.commit_transaction()
        except MessageSizeTooLargeError:
            raise
        except (KafkaError, IllegalOperation, TimeoutError, OSError, AssertionError) as error:
            why = reason(self._cause(error))
            raise PartitionLost(f"transaction of {self._transactional_id}: {why}") from error

    def _cause(self, error: BaseException) -> BaseException:
        """What broke the transaction: aiokafka keeps it, and asserts that nothing has when it is used again."""
        assert self._producer is not None
        end = self._producer._txn_manager.wait_for_transaction_end()
        broke = end.exception() if end.done() and not end.cancelled() else None
        return broke or error

    async def close(self) -> None:
        producer, self._producer = self._producer, None
        if producer is not None:
            await abandon(producer)
