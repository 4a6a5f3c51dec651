"""Runs a stage over the embedded log: outputs and commit are one transaction."""

import asyncio
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby

from dateline.eventlog.embedded.log import EmbeddedLog
from dateline.eventlog.record import Commit, Output, Partition
from dateline.eventlog.running import Running
from dateline.eventlog.stage import Stage

LOOK_UP_SECONDS = 3600.0  # the longest wait for a record; it wakes up at once when one comes


def attend(stage: Stage, log: EmbeddedLog) -> Running:
    """The stage as it runs over the log; `drive` sets it going."""

    async def write(outputs: Sequence[Output], commits: Mapping[Partition, Commit]) -> None:
        await log.write(outputs, stage.group, commits)

    async def commits(partition: int) -> Mapping[Partition, Commit]:
        held = await log.commits(stage.group)
        return {place: commit for place, commit in held.items() if place.number == partition}

    return Running(stage, write, commits)


async def drive(running: Running, log: EmbeddedLog) -> None:
    """Runs the stage until it is cancelled: one task per partition number. Raises StageBroken."""
    topics = await log.topics()
    numbers = max(topics[source.name] for source in running.stage.sources)
    async with asyncio.TaskGroup() as tasks:
        for number in range(numbers):
            tasks.create_task(_drive_partition(running, log, number))


async def _drive_partition(running: Running, log: EmbeddedLog, number: int) -> None:
    stage = running.stage
    topics = await log.topics()
    commits = await log.commits(stage.group)
    places = [Partition(name, number) for name in stage.topics if topics.get(name, 0) > number]
    starts = {place: commits[place].offset if place in commits else 0 for place in places}
    await running.count_all_missed(log, commits, places)
    await running.open(number)
    try:
        async with log.reader(starts) as reader:
            while True:
                wait = 0.0 if running.is_holding(number) else LOOK_UP_SECONDS
                records = await running.until_possible(partial(reader.read, stage.batch, wait))
                if not records:
                    await running.settle(number)
                for _, batch in groupby(records, key=lambda record: record.partition):
                    await running.process(number, list(batch))
    finally:
        await running.close(number)
