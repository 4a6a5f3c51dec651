"""Nothing is lost and nothing doubled on Kafka, whoever is killed and when: services, workers that come and go, broker.

Two enrichers may bring the reports in any order, so the run is compared with one that nobody disturbed over the same
reports in the same order: the embedded pipeline's.
"""

import asyncio
import json
import random
import time
from collections.abc import Iterable
from pathlib import Path

import asyncpg
import pytest
from bench.synthetic import wire
from tests.brokers.kafka import Broker
from tests.brokers.waiting import until
from tests.kafka.processes import Service, make_topics, status
from tests.kafka.progress import in_files, is_delivered, values, written

from dateline.corroborator.settings import CorroboratorSettings
from dateline.corroborator.stage import corroborator_stage
from dateline.eventlog.embedded import EmbeddedLog, drive
from dateline.eventlog.embedded.drive import attend
from dateline.eventlog.kafka import KafkaLog, KafkaSettings
from dateline.eventlog.letters import read_topic
from dateline.eventlog.provision import contract_specs, stage_specs
from dateline.eventlog.record import Output
from dateline_schemas import ARTICLES, CHANGELOG, REPORTS, Article, Event, Life, Report, Story
from dateline_schemas.envelope import decode, encode

pytestmark = [pytest.mark.kafka, pytest.mark.postgres]
SINKS = ("sink", "sink-files")
Outcome = tuple[set[tuple[str, frozenset[str], bytes]], set[tuple[str, frozenset[str]]]]


def outcome(values: Iterable[Event | Story]) -> Outcome:
    """Each live event as its id, mentions and values, each live story as its id and articles; no revision numbers."""
    newest: dict[str, Event | Story] = {}
    for value in values:
        if value.id not in newest or newest[value.id].revision < value.revision:
            newest[value.id] = value
    live = [value for value in newest.values() if value.life is Life.LIVE]
    events, stories = set(), set()
    for value in live:
        if isinstance(value, Event):
            mentions = frozenset(ref.mention for ref in value.mentions)
            events.add((value.id, mentions, encode(value.model_copy(update={"revision": 1}))))
        else:
            stories.add((value.id, frozenset(entry.article for entry in value.articles)))
    return events, stories


async def in_postgres(dsn: str) -> list[Event | Story]:
    connection = await asyncpg.connect(dsn)
    try:
        events = await connection.fetch("select record from dateline.event")
        stories = await connection.fetch("select record from dateline.story")
    finally:
        await connection.close()
    return [
        *(Event.model_validate_json(row["record"]) for row in events),
        *(Story.model_validate_json(row["record"]) for row in stories),
    ]


async def undisturbed(folder: Path, reports: list[Output]) -> list[Event | Story]:
    """What an undisturbed corroborator makes of these reports in this order."""
    async with EmbeddedLog(folder) as log:
        stage = corroborator_stage(CorroboratorSettings(), log)
        await log.create([*contract_specs(embedded=True), *stage_specs([stage], embedded=True)])
        await log.append(reports)
        running = attend(stage, log)
        task = asyncio.create_task(drive(running, log))

        async def done() -> bool:
            assert not task.done(), task
            commits = await log.commits(stage.group)
            return sum(c.offset for place, c in commits.items() if place.topic == REPORTS.name) == len(reports)

        await until(done, "the undisturbed run is done", seconds=300)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return await values(log)


async def compare(broker: Broker, dsn: str, tmp_path: Path, count: int, kills: int, seed: int) -> None:
    rng = random.Random(seed)
    folder = tmp_path / "wire"
    folder.mkdir()
    (folder / "wire.jsonl").write_text("".join(json.dumps(article) + "\n" for article in wire(count, seed=7)))
    make_topics(broker.address)
    services = {
        "fetcher": Service("fetcher", broker.address, tmp_path, FETCHER_FOLDER=folder),
        "enricher": Service("enricher", broker.address, tmp_path, ENRICHER_WORKERS=1),
        "second enricher": Service("enricher", broker.address, tmp_path, ENRICHER_WORKERS=1),
        "corroborator": Service("corroborator", broker.address, tmp_path),
        "sink": Service("sink", broker.address, tmp_path, SINK_POSTGRES=dsn),
        "sink-files": Service("sink", broker.address, tmp_path, SINK_FOLDER=tmp_path / "sink", SINK_GROUP="sink-files"),
    }
    victims = [*services, "broker"]
    watched = {"fetcher": ARTICLES, "enricher": REPORTS, "second enricher": REPORTS}
    started = time.monotonic()
    async with KafkaLog(KafkaSettings(brokers=broker.address)) as log:
        try:
            for turn in range(kills):
                victim = victims[turn % len(victims)]
                topic = watched.get(victim, CHANGELOG).name
                least = max(1, round(count * (turn + rng.random()) / kills))

                async def far_enough(topic: str = topic, least: int = least) -> bool:
                    return await written(log, topic) >= least

                await until(far_enough, f"{least} records in {topic}, for {victim}", seconds=120)
                await asyncio.sleep(rng.random() * 0.2)
                if victim == "broker":
                    broker.kill()
                    await asyncio.to_thread(broker.start)
                else:
                    services[victim].kill()
                    services[victim].start()
            await until(lambda: is_delivered(log, count, SINKS), f"{count} articles delivered", seconds=300)
            disturbed = time.monotonic() - started
            letters = (await asyncio.to_thread(status, broker.address))["dead_letters"]
            reports = [record async for record in read_topic(log, REPORTS.name)]
            articles = [record async for record in read_topic(log, ARTICLES.name)]
        finally:
            for service in services.values():
                service.kill()

    assert letters == {}
    published = {decode(ARTICLES, r.key, r.value, r.headers) for r in articles}
    told = [decode(REPORTS, r.key, r.value, r.headers) for r in reports]
    assert {a.id for a in published if isinstance(a, Article)} == {r.article for r in told if isinstance(r, Report)}
    assert len({a.id for a in published if isinstance(a, Article)}) == count

    again = [Output(REPORTS.name, r.key, r.value, r.headers, 0) for r in reports]
    calm_folder = tmp_path / "calm"
    calm_folder.mkdir()
    calm = outcome(await undisturbed(calm_folder, again))
    assert calm[0]
    assert calm[1]
    assert outcome(await in_postgres(dsn)) == calm
    assert outcome(in_files(tmp_path / "sink")) == calm
    mentions = [mention for _, held, _ in calm[0] for mention in held]
    assert len(mentions) == len(set(mentions))
    print(f"{count} articles, {kills} kills, {len(reports)} reports: equal; {disturbed:.0f} s")


async def test_killing_each_service_and_the_broker_changes_nothing(
    own_kafka: Broker, database: str, tmp_path: Path
) -> None:
    await compare(own_kafka, database, tmp_path, count=150, kills=8, seed=21)


@pytest.mark.soak
async def test_fifty_kills_over_two_thousand_articles_change_nothing(
    own_kafka: Broker, database: str, tmp_path: Path
) -> None:
    await compare(own_kafka, database, tmp_path, count=2000, kills=50, seed=22)
