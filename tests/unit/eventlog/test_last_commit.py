"""What Faust's consumer commits as it stops."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from dateline.eventlog.faust.transport import TimedConsumer


@pytest.mark.parametrize("under_way", [True, False])
async def test_a_commit_under_way_is_not_the_last(under_way: bool) -> None:
    consumer: Any = object.__new__(TimedConsumer)
    consumer.app = SimpleNamespace(conf=SimpleNamespace(stream_wait_empty=False), client_only=False)
    consumer.transport = SimpleNamespace(_topic_waiters={})
    consumer.loop = asyncio.get_running_loop()
    committed: list[bool] = []

    async def force_commit(*_: Any, **__: Any) -> bool:
        committed.append(True)
        return True

    consumer.force_commit = force_commit
    earlier = consumer._commit_fut = asyncio.get_running_loop().create_future() if under_way else None

    stopping = asyncio.create_task(consumer.on_stop())
    await asyncio.sleep(0)
    if earlier is not None:
        assert not committed
        consumer._commit_fut = None  # as Faust does when a commit is done
        earlier.set_result(None)
    await stopping

    assert committed == [True]
