"""A coder that hangs, crashes or eats memory costs one record; the stream goes on, and the record can be replayed."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.enricher.settings import EnricherSettings
from dateline.enricher.stage import CODE, Enriching
from dateline.eventlog.dead import replay
from dateline.eventlog.embedded import EmbeddedLog, drive
from dateline.eventlog.embedded.drive import attend
from dateline.eventlog.letters import read_letters, read_topic
from dateline.eventlog.provision import contract_specs, stage_specs
from dateline.eventlog.record import output_of
from dateline.eventlog.running import Running
from dateline.eventlog.stage import Stage
from dateline_schemas import ARTICLES, ENRICHED, Article, Provenance, PublishedQuality, SourceKind
from tests.embedded.pipeline import until

SETTINGS = EnricherSettings(wall_seconds=5, memory_mb=1024, workers=2)
TITLES = ["fine 0", "hang", "fine 1", "crash", "fine 2", "eat", "fine 3", "bug", "fine 4"]


def article(title: str) -> Article:
    return Article(
        id=title.replace(" ", "-"),
        revision=1,
        outlet="Amber Gazette",
        title=title,
        text="The Polish foreign minister met her Norwegian counterpart in Oslo on Monday, officials said.",
        published_quality=PublishedQuality.MISSING,
        fetched=datetime(2025, 1, 1, tzinfo=UTC),
        language="en",
        content_hash="0",
        provenance=Provenance(kind=SourceKind.PUSH, source="test"),
    )


@asynccontextmanager
async def enriching(log: EmbeddedLog, function: str) -> AsyncIterator[Running]:
    stage = Stage("enricher", (ARTICLES,), Enriching(SETTINGS, function), batch=20, remembers=False)
    await log.create([*contract_specs(embedded=True), *stage_specs([stage], embedded=True)])
    running = attend(stage, log)
    task = asyncio.create_task(drive(running, log))
    try:
        yield running
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_each_costs_one_record_and_can_be_replayed_after_a_fix(tmp_path: Path) -> None:
    async with EmbeddedLog(tmp_path) as log:
        async with enriching(log, "tests.embedded.misbehaving:code_bytes") as running:
            await log.append([output_of(ARTICLES, article(title), "test") for title in TITLES])

            async def all_seen() -> bool:
                return running.outcomes.total() == len(TITLES)

            await until(all_seen)
            assert running.outcomes == {
                "done": 5,
                "dead:coder_timeout": 1,
                "dead:coder_crashed": 1,
                "dead:coder_memory": 1,
                "dead:unexpected": 1,
            }
        letters = [letter async for letter, _ in read_letters(log)]
        assert {letter.record.key for letter in letters} == {b"hang", b"crash", b"eat", b"bug"}
        assert all(letter.record.value for letter in letters)

        await log.append([replay(letter) for letter in letters])
        async with enriching(log, CODE) as running:

            async def all_coded() -> bool:
                return running.outcomes.total() == len(letters)

            await until(all_coded)
        coded = {record.key async for record in read_topic(log, ENRICHED.name)}
        assert coded == {title.replace(" ", "-").encode() for title in TITLES}
        assert [was_replayed async for _, was_replayed in read_letters(log)] == [True] * 4


async def test_while_no_process_is_to_be_had_the_articles_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with EmbeddedLog(tmp_path) as log:
        monkeypatch.setattr(sys, "executable", "/nowhere/python")
        async with enriching(log, CODE) as running:
            await log.append([output_of(ARTICLES, article("fine"), "test")])

            async def waits() -> bool:
                return running.reasons == [f"the coder does not start: {CODE} cannot start: No such file or directory"]

            await until(waits)
            monkeypatch.undo()

            async def is_coded() -> bool:
                return running.outcomes == {"done": 1}

            await until(is_coded)
