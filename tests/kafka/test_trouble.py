"""Services whose broker is in trouble wait, say so in one line and in /readyz, and go on by themselves."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.protocol.admin import CreateAclsRequest, DeleteAclsRequest
from bench.synthetic import wire
from tests.brokers.kafka import Broker
from tests.brokers.ports import free_port
from tests.brokers.waiting import until, wait_until
from tests.kafka.processes import Service, dateline, make_topics, status
from tests.kafka.progress import in_files, is_delivered, values, written
from tests.kafka.test_fencing import reports, until_taken_up

from dateline.eventlog.kafka import KafkaLog, KafkaSettings
from dateline.eventlog.port import TopicSpec
from dateline.eventlog.provision import group_specs
from dateline_schemas import ARTICLES, EVENTS, REPORTS, STORIES, Event, Life, Story
from dateline_schemas.topics import dead_topic

pytestmark = pytest.mark.kafka
NAMES = ("fetcher", "enricher", "corroborator", "sink", "gateway")
FLOOD = 60  # lines in some seconds of trouble
# Kafka's own numbers of resources, patterns, operations and permissions.
TOPIC, GROUP, CLUSTER, LITERAL, ALL, READ, WRITE, CREATE, DENY, ALLOW = 2, 3, 4, 3, 2, 3, 4, 5, 2, 3
ANYBODY = "User:ANONYMOUS"


def test_services_without_a_broker_wait_and_say_why_in_one_line(tmp_path: Path, started: list[Service]) -> None:
    nobody = f"127.0.0.1:{free_port()}"
    started += [service_at(name, nobody, tmp_path) for name in NAMES]
    for service in started:
        service.until_not_ready(f"nobody listens at {nobody}")
        assert service.stop() == 0
        assert len(service.told.splitlines()) == 2, service.told
        assert "service.stopped" in service.told.splitlines()[-1]


def test_a_sink_with_its_own_group_answers_while_it_waits_for_its_topics(
    tmp_path: Path, started: list[Service]
) -> None:
    nobody = f"127.0.0.1:{free_port()}"
    started.append(Service("sink", nobody, tmp_path, SINK_FOLDER=tmp_path / "sink", SINK_GROUP="archive"))
    started[0].until_not_ready(f"nobody listens at {nobody}")


def service_at(name: str, brokers: str, folder: Path) -> Service:
    """The service with what each of them needs to be told; articles come from `folder`/wire."""
    return Service(
        name,
        brokers,
        folder,
        ENRICHER_WORKERS=1,
        FETCHER_FOLDER=_made(folder / "wire"),
        SINK_FOLDER=folder / "sink",
        GATEWAY_INDEX=folder / "gateway.sqlite",
    )


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def no_kafka() -> Iterator[str]:
    """Where something else answers: a web server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    serving.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    serving.join()


def test_a_wrong_address_is_told_in_one_line(no_kafka: str, tmp_path: Path, started: list[Service]) -> None:
    nowhere = service_at("sink", "no-such-host.invalid:9092", tmp_path)
    elsewhere = service_at("gateway", no_kafka, tmp_path)
    started += [nowhere, elsewhere]
    nowhere.until_not_ready("there is no host of the name no-such-host.invalid")
    elsewhere.until_not_ready(f"{no_kafka} does not answer as Kafka does")
    for service in started:
        assert service.stop() == 0
        assert len(service.told.splitlines()) == 2, service.told
        assert "service.stopped" in service.told.splitlines()[-1]


def test_a_service_that_needs_missing_topics_waits_for_them(
    own_kafka: Broker, tmp_path: Path, started: list[Service]
) -> None:
    service = Service("sink", own_kafka.address, tmp_path, SINK_FOLDER=tmp_path / "sink")
    started.append(service)
    service.until_not_ready("no topic", "dateline topics create")
    make_topics(own_kafka.address)
    service.until_ready()
    wait_until(lambda: "service.ready" in service.told, "it says that it is ready")
    assert '"stories": [0, 1, 2, 3]' in service.told
    assert "0 topics made" in dateline("topics", "create", "--brokers", own_kafka.address)
    assert service.stop() == 0


def live_events(values: Iterable[Event | Story]) -> set[str]:
    newest: dict[str, Event] = {}
    for value in values:
        if isinstance(value, Event) and (value.id not in newest or newest[value.id].revision < value.revision):
            newest[value.id] = value
    return {name for name, event in newest.items() if event.life is Life.LIVE}


async def outage(broker: Broker, folder: Path, started: list[Service], seconds: float) -> None:
    """The broker is away for so long, while every service has something to do."""
    wire_folder = _made(folder / "wire")
    told = [json.dumps(article) for article in wire(60, seed=31)]
    (wire_folder / "before.jsonl").write_text("\n".join(told[:30]))
    make_topics(broker.address)
    started += [service_at(name, broker.address, folder) for name in NAMES]
    async with KafkaLog(KafkaSettings(brokers=broker.address)) as log:
        before = await written(log, ARTICLES.name)
        await until(lambda: is_delivered(log, before + 30), "the first articles are delivered", seconds=180)
        for service in started:
            service.until_ready()

        broker.kill()
        gone = time.monotonic()
        (wire_folder / "meanwhile.jsonl").write_text("\n".join(told[30:]))
        for service in started:
            service.until_not_ready(broker.address)
        await asyncio.sleep(max(0.0, gone + seconds - time.monotonic()))
        broker.start()

        for service in started:
            service.until_ready()
        await until(lambda: is_delivered(log, before + 60), "what came meanwhile is delivered", seconds=180)
        events = live_events(await values(log))
        assert events
        assert live_events(in_files(folder / "sink")) == events
        gateway = next(service for service in started if service.name == "gateway")
        for event in events:
            wait_until(partial(gateway.has, f"/events/{event}"), f"{event} at the gateway")
    for service in started:
        lines = [line for line in service.told.splitlines() if '"published"' not in line]  # fates are no flood
        assert len(lines) < FLOOD, service.told
    assert status(broker.address)["dead_letters"] == {}


async def test_a_service_goes_on_when_the_broker_is_back(
    own_kafka: Broker, tmp_path: Path, started: list[Service]
) -> None:
    make_topics(own_kafka.address)
    service = Service("corroborator", own_kafka.address, tmp_path)
    sink = Service("sink", own_kafka.address, tmp_path, SINK_FOLDER=tmp_path / "sink")
    gateway = Service("gateway", own_kafka.address, tmp_path, GATEWAY_INDEX=tmp_path / "gateway.sqlite")
    started += [service, sink, gateway]
    async with KafkaLog(KafkaSettings(brokers=own_kafka.address)) as log:
        await log.append(reports(20, start=0))
        await until_taken_up(log, 20)
    for one in started:
        one.until_ready()
    own_kafka.kill()
    for one in started:
        one.until_not_ready(own_kafka.address)
    own_kafka.start()
    for one in started:
        one.until_ready()
    async with KafkaLog(KafkaSettings(brokers=own_kafka.address)) as log:
        await log.append(reports(20, start=20))
        await until_taken_up(log, 40)
        for event in live_events(await values(log)):
            wait_until(partial(gateway.has, f"/events/{event}"), f"{event} at the gateway")
    for one in started:
        assert len(one.told.splitlines()) < FLOOD, one.told
    assert status(own_kafka.address)["dead_letters"] == {}


@pytest.mark.soak
async def test_a_minute_without_the_broker_loses_nothing(
    own_kafka: Broker, tmp_path: Path, started: list[Service]
) -> None:
    await outage(own_kafka, tmp_path, started, seconds=60)


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


@pytest.mark.parametrize("name", ["sink", "enricher"])
async def test_a_service_that_its_group_does_not_take_says_so_and_waits_for_the_permission(
    own_kafka: Broker, tmp_path: Path, started: list[Service], name: str
) -> None:
    make_topics(own_kafka.address)
    await rule(own_kafka.address, name, ALL, ALLOW, GROUP)
    await rule(own_kafka.address, name, READ, DENY, GROUP)
    service = service_at(name, own_kafka.address, tmp_path)
    started.append(service)
    service.until_not_ready("no permission", f"GroupAuthorizationFailedError: {name}")
    await rule(own_kafka.address, name, READ, None, GROUP)
    service.until_ready()
    assert service.told.count("no permission") == 1, service.told
    assert len(service.told.splitlines()) < FLOOD, service.told
    assert service.stop() == 0


def test_a_session_that_the_brokers_do_not_take_is_told(
    own_kafka: Broker, tmp_path: Path, started: list[Service]
) -> None:
    make_topics(own_kafka.address)
    for name in ("sink", "enricher"):
        service = Service(name, own_kafka.address, tmp_path, SINK_FOLDER=tmp_path / "sink", SESSION_SECONDS=1800)
        started.append(service)
    for service in started:
        service.until_not_ready("DATELINE_SESSION_SECONDS")


async def test_who_may_make_no_topics_works_where_all_are_there(
    own_kafka: Broker, tmp_path: Path, started: list[Service]
) -> None:
    make_topics(own_kafka.address)
    async with KafkaLog(KafkaSettings(brokers=own_kafka.address)) as log:
        await log.create(group_specs("archive", (STORIES, EVENTS), embedded=False))
        await log.commits("archive")  # Kafka makes a topic for its groups when the first one is asked for
    nobody_makes = [("*", TOPIC), ("kafka-cluster", CLUSTER)]
    for name, kind in nobody_makes:
        await rule(own_kafka.address, name, ALL, ALLOW, kind)
        await rule(own_kafka.address, name, CREATE, DENY, kind)
    started += [
        service_at("gateway", own_kafka.address, tmp_path),
        Service("sink", own_kafka.address, tmp_path, SINK_FOLDER=tmp_path / "sink", SINK_GROUP="archive"),
    ]
    for service in started:
        service.until_ready()
    for name, kind in nobody_makes:
        await rule(own_kafka.address, name, CREATE, None, kind)


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
    async with KafkaLog(KafkaSettings(brokers=kafka)) as log:
        assert dead_topic(STORIES.name, "sink") not in await log.topics()


async def rule(brokers: str, name: str, operation: int, permission: int | None, kind: int = TOPIC) -> None:
    """Denies everybody the operation on the topic, or the like; with no permission given, takes the rule back."""
    admin = AIOKafkaAdminClient(bootstrap_servers=brokers)
    await admin.start()
    try:
        if permission is not None:
            await admin._send_request(CreateAclsRequest(kind, name, LITERAL, ANYBODY, "*", operation, permission))
        else:
            await admin._send_request(DeleteAclsRequest(kind, name, LITERAL, ANYBODY, "*", operation, DENY))
    finally:
        await admin.close()
