"""A corroborator that was stopped past its session and goes on after another took over changes nothing."""

import os
import signal
from pathlib import Path

import pytest
from tests.brokers.kafka import Broker
from tests.brokers.waiting import until, wait_until
from tests.kafka.processes import Service, make_topics
from tests.unit.corroborator.wire import report

from dateline.eventlog.kafka import KafkaLog, KafkaSettings
from dateline.eventlog.letters import read_topic
from dateline.eventlog.record import Output, Record, output_of
from dateline_schemas import CHANGELOG, EVENTS, REPORTS, STORIES, Event, Remembered, Story
from dateline_schemas.envelope import decode

pytestmark = pytest.mark.kafka
WRITTEN = (STORIES, EVENTS, CHANGELOG)
PARTITION = 1


def reports(count: int, start: int, partition: int = PARTITION) -> list[Output]:
    """Reports of a few happenings, each told by many outlets."""
    told = [report(f"a{number}", number % 7, hours=number / 60) for number in range(start, start + count)]
    return [output_of(REPORTS, each, "test", partition) for each in told]


async def all_written(log: KafkaLog) -> dict[str, list[Record]]:
    return {topic.name: [record async for record in read_topic(log, topic.name)] for topic in WRITTEN}


async def until_taken_up(log: KafkaLog, count: int) -> None:
    async def taken_up() -> bool:
        commits = await log.commits("corroborator")
        return sum(c.offset for place, c in commits.items() if place.topic == REPORTS.name) >= count

    await until(taken_up, f"{count} reports taken up")


async def test_a_corroborator_that_slept_past_its_session_changes_nothing(own_kafka: Broker, tmp_path: Path) -> None:
    make_topics(own_kafka.address)
    services: list[Service] = []
    try:
        async with KafkaLog(KafkaSettings(brokers=own_kafka.address)) as log:
            sleeper = Service("corroborator", own_kafka.address, tmp_path)
            services.append(sleeper)
            await log.append(reports(40, start=0))
            await until_taken_up(log, 40)
            # Much to do, so that it falls asleep in the middle of something.
            await log.append(reports(600, start=40))
            await until_taken_up(log, 100)
            os.kill(sleeper.process.pid, signal.SIGSTOP)

            other = Service("corroborator", own_kafka.address, tmp_path)
            services.append(other)
            await until_taken_up(log, 640)
            before = await all_written(log)

            os.kill(sleeper.process.pid, signal.SIGCONT)
            wait_until(lambda: sleeper.readiness() is not None, "the sleeper is awake")
            await log.append(reports(40, start=640))
            await until_taken_up(log, 680)
            after = await all_written(log)
    finally:
        for service in services:
            service.kill()

    for name, records in before.items():
        assert after[name][: len(records)] == records
    # Nobody wrote from an older state: what is told of a story or an event only ever becomes newer, ...
    for topic in (STORIES, EVENTS):
        newest: dict[str, int] = {}
        for record in after[topic.name]:
            value = decode(topic, record.key, record.value, record.headers)
            assert isinstance(value, Story | Event)
            assert value.revision > newest.get(value.id, 0), f"{topic.name}: {value.id} goes back"
            newest[value.id] = value.revision
    # ... and no report was taken up twice.
    remembered = [decode(CHANGELOG, r.key, r.value, r.headers) for r in after[CHANGELOG.name]]
    sequences = [each.sequence for each in remembered if isinstance(each, Remembered)]
    assert sequences == sorted(set(sequences))
    assert {r.key for r in after[CHANGELOG.name]} == {f"a{n}".encode() for n in range(680)}
