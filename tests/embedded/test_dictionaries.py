"""A user's own actors, in our format and in PETRARCH's, through `dateline code` and through the whole pipeline."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.enricher.coder import CODER
from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.letters import read_topic
from dateline_schemas import ENRICHED, EnrichedArticle
from tests.embedded.pipeline import Started, has_done, live_events, run_arguments, until

TEXT = "Jane Opondo met the Heron Council on Monday.\n\nThe Heron Council praised Jane Opondo, officials said.\n"
PARTIES = {("Jane Opondo", "KEN", "GOV"), ("Heron Council", "UGA", "OPP")}


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    ours, petrarch = tmp_path / "persons-of-ours.tsv", tmp_path / "lake.actors.txt"
    ours.write_text("# country\tname\tother names\toffices\nKEN\tJane Opondo\t\tMayor 2020..\n", encoding="utf-8")
    petrarch.write_text("COUNCIL_OF_HERONS_\n+HERON_COUNCIL_\n\t[UGAOPP]\n", encoding="utf-8")
    return ["--dictionary", str(ours), "--dictionary", str(petrarch)]


def named(enriched: EnrichedArticle) -> set[tuple[str, str | None, str | None]]:
    return {
        (actor.name.replace("Council Of Herons", "Heron Council"), actor.country, actor.sector)
        for actor in enriched.actors
    }


def test_code_knows_them_and_says_what_coded(tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    def coded(*more: str) -> EnrichedArticle:
        command = [
            sys.executable,
            "-m",
            "dateline",
            "code",
            str(tmp_path / "a.txt"),
            "--published",
            "2024-05-01",
            "--json",
        ]
        done = subprocess.run([*command, *more], capture_output=True, check=True)
        return EnrichedArticle.model_validate(json.loads(done.stdout))

    with_ours, without = coded(*options), coded()

    assert named(with_ours) >= PARTIES
    assert not named(without) & PARTIES
    assert without.coder == CODER
    assert with_ours.coder.startswith(f"{CODER}+own.")
    assert with_ours.coder == coded(*options).coder != coded(*options[:2]).coder


async def test_the_pipeline_knows_them(tmp_path: Path, options: list[str]) -> None:
    folder, data_dir = tmp_path / "folder", tmp_path / "data"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    started = Started(run_arguments(data_dir, folder, "--published", "2024-05-01", *options), tmp_path)

    async def done() -> bool:
        return await has_done(data_dir, 1)

    try:
        await until(done, started)
        assert started.stop() == 0
    finally:
        started.kill()

    async with EmbeddedLog(data_dir) as log:
        (enriched,) = [
            EnrichedArticle.model_validate_json(record.value or b"") async for record in read_topic(log, ENRICHED.name)
        ]
    assert named(enriched) >= PARTIES
    assert enriched.coder.startswith(f"{CODER}+own.")
    parties = {(p.country, p.sector) for event in live_events(data_dir) for p in (*event.actors, *event.recipients)}
    assert parties >= {("KEN", "GOV"), ("UGA", "OPP")}
