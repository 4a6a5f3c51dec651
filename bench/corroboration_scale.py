"""Measures what a report costs the corroborator: `python -m bench.corroboration_scale [--sizes N ...] [--story N]`.

At each size of memory, with all reports in one window: how many reports a second are taken up then, in batches of a
hundred, and resident memory a report; up to `--taken` all have been taken up one after the other, above it memory is
filled from a changelog of the same wire. Then a rebuild from the changelog alone, one story of many reports, and the
live wire beside a back-fill.
"""

import argparse
import gc
import resource
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from bench.corroboration_wire import BEGIN, one_story, records, reports
from dateline.corroborator import CorroboratorSettings, Memory
from dateline.corroborator.replaying import Newest
from dateline.corroborator.stage import COLLECT_AFTER
from dateline_schemas import Remembered, Report

BATCH = 100
PROBED = 2_000
"""Reports timed at each size."""
NOW = datetime(2031, 6, 1, tzinfo=UTC)
ARTICLES_A_DAY = 10_000
WINDOW_DAYS = 12


def main() -> None:
    arguments = read_arguments()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)  # as the service does
    for size in arguments.sizes:
        grown(size, settled=size > arguments.taken)
    if arguments.rebuild:
        rebuilt(arguments.rebuild)
    if arguments.story:
        deep(arguments.story)
    if arguments.live:
        beside(arguments.live)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--taken", type=int, default=100_000, help="above this size memory is filled from records")
    parser.add_argument("--rebuild", type=int, default=20_000, help="reports of the memory that is rebuilt")
    parser.add_argument("--story", type=int, default=10_000, help="reports of the one large story")
    parser.add_argument("--live", type=int, default=5_000, help="reports of the live wire beside a back-fill")
    return parser.parse_args()


def taken(memory: Memory, wire: Iterable[Report], changelog: dict[str, Remembered] | None = None) -> tuple[int, float]:
    """Takes the wire up in batches; how many reports that were, and how many seconds of processor time."""
    count, seconds = 0, 0.0
    wire = iter(wire)
    while batch := list(islice(wire, BATCH)):
        began = time.process_time()
        change = memory.take_all(batch, NOW)
        seconds += time.process_time() - began
        count += len(batch)
        if changelog is not None:
            changelog |= {record.report.article: record for record in change.remembered}
    return count, seconds


def grown(size: int, *, settled: bool) -> None:
    memory = Memory(CorroboratorSettings(reports=2 * size))
    before = resident_mb()
    days = min((size + PROBED) / ARTICLES_A_DAY, WINDOW_DAYS)
    changelog = records(size + PROBED, days=days)
    wire = (record.report for record in changelog)
    if settled:
        newest, seconds = Newest(), 0.0
        for record in islice(changelog, size):
            began = time.process_time()
            newest.add(record)
            seconds += time.process_time() - began
        began = time.process_time()
        memory.continue_from(newest)
        filling = seconds + time.process_time() - began
        del newest
    else:
        _, filling = taken(memory, islice(wire, size))
    after = resident_mb()
    count, seconds = taken(memory, wire)
    print(
        f"{size:>9,} held: {count / seconds:7,.0f} reports/s then, {size / filling:7,.0f}/s "
        f"{'from records' if settled else 'on the way'}; {(after - before) / size * 1024:.1f} KB a report",
        flush=True,
    )


def rebuilt(size: int) -> None:
    memory, changelog = Memory(CorroboratorSettings(reports=2 * size)), dict[str, Remembered]()
    taken(memory, reports(size, days=size / ARTICLES_A_DAY), changelog)
    again = Memory(CorroboratorSettings(reports=2 * size))
    began = time.process_time()
    again.rebuild(changelog.values())
    took = time.process_time() - began
    same = "the same" if again.stories() == memory.stories() else "OTHERS"
    print(f"rebuilt from {len(again):,} records in {took:.1f} s; the stories are {same}", flush=True)


def deep(size: int) -> None:
    memory = Memory()
    wire = one_story(size + PROBED, hours=72)
    parts = [(part, *taken(memory, islice(wire, part))) for part in (100, 900, size - 1_000, PROBED)]
    speeds = ", ".join(f"{count / seconds:,.0f}/s for {part:,}" for part, count, seconds in parts)
    print(f"one story: {speeds}")


def beside(size: int) -> None:
    """Ten live reports to a hundred of a back-fill of a year before: each wire's stories as when it is alone."""
    live = list(reports(size, days=1, seed=7))
    past = list(reports(10 * size, days=200, seed=8, start=BEGIN - timedelta(days=400)))
    alone = stories(live)
    memory = Memory()
    began = time.process_time()
    for number in range(size // 10):
        memory.take_all(live[10 * number : 10 * number + 10] + past[100 * number : 100 * number + 100], NOW)
    took = time.process_time() - began
    mixed = {article: story for article, story in memory.stories().items() if article in alone}
    same = "the same" if as_groups(mixed) == as_groups(alone) else "OTHERS"
    print(f"live beside back-fill: {11 * size / took:,.0f} reports/s; the live stories are {same}")


def stories(wire: Iterable[Report]) -> dict[str, str]:
    memory = Memory()
    taken(memory, wire)
    return memory.stories()


def as_groups(stories: dict[str, str]) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for article, story in stories.items():
        groups.setdefault(story, set()).add(article)
    return {frozenset(group) for group in groups.values()}


def resident_mb() -> float:
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
