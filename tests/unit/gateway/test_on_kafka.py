"""The same gateway over a real Kafka: many partitions, and replicas that share cursors."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.brokers.kafka import Broker
from tests.unit.gateway.newsroom import ended, event, output
from tests.unit.gateway.serving import serving

from dateline.eventlog.kafka import KafkaLog, KafkaSettings
from dateline.eventlog.provision import contract_specs
from dateline.gateway.kinds import EVENT

pytestmark = pytest.mark.kafka


async def test_a_reader_goes_on_at_another_replica_and_a_bad_record_is_buried_once(
    own_kafka: Broker, tmp_path: Path
) -> None:
    first, later = [f"e{n}" for n in range(20)], [f"f{n}" for n in range(20)]
    async with KafkaLog(KafkaSettings(brokers=own_kafka.address)) as log:
        await log.create(contract_specs(embedded=False))
        async with serving(log, tmp_path / "one.sqlite") as one:
            async with one.stream("events") as stream:
                await one.publish(*map(event, first))
                seen = await stream.ids(20)
                cursor = stream.last_id
            await log.append([replace(output(event("bad")), value=b"{")])
            await one.publish(*map(event, later), ended("e3", 2))
            await one.until_held(ended("e3", 2), *map(event, later))

        async with serving(log, tmp_path / "two.sqlite") as two:
            async with two.stream("events", **{"Last-Event-ID": cursor}) as stream:
                assert stream.reset is None
                rest = await stream.ids(21)
            assert (await two.get("/events/e3"))["life"] == "ended"
        buried = sum(bounds.end for bounds in (await log.bounds(EVENT.dead)).values())

    assert sorted(seen) == sorted(first)
    assert sorted(rest) == sorted([*later, "e3"])
    assert buried == 1
