"""What Kafka costs: `python -m bench.kafka [--brokers HOST:PORT]`; without brokers it starts one as the tests do.

Needs a broker without Dateline's topics. Broker, services and this program share the machine.
"""

import argparse
import asyncio
import contextlib
import os
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # before numpy: as the coding children have it

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from tests.brokers.kafka import find_kafka
from tests.contract.echo import Echo, Names
from tests.kafka.processes import Service, make_topics
from tests.unit.corroborator.wire import report

from bench.synthetic import wire
from dateline.enricher.coding import code_bytes, warm_up
from dateline.eventlog.faust import FaustDriver
from dateline.eventlog.kafka import KafkaDriver, KafkaLog, KafkaSettings
from dateline.eventlog.letters import read_topic
from dateline.eventlog.record import Output, Partition, output_of
from dateline_schemas import (
    ARTICLES,
    CHANGELOG,
    EVENTS,
    REPORTS,
    Article,
    Event,
    Provenance,
    PublishedQuality,
    SourceKind,
)
from dateline_schemas.envelope import decode

STEPS = 4000  # records of the drivers' race
WARMING = 600  # a coder remembers what it knows of words: both are to be warm when they are compared
REMEMBERED = 20_000


def articles(count: int, seed: int) -> list[Output]:
    made = []
    for told in wire(count, seed=seed):
        article = Article(
            id=uuid.uuid5(uuid.NAMESPACE_URL, f"{seed}/{told['url']}").hex,
            revision=1,
            url=told["url"],
            outlet=told["outlet"],
            title=told["title"],
            text=told["text"],
            published=datetime.fromisoformat(told["published"]),
            published_quality=PublishedQuality.STATED,
            fetched=datetime.now(UTC),
            content_hash="0",
            provenance=Provenance(kind=SourceKind.PUSH, source="bench"),
        )
        made.append(output_of(ARTICLES, article, "bench"))
    return made


async def until(condition: Callable[[], Coroutine[Any, Any, bool]], every: float = 0.1) -> float:
    """Waits; gives the time when it was first seen to hold. Asking takes the processor from who is being measured."""
    while not await condition():  # noqa: ASYNC110
        await asyncio.sleep(every)
    return time.monotonic()


async def end_of(log: KafkaLog, topic: str) -> int:
    return sum(bounds.end for bounds in (await log.bounds(topic)).values())


async def race(log: KafkaLog) -> None:
    """The same trivial step under each driver, and in a bare loop; one partition number after another is ready."""

    async def bare(names: Names) -> None:
        consumer = AIOKafkaConsumer(
            names.source.name,
            **log.settings.client(),
            group_id=names.group,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
        )
        producer = AIOKafkaProducer(**log.settings.client(), enable_idempotence=True)
        await consumer.start()
        await producer.start()
        try:
            while True:
                for place, records in (await consumer.getmany(timeout_ms=500, max_records=100)).items():
                    for record in records:
                        decode(names.source, record.key, record.value, record.headers)
                    sent = [await producer.send(names.out, r.value, r.key, partition=place.partition) for r in records]
                    await asyncio.gather(*sent)
                    await consumer.commit({place: records[-1].offset + 1})
        finally:
            await consumer.stop()
            await producer.stop()

    drivers: dict[str, Callable[[Names], Coroutine[Any, Any, None]]] = {
        "bare aiokafka loop": bare,
        "aiokafka driver": lambda names: KafkaDriver(names.stage(Echo(names.out), 100), log).drive(),
        "aiokafka driver, transactions": lambda names: KafkaDriver(
            names.stage(Echo(names.out), 100), log, transactional=True
        ).drive(),
        "Faust driver": lambda names: FaustDriver(names.stage(Echo(names.out), 100, remembers=False), log).drive(),
    }
    for name, drive in drivers.items():
        names = Names(f"b{uuid.uuid4().hex[:8]}")
        await log.create(names.specs())
        await log.append(names.notes(STEPS))
        task = asyncio.create_task(drive(names))

        async def is_at(count: int, names: Names = names) -> bool:
            return await end_of(log, names.out) >= count

        begun = await until(lambda is_at=is_at: is_at(1), 0.02)  # type: ignore[misc]
        done = await until(lambda is_at=is_at: is_at(STEPS), 0.02)  # type: ignore[misc]
        print(f"  {name}: {STEPS / (done - begun):,.0f} records/s")
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def cpu_seconds(pid: int) -> tuple[float, float]:
    """For how long the process has computed until now, and for how long it wanted to and others had the processor."""
    told = [path.read_text().split() for path in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    return sum(int(run) for run, _, _ in told) / 1e9, sum(int(wait) for _, wait, _ in told) / 1e9


def coders(service: Service) -> list[int]:
    """The process ids of the service's coding children."""
    found = Path(f"/proc/{service.process.pid}/task/{service.process.pid}/children").read_text()
    return [int(pid) for pid in found.split()]


def alone(outputs: list[Output]) -> tuple[float, float]:
    """Articles per second of the coder alone in one process, and the CPU seconds of one article."""
    begun, busy = time.monotonic(), time.process_time()
    for output in outputs:
        code_bytes(output.value or b"")
    return len(outputs) / (time.monotonic() - begun), (time.process_time() - busy) / len(outputs)


async def coding(log: KafkaLog, folder: Path, count: int) -> float:
    """Articles per second: the coder alone, then through enrichers, each with so many coding children."""
    warm_up()
    alone(articles(WARMING, seed=100))
    single = 0.0
    for turn, children in enumerate(([1], [2], [1, 1])):
        told = articles(count, seed=1 + turn)
        before_rate, cost = alone(told[: count // 2])
        services = [Service("enricher", log.settings.brokers, folder, ENRICHER_WORKERS=each) for each in children]
        for service in services:
            await asyncio.to_thread(service.until_ready)
        # The children are up only when they have coded something.
        before = await end_of(log, REPORTS.name)
        await log.append(articles(WARMING, seed=100 + turn))
        before += WARMING
        await until(lambda before=before: is_at(log, before))  # type: ignore[misc]
        busy = {pid: cpu_seconds(pid) for service in services for pid in (service.process.pid, *coders(service))}
        begun = time.monotonic()
        await log.append(told)
        done = await until(lambda before=before: is_at(log, before + count))  # type: ignore[misc]
        parents = {service.process.pid for service in services}
        spent = {pid: (cpu_seconds(pid)[0] - run, cpu_seconds(pid)[1] - wait) for pid, (run, wait) in busy.items()}
        around = sum(spent[pid][0] for pid in parents)
        coded = sum(run for pid, (run, _) in spent.items() if pid not in parents)
        kept = sum(wait for pid, (_, wait) in spent.items() if pid not in parents)
        time_of_coders = (done - begun) * sum(children)
        for service in services:
            service.kill()
        after_rate, _ = alone(told[count // 2 :])
        by_itself = (before_rate + after_rate) / 2
        rate = count / (done - begun)
        print(
            f"  {len(children)} x {children[0]} coding: {rate:.1f} articles/s, {rate / by_itself:.0%} of one coder"
            f" alone ({by_itself:.1f}); CPU per article: coder {coded / count * 1000:.1f} ms (alone {cost * 1000:.1f}),"
            f" around it {around / count * 1000:.1f} ms; of the time the coders coded {coded / time_of_coders:.0%}"
            f" and waited for a processor {kept / time_of_coders:.0%}",
            flush=True,
        )
        if turn == 0:
            single = by_itself
    return single


async def is_at(log: KafkaLog, count: int) -> bool:
    return await end_of(log, REPORTS.name) >= count


async def latency(log: KafkaLog, folder: Path, rate: float, count: int) -> None:
    """From an article's publication in the log to its first event there, at `rate` articles a second."""
    services = [Service("enricher", log.settings.brokers, folder, ENRICHER_WORKERS=1)]
    services.append(Service("corroborator", log.settings.brokers, folder))
    for service in services:
        await asyncio.to_thread(service.until_ready)
    done_before = await end_of(log, ARTICLES.name)

    async def caught_up() -> bool:
        commits = await log.commits("corroborator")
        read = sum(c.offset for place, c in commits.items() if place.topic == REPORTS.name)
        return read >= done_before and read >= await end_of(log, REPORTS.name)

    await until(caught_up)
    sent: dict[str, float] = {}
    first: dict[str, float] = {}

    async def watch() -> None:
        bounds = await log.bounds(EVENTS.name)
        async with log.reader({place: bound.end for place, bound in bounds.items()}) as reader:
            while True:
                for record in await reader.read(500, 1.0):
                    event = decode(EVENTS, record.key, record.value, record.headers)
                    assert isinstance(event, Event)
                    for ref in event.mentions:
                        first.setdefault(ref.article, time.time())

    watching = asyncio.create_task(watch())
    for output in articles(count, seed=1000 + round(rate)):
        sent[(output.key or b"").decode()] = time.time()
        await log.append([output])
        await asyncio.sleep(1 / rate)
    await until(caught_up)
    await asyncio.sleep(2)
    watching.cancel()
    waits = sorted(first[article] - at for article, at in sent.items() if article in first)
    cuts = statistics.quantiles(waits, n=100)
    print(f"  at {rate:.1f} articles/s: p50 {cuts[49] * 1000:.0f} ms, p99 {cuts[98] * 1000:.0f} ms, of {len(waits)}")
    for service in services:
        service.kill()


async def rebuild(log: KafkaLog, folder: Path) -> None:
    """From the start of a corroborator to its first answer, with so many reports remembered."""
    service = Service("corroborator", log.settings.brokers, folder)
    for start in range(0, REMEMBERED, 500):
        told = [report(f"r{n}", n % 2500, hours=n / 500) for n in range(start, start + 500)]
        await log.append([output_of(REPORTS, each, "bench", 3) for each in told])

    async def taken_up(count: int) -> bool:
        commit = (await log.commits("corroborator")).get(Partition(REPORTS.name, 3))
        return commit is not None and commit.offset >= count

    begun = time.monotonic()
    done = await until(lambda: taken_up(REMEMBERED))
    print(f"  {REMEMBERED:,} reports taken up: {REMEMBERED / (done - begun):,.0f} a second")
    service.stop()
    begun = time.monotonic()
    service.start()
    await asyncio.to_thread(service.until_ready)
    await log.append([output_of(REPORTS, report("last", 1, hours=41), "bench", 3)])
    done = await until(lambda: taken_up(REMEMBERED + 1))
    size = len([1 async for _ in read_topic(log, CHANGELOG.name, [Partition(CHANGELOG.name, 3)])])
    print(f"  start, rebuild from {size:,} records of the changelog, and the next report: {done - begun:.1f} s")
    service.kill()


async def measure(brokers: str, count: int) -> None:
    await asyncio.to_thread(make_topics, brokers)
    with tempfile.TemporaryDirectory() as folder:
        async with KafkaLog(KafkaSettings(brokers=brokers)) as log:
            print("The same step under each driver", flush=True)
            await race(log)
            print("Through the enricher", flush=True)
            rate = await coding(log, Path(folder), count)
            print("From publish to event, at 30 articles a second and at half load", flush=True)
            await latency(log, Path(folder), 30.0, min(count, 300))
            await latency(log, Path(folder), rate / 2, min(count, 300))
            print("The corroborator's memory", flush=True)
            await rebuild(log, Path(folder))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--brokers")
    parser.add_argument("--articles", type=int, default=1200)
    given = parser.parse_args()
    if given.brokers:
        asyncio.run(measure(given.brokers, given.articles))
        return
    broker = find_kafka(own=True)
    try:
        asyncio.run(measure(broker.address, given.articles))
    finally:
        broker.close()


if __name__ == "__main__":
    main()
