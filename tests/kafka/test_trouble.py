"""Services whose broker is in trouble wait, say so in one line and in /readyz, and go on by themselves."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.protocol.admin import CreateAclsRequest, DeleteAclsRequest
from tests.brokers.kafka import Broker
from tests.brokers.ports import free_port
from tests.kafka.processes import Service, dateline, make_topics, status
from tests.kafka.test_fencing import reports, until_taken_up

from dateline.eventlog.kafka import KafkaLog, KafkaSettings
from dateline.eventlog.port import TopicSpec
from dateline_schemas.topics import EVENTS, REPORTS, STORIES

pytestmark = pytest.mark.kafka
FLOOD = 60  # lines in some seconds of trouble
# Kafka's own numbers of resources, patterns, operations and permissions.
TOPIC, LITERAL, ALL, WRITE, DENY, ALLOW = 2, 3, 2, 4, 2, 3
ANYBODY = "User:ANONYMOUS"


@pytest.fixture
def started() -> Iterator[list[Service]]:
    services: list[Service] = []
    yield services
    for service in services:
        service.kill()


@pytest.mark.parametrize("name", ["fetcher", "enricher", "corroborator", "sink"])
def test_a_service_without_a_broker_waits_and_says_why(name: str, tmp_path: Path, started: list[Service]) -> None:
    nobody = f"127.0.0.1:{free_port()}"
    settings = {"SINK_FOLDER": tmp_path / "sink", "FETCHER_FOLDER": tmp_path}
    service = Service(name, nobody, tmp_path, **settings)
    started.append(service)
    service.until_not_ready(nobody, "cannot")
    assert service.told.count("waits") == 1
    assert len(service.told.splitlines()) < FLOOD
    assert service.stop() == 0


def test_a_service_that_needs_missing_topics_waits_for_them(
    own_kafka: Broker, tmp_path: Path, started: list[Service]
) -> None:
    service = Service("sink", own_kafka.address, tmp_path, SINK_FOLDER=tmp_path / "sink")
    started.append(service)
    service.until_not_ready("no topic", "dateline topics create")
    make_topics(own_kafka.address)
    service.until_ready()
    assert "0 topics made" in dateline("topics", "create", "--brokers", own_kafka.address)
    assert service.stop() == 0


async def test_a_service_goes_on_when_the_broker_is_back(
    own_kafka: Broker, tmp_path: Path, started: list[Service]
) -> None:
    make_topics(own_kafka.address)
    service = Service("corroborator", own_kafka.address, tmp_path)
    sink = Service("sink", own_kafka.address, tmp_path, SINK_FOLDER=tmp_path / "sink")
    started += [service, sink]
    async with KafkaLog(KafkaSettings(brokers=own_kafka.address)) as log:
        await log.append(reports(20, start=0))
        await until_taken_up(log, 20)
    service.until_ready()
    own_kafka.kill()
    service.until_not_ready(own_kafka.address)
    sink.until_not_ready(own_kafka.address)
    own_kafka.start()
    service.until_ready()
    sink.until_ready()
    async with KafkaLog(KafkaSettings(brokers=own_kafka.address)) as log:
        await log.append(reports(20, start=20))
        await until_taken_up(log, 40)
    assert len(service.told.splitlines()) < FLOOD
    assert status(own_kafka.address)["dead_letters"] == {}


async def test_a_service_that_may_not_write_waits_for_the_permission(
    own_kafka: Broker, tmp_path: Path, started: list[Service]
) -> None:
    make_topics(own_kafka.address)
    await rule(own_kafka.address, STORIES.name, ALL, ALLOW)
    await rule(own_kafka.address, STORIES.name, WRITE, DENY)
    service = Service("corroborator", own_kafka.address, tmp_path)
    started.append(service)
    async with KafkaLog(KafkaSettings(brokers=own_kafka.address)) as log:
        done = sum(c.offset for p, c in (await log.commits("corroborator")).items() if p.topic == REPORTS.name)
        # Of a partition where nothing is committed yet: it must be read again from its beginning.
        await log.append(reports(10, start=100, partition=2))
        service.until_not_ready("no permission")
        await rule(own_kafka.address, STORIES.name, WRITE, None)
        await until_taken_up(log, done + 10)
    service.until_ready()
    assert len(service.told.splitlines()) < 2 * FLOOD
    assert status(own_kafka.address)["dead_letters"] == {}


async def test_partitions_that_do_not_fit_end_the_service_with_one_line(kafka: str, tmp_path: Path) -> None:
    day = timedelta(days=1)
    async with KafkaLog(KafkaSettings(brokers=kafka)) as log:
        await log.create([TopicSpec(STORIES.name, 2, day), TopicSpec(EVENTS.name, 3, day)])
    command = [sys.executable, "-m", "dateline", "topics", "create", "--brokers", kafka]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)  # noqa: ASYNC221
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "stories has 2" in done.stderr
    assert "Traceback" not in done.stderr


async def rule(brokers: str, topic: str, operation: int, permission: int | None) -> None:
    """Denies everybody the operation on the topic; with no permission given, takes the rule back."""
    admin = AIOKafkaAdminClient(bootstrap_servers=brokers)
    await admin.start()
    try:
        if permission is not None:
            request = CreateAclsRequest(TOPIC, topic, LITERAL, ANYBODY, "*", operation, permission)
        else:
            request = DeleteAclsRequest(TOPIC, topic, LITERAL, ANYBODY, "*", operation, DENY)
        await admin._send_request(request)
    finally:
        await admin.close()
