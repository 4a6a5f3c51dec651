"""Consumers: asked what keeps them out of their group, set back, and left behind in bounded time, come what may."""

import asyncio
from collections.abc import Mapping

import structlog
from aiokafka import AIOKafkaConsumer
from aiokafka.structs import TopicPartition

LEAVING_SECONDS = 10.0

log = structlog.get_logger()


def check_membership(consumer: AIOKafkaConsumer) -> None:
    """Raises the KafkaError that keeps the consumer out of its group.

    aiokafka tells it to who reads, and tries to join again only when it has been told: who has no partition reads not.
    """
    coordinator = getattr(consumer, "_coordinator", None)
    if coordinator is not None:
        coordinator.check_errors()


async def back_to_committed(consumer: AIOKafkaConsumer) -> Mapping[TopicPartition, int | None]:
    """Reads each partition again from what its group has committed, or from its beginning; returns the commits.

    aiokafka's own leaves a partition without a commit where it stands.
    """
    committed: dict[TopicPartition, int | None] = await consumer.seek_to_committed()
    unread = [place for place, offset in committed.items() if not offset]
    if unread:
        await consumer.seek_to_beginning(*unread)
    return committed


def has_given_up(consumer: AIOKafkaConsumer) -> bool:
    """Whether it will never be a member again."""
    coordinator = getattr(consumer, "_coordinator", None)
    return coordinator is not None and coordinator._coordination_task.done()


async def leave(consumer: AIOKafkaConsumer) -> None:
    """Stops the consumer, without waiting for brokers that do not answer; raises nothing of its own.

    It is done in another task: aiokafka 0.14 awaits fetches that it has cancelled itself, and their CancelledError
    would end whoever called it as if he had been cancelled.
    """
    stopping = asyncio.create_task(consumer.stop())
    try:
        await asyncio.wait([stopping], timeout=LEAVING_SECONDS)
    except asyncio.CancelledError:
        stopping.cancel()
        raise
    if stopping.done() and not stopping.cancelled() and stopping.exception() is None:
        return
    stopping.cancel()
    fetches = list(consumer._fetcher._pending_tasks) if consumer._fetcher is not None else []
    for fetch in fetches:
        fetch.cancel()
    await asyncio.gather(stopping, *fetches, return_exceptions=True)
    await consumer._client.close()
    log.debug("consumer.left_behind", group=consumer._group_id)
