"""A driver in a process of its own, which can be killed: `python -m tests.contract.apart KIND PLACE PREFIX DEED`.

DEED is `work`, until SIGTERM, or `die`: between the first outputs and their commit.
"""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NoReturn

from tests.contract.drivers import Bench, drive_over, kafka_settings
from tests.contract.echo import Echo, Names

from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.kafka import KafkaLog
from dateline.eventlog.record import Output

STEP_SECONDS = 0.02
BATCH = 5
SLOW_SECONDS = 0.3
END_SECONDS = 30.0


@asynccontextmanager
async def apart(bench: Bench, deed: str) -> AsyncIterator[subprocess.Popen[bytes]]:
    """The same kind of driver over the same topics, in a process of its own."""
    command = [sys.executable, "-m", "tests.contract.apart", bench.kind, bench.place, bench.names.prefix, deed]
    process = subprocess.Popen(command, start_new_session=True)  # noqa: ASYNC220
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


async def how_it_ended(process: subprocess.Popen[bytes]) -> int:
    """The process's exit code, once it has one; negative for a signal."""
    return await asyncio.to_thread(process.wait, END_SECONDS)


def die(*_: Any, **__: Any) -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("it lives on")


def die_before_the_commit(kind: str) -> None:
    """Has this process die when its driver has written outputs and is about to commit them."""
    if kind == "embedded":
        from dateline.eventlog.embedded.tables import Tables

        write = Tables.write

        class Deadly(dict[Any, Any]):
            items = die

        Tables.write = lambda self, outputs, group="", commits=None: write(self, outputs, group, Deadly(commits or {}))  # type: ignore[method-assign]
    elif kind == "aiokafka":
        from aiokafka import AIOKafkaConsumer

        AIOKafkaConsumer.commit = die  # type: ignore[method-assign]
    elif kind == "transactional":
        from aiokafka import AIOKafkaProducer

        AIOKafkaProducer.commit_transaction = die  # type: ignore[method-assign]
    else:
        from faust.events import Event

        Event.ack = die  # type: ignore[method-assign]


class Slow(KafkaLog):
    """It takes its time to acknowledge, so that a signal finds the driver between output and commit."""

    async def append(self, outputs: Sequence[Output]) -> None:
        await super().append(outputs)
        await asyncio.sleep(SLOW_SECONDS)


async def work(kind: str, place: str, prefix: str) -> None:
    names = Names(prefix)
    handler = Echo(names.out)
    handler.slow = STEP_SECONDS
    async with EmbeddedLog(Path(place)) if kind == "embedded" else Slow(kafka_settings(place)) as log:
        stage = names.stage(handler, BATCH, remembers=kind != "faust")
        task = asyncio.create_task(drive_over(kind, stage, log)[1]())
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        await asyncio.wait([task])
        if not task.cancelled():
            task.result()


if __name__ == "__main__":
    _, kind, place, prefix, deed = sys.argv
    if deed == "die":
        die_before_the_commit(kind)
    asyncio.run(work(kind, place, prefix))
