"""`dateline topics` makes what is missing, and says how the topics stand that somebody else has made."""

from collections.abc import Iterator

import pytest
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from tests.brokers.kafka import Broker, find_kafka
from tests.kafka.processes import dateline

from dateline.cli.topics import in_one_copy

pytestmark = pytest.mark.kafka


@pytest.fixture
def brokers() -> Iterator[str]:
    broker: Broker = find_kafka(own=True)
    yield broker.address
    broker.close()


async def test_topics_that_are_kept_otherwise_are_named(brokers: str) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=brokers)
    await admin.start()
    as_brokers_make_them = {"cleanup.policy": "delete", "retention.ms": "3600000"}
    await admin.create_topics([NewTopic("events", 4, 1, topic_configs=as_brokers_make_them)])
    await admin.close()

    made = dateline("topics", "create", "--brokers", brokers).splitlines()
    assert made[0].endswith("topics made")
    assert not made[0].startswith("0 ")
    assert [line.partition(", not ")[0] for line in made[1:]] == [
        "as it was: events has cleanup.policy delete",
        "as it was: events has retention.ms 3600000",
    ]
    assert dateline("topics", "create", "--brokers", brokers).splitlines() == ["0 topics made", *made[1:]]

    listed = {line.split()[0]: line.rstrip() for line in dateline("topics", "list", "--brokers", brokers).splitlines()}
    assert listed["events"].endswith(" 1 hour")
    assert listed["stories"].endswith("days, newest per key")


def test_a_single_copy_on_several_brokers_is_told() -> None:
    assert in_one_copy(1, ["events"]) == []
    assert in_one_copy(3, []) == []
    (line,) = in_one_copy(3, ["events", "stories"])
    assert "2 topics stand on one of 3 brokers" in line
    assert "--replication" in line
