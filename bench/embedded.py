"""Measures the embedded pipeline: `python -m bench.embedded [--articles N]`.

Articles a second through all of it, what each part costs by itself, and the time from publishing an article to its
event at half that load.
"""

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Iterable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

from bench.synthetic import wire

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # as in the coder's child; before numpy comes

from dateline import telemetry
from dateline.corroborator.memory import Memory
from dateline.corroborator.settings import CorroboratorSettings
from dateline.embedded import Pipeline, run
from dateline.enricher.coder import code
from dateline.enricher.coding import warm_up
from dateline.enricher.signature import report_of
from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.record import Partition, output_of
from dateline.fetcher import FetcherSettings
from dateline.fetcher.texts import article_of_text
from dateline.gateway import GatewaySettings
from dateline_schemas import ARTICLES, EVENTS, Article, Event
from dateline_schemas.envelope import decode, encode


def articles(count: int, seed: int = 5) -> list[Article]:
    made = []
    for row in wire(count, seed=seed, days=max(1.0, count / 2000)):
        head = "".join(f"{name}: {row[name]}\n" for name in ("url", "outlet", "published", "title"))
        made.append(article_of_text(f"{head}\n{row['text']}", name=row["url"]))
    return made


def rate(name: str, count: int, seconds: float) -> None:
    print(f"  {name:38} {count / seconds:9,.0f} articles/s   {seconds / count * 1000:7.3f} ms each", flush=True)


def parts(sample: list[Article]) -> None:
    """What each part costs by itself, in this process."""
    print(f"each part by itself, {len(sample)} articles of {mean(len(a.text) for a in sample):.0f} characters")
    warm_up()
    now = datetime.now(UTC)
    begin = time.perf_counter()
    coded = [code(article, now) for article in sample]
    rate("coding", len(sample), time.perf_counter() - begin)
    begin = time.perf_counter()
    reports = [report_of(enriched) for enriched in coded]
    rate("signature and report", len(sample), time.perf_counter() - begin)
    begin = time.perf_counter()
    memory = Memory(CorroboratorSettings())
    for report in reports:
        memory.take(report, now)
    rate("corroborating", len(sample), time.perf_counter() - begin)
    begin = time.perf_counter()
    for enriched in coded:
        type(enriched).model_validate_json(encode(enriched))
    rate("an enriched article to JSON and back", len(sample), time.perf_counter() - begin)


def mean(numbers: Iterable[float]) -> float:
    return statistics.fmean(list(numbers))


def pipeline(folder: Path) -> Pipeline:
    return Pipeline(
        data_dir=folder,
        fetcher=FetcherSettings(),
        gateway=GatewaySettings(port=0, index=folder / "gateway.sqlite"),
    )


async def until_reported(log: EmbeddedLog, count: int) -> None:
    async with log.reader({Partition("corroborator.changelog", 0): 0}) as reader:
        seen = 0
        while seen < count:
            seen += len(await reader.read(500, 60))


async def whole(sample: list[Article]) -> float:
    """Articles a second through the whole pipeline, all of them waiting at the start."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with AsyncExitStack() as opened:
            task = asyncio.create_task(run(pipeline(folder)))
            log = await opened.enter_async_context(EmbeddedLog(folder))
            await ready(log)
            [first, *rest] = sample
            await log.append([output_of(ARTICLES, first, "bench")])
            await until_reported(log, 1)  # the coder is warm
            begin = time.perf_counter()
            await log.append([output_of(ARTICLES, article, "bench") for article in rest])
            await until_reported(log, len(sample))
            seconds = time.perf_counter() - begin
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
    rate("the whole pipeline", len(rest), seconds)
    return len(rest) / seconds


async def ready(log: EmbeddedLog) -> None:
    while "articles" not in await log.topics():  # noqa: ASYNC110 - another task makes them
        await asyncio.sleep(0.05)


async def latency(sample: list[Article], per_second: float) -> None:
    """Milliseconds from an article's append to its first event's record, at a steady load."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        task = asyncio.create_task(run(pipeline(folder)))
        async with EmbeddedLog(folder) as log:
            await ready(log)
            await log.append([output_of(ARTICLES, sample[0], "bench")])
            await until_reported(log, 1)
            sent: dict[str, float] = {}
            took: dict[str, float] = {}
            listening = asyncio.create_task(listen(log, sent, took))
            for article in sample[1:]:
                sent[article.id] = time.perf_counter()
                await log.append([output_of(ARTICLES, article, "bench")])
                await asyncio.sleep(1 / per_second)
            await until_reported(log, len(sample))
            await asyncio.sleep(0.2)
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    ordered = sorted(1000 * seconds for seconds in took.values())
    print(
        f"  from publish to event at {per_second:.0f} articles/s: p50 {ordered[len(ordered) // 2]:.0f} ms, "
        f"p99 {ordered[int(len(ordered) * 0.99)]:.0f} ms ({len(ordered)} articles with an event)"
    )


async def listen(log: EmbeddedLog, sent: dict[str, float], took: dict[str, float]) -> None:
    async with log.reader({Partition(EVENTS.name, 0): 0}) as reader:
        while True:
            for record in await reader.read(200, 60):
                now = time.perf_counter()
                event = decode(EVENTS, record.key, record.value, record.headers)
                assert isinstance(event, Event)
                for ref in event.mentions:
                    if ref.article in sent:
                        took.setdefault(ref.article, now - sent[ref.article])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=1000)
    given = options.parse_args()
    telemetry.configure("error")
    sample = articles(given.articles)
    parts(sample)
    print("together, in one process with its coders")
    per_second = asyncio.run(whole(sample))
    asyncio.run(latency(sample[: max(50, given.articles // 4)], per_second / 2))


if __name__ == "__main__":
    main()
