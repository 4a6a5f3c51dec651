"""Measures the embedded pipeline's memory over a long time: `python -m bench.memory [--articles N] [--days D]`.

The synthetic wire, in brief articles, is spread over so many days and sent as fast as it is taken; the corroborator
remembers at most `--limit` reports. Prints the resident memory of the pipeline's process and of its coders as it goes:
it must level off.
"""

import argparse
import asyncio
import os
import tempfile
import time
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from bench.corroboration_wire import reports
from bench.synthetic import wire
from dateline import telemetry
from dateline.corroborator import Memory
from dateline.corroborator.settings import CorroboratorSettings
from dateline.embedded import Pipeline, run
from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.record import Partition, output_of
from dateline.fetcher import FetcherSettings
from dateline.fetcher.texts import article_of_text
from dateline.gateway import GatewaySettings
from dateline_schemas import ARTICLES, Article

CHUNK = 500
BATCH = 100
NOW = datetime(2031, 6, 1, tzinfo=UTC)


def resident_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()]


def article_of(row: dict[str, str]) -> Article:
    head = "".join(f"{name}: {row[name]}\n" for name in ("url", "outlet", "published", "title"))
    return article_of_text(f"{head}\n{row['text']}", name=row["url"])


async def measure(count: int, days: float, limit: int, every: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pipeline = Pipeline(
            data_dir=folder,
            fetcher=FetcherSettings(),
            gateway=GatewaySettings(port=0, index=folder / "gateway.sqlite"),
            corroborator=CorroboratorSettings(reports=limit),
        )
        task = asyncio.create_task(run(pipeline))
        async with EmbeddedLog(folder) as log:
            while "articles" not in await log.topics():  # noqa: ASYNC110 - another task makes them
                await asyncio.sleep(0.05)
            begin = time.monotonic()
            async with log.reader({Partition("corroborator.changelog", 0): 0}) as reader:
                rows = wire(count, days=days, brief=True)
                sent = done = 0
                while chunk := list(islice(rows, CHUNK)):
                    await log.append([output_of(ARTICLES, article_of(row), "bench") for row in chunk])
                    sent += len(chunk)
                    while done < sent - CHUNK or (sent >= count and done < sent):
                        done += len(await reader.read(CHUNK, 60))
                    if sent % every < CHUNK:
                        coders = sum(resident_mb(child) for child in children(os.getpid()))
                        print(
                            f"{done:8,} articles  {resident_mb(os.getpid()):7.0f} MB pipeline  {coders:6.0f} MB coders"
                            f"  {done / (time.monotonic() - begin):6.0f} articles/s",
                            flush=True,
                        )
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def alone(count: int, days: float, limit: int, every: int) -> None:
    """The corroborator's memory by itself, over reports that were never coded."""
    memory = Memory(CorroboratorSettings(reports=limit))
    wire_of_reports = reports(count, days=days)
    begin, done = time.monotonic(), 0
    while batch := list(islice(wire_of_reports, BATCH)):
        memory.take_all(batch, NOW)
        done += len(batch)
        if done % every < BATCH:
            rate = done / (time.monotonic() - begin)
            print(
                f"{done:8,} reports  {len(memory):7,} held  {resident_mb(os.getpid()):7.0f} MB  {rate:6.0f}/s",
                flush=True,
            )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--days", type=float, default=60)
    options.add_argument("--limit", type=int, default=20_000)
    options.add_argument("--every", type=int, default=5_000)
    options.add_argument("--alone", action="store_true", help="only the corroborator, over reports made by themselves")
    given = options.parse_args()
    telemetry.configure("error")
    if given.alone:
        alone(given.articles, given.days, given.limit, given.every)
        return
    asyncio.run(measure(given.articles, given.days, given.limit, given.every))


if __name__ == "__main__":
    main()
