"""Bad records on every topic, put there by a plain producer, become dead letters; the stream goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import MessageSizeTooLargeError
from tests.brokers.kafka import Broker
from tests.brokers.waiting import until
from tests.kafka.processes import Service, dateline, make_topics
from tests.unit.gateway.newsroom import article

from dateline.eventlog.dead import KEPT_OF_TOO_LARGE
from dateline.eventlog.kafka import KafkaLog, KafkaSettings
from dateline.eventlog.letters import read_letters
from dateline.eventlog.record import output_of
from dateline_schemas import ARTICLES, CHANGELOG, ENRICHED, EVENTS, REPORTS, STORIES
from dateline_schemas.topics import Topic

pytestmark = pytest.mark.kafka
READERS = {
    ARTICLES: ("enricher", "gateway"),
    ENRICHED: ("gateway",),
    REPORTS: ("corroborator",),
    CHANGELOG: ("corroborator",),
    STORIES: ("sink", "gateway"),
    EVENTS: ("sink", "gateway"),
}
LARGE = 3_000_000


@pytest.fixture
def services() -> Iterator[list[Service]]:
    started: list[Service] = []
    yield started
    for service in started:
        service.kill()


def bad_records(topic: Topic) -> dict[str, tuple[bytes | None, bytes | None, list[tuple[str, bytes]]]]:
    """For each cause a record's key, value and headers."""
    headers = [
        ("ce_specversion", b"1.0"),
        ("ce_id", b"x:1"),
        ("ce_type", topic.event_type.encode()),
        ("ce_source", b"urn:test"),
        ("content-type", b"application/json"),
    ]
    return {
        "not_json": (b"k", b"{{{", headers),
        "wrong_schema": (b"k", b'{"id": [1, 2]}', headers),
        "tombstone": (b"k", None, headers),
        "missing_header": (b"k", b"{}", [("theirs", b"\x00\xff")]),
        "duplicate_header": (b"k", b"{}", [*headers, ("ce_id", b"y:1")]),
        "unknown_major": (b"k", b"{}", [(n, c.replace(b".v1", b".v9")) for n, c in headers]),
        "too_large": (b"k", b" " * LARGE, headers),
    }


async def put_bad_records(brokers: str) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=brokers)
    await admin.start()
    limit = {"max.message.bytes": str(LARGE + 100_000)}
    wider = [ConfigResource(ConfigResourceType.TOPIC, topic.name, configs=limit) for topic in READERS]
    await admin.alter_configs(wider)
    await admin.close()
    producer = AIOKafkaProducer(bootstrap_servers=brokers, max_request_size=2 * LARGE, max_batch_size=2 * LARGE)
    await producer.start()
    try:
        for topic in READERS:
            for key, value, headers in bad_records(topic).values():
                await insist(producer, topic.name, key, value, headers)
    finally:
        await producer.stop()


async def insist(
    producer: AIOKafkaProducer, topic: str, key: bytes | None, value: bytes | None, headers: list[tuple[str, bytes]]
) -> None:
    """Sends it, as often as it takes for the raised limit to come to the broker."""

    async def sent() -> bool:
        try:
            await producer.send_and_wait(topic, value, key, partition=3, headers=headers)
        except MessageSizeTooLargeError:
            return False
        return True

    await until(sent, f"a record in {topic}", seconds=20)


async def test_bad_records_on_every_topic_are_buried_and_the_stream_goes_on(
    own_kafka: Broker, tmp_path: Path, services: list[Service]
) -> None:
    make_topics(own_kafka.address)
    await put_bad_records(own_kafka.address)
    for name in ("enricher", "corroborator", "sink", "gateway"):
        services.append(Service(name, own_kafka.address, tmp_path, SINK_FOLDER=tmp_path / "sink"))
    causes = set(bad_records(ARTICLES))
    wanted = {(group, topic.name, cause) for topic, groups in READERS.items() for group in groups for cause in causes}
    async with KafkaLog(KafkaSettings(brokers=own_kafka.address)) as log:

        async def all_buried() -> bool:
            found = {(x.group, x.origin.topic, x.cause) async for x, _ in read_letters(log)}
            assert found <= wanted, found - wanted
            return found == wanted

        await until(all_buried, "every bad record is a dead letter")
        letters = [letter async for letter, _ in read_letters(log)]
        await log.append([output_of(ARTICLES, article("a1"), "test", 3)])

        async def goes_on() -> bool:
            return any(bounds.end > 1 for bounds in (await log.bounds(CHANGELOG.name)).values())

        await until(goes_on, "an article goes all the way")
    assert len(letters) == len(wanted)
    for letter in letters:
        _, value, headers = bad_records(next(t for t in READERS if t.name == letter.origin.topic))[letter.cause]
        if letter.cause == "too_large":
            assert letter.original_bytes == LARGE
            assert letter.record.value == (value or b"")[:KEPT_OF_TOO_LARGE]
        else:
            assert letter.record.value == value
        assert list(letter.record.headers[: len(headers)]) == headers
    listed = dateline("dead", "list", "--brokers", own_kafka.address)
    assert {line.split("\t")[0] for line in listed.splitlines()} == {letter.id for letter in letters}
