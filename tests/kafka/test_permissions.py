"""Each service works with the permissions that it is said to need, and no others."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.protocol.admin import CreateAclsRequest
from bench.synthetic import wire
from tests.brokers.kafka import PASSWORD, USERS, FromJars, from_jars
from tests.brokers.missing import first_that_works
from tests.brokers.waiting import until
from tests.kafka.processes import Service, make_topics, status
from tests.kafka.progress import is_delivered

from dateline.eventlog.kafka import KafkaLog, KafkaSettings

pytestmark = pytest.mark.kafka
# Kafka's own numbers of resources, patterns, operations and permissions.
TOPIC, GROUP, TRANSACTIONAL_ID, LITERAL, PREFIXED, READ, WRITE, ALLOW = 2, 3, 5, 3, 4, 3, 4, 3


def own(group: str, *sources: str) -> list[tuple[int, str, int]]:
    """What a group needs for what it reads, what is put back to it, and its dead letters."""
    return [
        *((TOPIC, topic, READ) for source in sources for topic in (source, f"{source}.{group}.retry")),
        *((TOPIC, f"{source}.{group}.dead", WRITE) for source in sources),
    ]


NEEDED = {
    "fetcher": [(TOPIC, "articles", WRITE)],
    "enricher": [
        *own("enricher", "articles"),
        (GROUP, "enricher", READ),
        (TOPIC, "articles.enriched", WRITE),
        (TOPIC, "reports", WRITE),
    ],
    "corroborator": [
        *own("corroborator", "reports", "corroborator.changelog"),
        (GROUP, "corroborator", READ),
        *((TOPIC, topic, WRITE) for topic in ("stories", "events", "corroborator.changelog")),
        (TRANSACTIONAL_ID, "corroborator-", WRITE),
    ],
    "sink": [*own("sink", "stories", "events"), (GROUP, "sink", READ)],
    "gateway": [
        *own("gateway", "articles", "articles.enriched", "stories", "events"),
        *((TOPIC, f"{topic}.gateway.dead", READ) for topic in ("articles", "articles.enriched", "stories", "events")),
    ],
}


@pytest.fixture
def broker() -> Iterator[FromJars]:
    """Where nobody may do what he was not granted, but who does not log in."""

    def strict() -> FromJars | str:
        return from_jars(super_users="User:ANONYMOUS", allow_everyone_if_no_acl_found="false")

    started = first_that_works("Kafka with permissions", {"Java": strict})
    yield started
    started.close()


async def test_the_pipeline_runs_with_what_each_service_needs(
    broker: FromJars, tmp_path: Path, started: list[Service]
) -> None:
    make_topics(broker.address)
    admin = AIOKafkaAdminClient(bootstrap_servers=broker.address)
    await admin.start()
    for name, grants in NEEDED.items():
        for kind, resource, operation in grants:
            pattern = PREFIXED if kind == TRANSACTIONAL_ID else LITERAL
            await admin._send_request(CreateAclsRequest(kind, resource, pattern, f"User:{name}", "*", operation, ALLOW))
    await admin.close()
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "all.jsonl").write_text("\n".join(json.dumps(article) for article in wire(20, seed=31)))
    for name in USERS:
        service = Service(
            name,
            broker.login,
            tmp_path,
            SECURITY_PROTOCOL="SASL_PLAINTEXT",
            SASL_MECHANISM="PLAIN",
            SASL_USERNAME=name,
            SASL_PASSWORD=PASSWORD,
            ENRICHER_WORKERS=1,
            FETCHER_FOLDER=tmp_path / "wire",
            SINK_FOLDER=tmp_path / "sink",
            GATEWAY_INDEX=tmp_path / "gateway.sqlite",
        )
        started.append(service)
    for service in started:
        service.until_ready()
    async with KafkaLog(KafkaSettings(brokers=broker.address)) as log:
        await until(lambda: is_delivered(log, 20), "all is delivered", seconds=180)
    for service in started:
        assert "no permission" not in service.told
    assert status(broker.address)["dead_letters"] == {}
