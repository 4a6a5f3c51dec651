"""Producers: started in bounded time, all acknowledgements awaited, and left behind in bounded time too."""

import asyncio
from collections.abc import Sequence

from aiokafka import AIOKafkaProducer

from dateline.eventlog.kafka.settings import BATCH_LIMIT, KafkaSettings
from dateline.eventlog.kafka.trouble import reaching
from dateline.eventlog.record import Output

TRANSACTION_SECONDS = 60.0  # what a crash may hold readers up; the next owner ends it sooner
LEAVING_SECONDS = 3.0
NEXT_TRANSACTION_MS = 20
"""How long to wait when brokers still mark the last transaction's end: most of them do so within some milliseconds."""


async def started(settings: KafkaSettings, transactional_id: str | None = None) -> AIOKafkaProducer:
    """An idempotent producer; with a transactional id it has fenced all that had it before. Raises LogUnavailable."""
    client = settings.client()
    if transactional_id is not None:
        client["retry_backoff_ms"] = NEXT_TRANSACTION_MS
    producer = AIOKafkaProducer(
        **client,
        acks="all",
        enable_idempotence=True,
        transactional_id=transactional_id,
        transaction_timeout_ms=int(TRANSACTION_SECONDS * 1000),
        max_request_size=BATCH_LIMIT,
        linger_ms=0,
    )
    try:
        with reaching(settings.brokers, "write"):
            async with asyncio.timeout(settings.request_seconds):
                await producer.start()
    except BaseException:
        await abandon(producer)
        raise
    return producer


async def send_all(producer: AIOKafkaProducer, outputs: Sequence[Output]) -> None:
    """Returns when the brokers have acknowledged all; raises the first error only when none is under way any more.

    An idempotent producer tries without end: the caller sets the limit.
    """
    acknowledgements = []
    refused = None
    try:
        for output in outputs:
            acknowledgements.append(
                await producer.send(
                    output.topic,
                    value=output.value,
                    # aiokafka refuses a record without both, which is what a dead letter may be of
                    key=b"" if output.key is None and output.value is None else output.key,
                    partition=output.partition,
                    headers=list(output.headers),
                )
            )
    except Exception as error:
        refused = error
    results = await asyncio.gather(*acknowledgements, return_exceptions=True)
    for result in (*results, refused):
        if isinstance(result, BaseException):
            raise result


async def abandon(producer: AIOKafkaProducer) -> None:
    """Stops the producer, without waiting for brokers that do not answer."""
    try:
        async with asyncio.timeout(LEAVING_SECONDS):
            await producer.stop()
    except Exception:  # it is given up because of errors: they have been told
        task = producer._sender.sender_task
        if task is not None:
            task.cancel()
        await producer.client.close()
