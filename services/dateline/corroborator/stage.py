"""The corroborator as a stage: one memory per partition, rebuilt from its changelog."""

import asyncio
import gc
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from dateline.corroborator.memory import Memory
from dateline.corroborator.replaying import Newest
from dateline.corroborator.settings import CorroboratorSettings
from dateline.eventlog.letters import read_topic
from dateline.eventlog.port import EventLog
from dateline.eventlog.record import Commit, Output, Partition, Record, output_of
from dateline.eventlog.stage import Handled, Input, Stage
from dateline_schemas import Event, Remembered, Report, Story
from dateline_schemas.envelope import BadRecord, decode
from dateline_schemas.topics import CHANGELOG, EVENTS, REPORTS, STORIES

SOURCE = "corroborator"
READ_AT_ONCE = 500
COLLECT_AFTER = 200_000
"""New objects after which Python looks for cycles: a report leaves few, and a full look walks all that memory holds."""


class Corroborating:
    """Takes reports up into the partition's memory; what changes goes out, the changelog last."""

    def __init__(self, settings: CorroboratorSettings, log: EventLog) -> None:
        self._settings = settings
        self._log = log
        self._memories: dict[int, Memory] = {}

    async def open(self, partition: int, commits: Mapping[Partition, Commit]) -> None:
        gc.set_threshold(COLLECT_AFTER)
        memory = Memory(self._settings)
        newest = await self._changelog(partition)
        if newest:
            await asyncio.to_thread(memory.continue_from, newest)
        else:
            memory.begin_after(await self._last_revision(partition))
        self._memories[partition] = memory

    async def handle(self, partition: int, inputs: Sequence[Input]) -> Handled:
        reports = [given.value for given in inputs if isinstance(given.value, Report)]
        # In a thread: the loop goes on serving others while a batch is compared.
        change = await asyncio.to_thread(self._memories[partition].take_all, reports, datetime.now(UTC))
        outputs: list[Output] = []
        for topic, values in (
            (STORIES, change.stories),
            (EVENTS, change.events),
            (CHANGELOG, change.remembered),  # last: a crash before it repeats the same decision from the same state
        ):
            outputs += [output_of(topic, value, SOURCE, partition) for value in values]
        return Handled(outputs=outputs)

    async def close(self, partition: int) -> None:
        self._memories.pop(partition, None)

    async def _changelog(self, partition: int) -> Newest:
        """The newest record of each article."""
        place = Partition(CHANGELOG.name, partition)
        bounds = (await self._log.bounds(CHANGELOG.name))[place]
        newest = Newest()
        async with self._log.reader({place: bounds.begin}) as reader:
            while await reader.position(place) < bounds.end:
                records = await reader.read(READ_AT_ONCE, timeout_seconds=5)
                await asyncio.to_thread(take_in, newest, records)
        return newest

    async def _last_revision(self, partition: int) -> int:
        """The highest revision told: views are kept longer than a changelog that nothing came to for a month."""
        last = 0
        for topic in (STORIES, EVENTS):
            async for record in read_topic(self._log, topic.name, [Partition(topic.name, partition)]):
                try:
                    value = decode(topic, record.key, record.value, record.headers)
                except BadRecord:
                    continue  # buried by who reads it as a source
                assert isinstance(value, Story | Event)
                last = max(last, value.revision)
        return last


def take_in(newest: Newest, records: Sequence[Record]) -> None:
    for record in records:
        try:
            value = decode(CHANGELOG, record.key, record.value, record.headers)
        except BadRecord:
            continue  # not one of ours: buried when it is read as a source
        assert isinstance(value, Remembered)
        newest.add(value)


def corroborator_stage(settings: CorroboratorSettings, log: EventLog) -> Stage:
    """The changelog is a source too, so that a record there that is not ours is a dead letter like any other."""
    handler = Corroborating(settings, log)
    return Stage(group="corroborator", sources=(REPORTS, CHANGELOG), handler=handler, batch=settings.batch)
