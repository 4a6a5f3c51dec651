"""`dateline run` and the commands beside it, as a user types them."""

import asyncio
import json
import re
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from dateline.sample import wire
from dateline_schemas import EventType
from tests.embedded.pipeline import Started, free_port, has_done, live_events, live_stories, run_arguments, state, until

ARTICLES = len(list(wire().glob("*.txt")))


def dateline(*arguments: str, data_dir: Path | None = None) -> subprocess.CompletedProcess[str]:
    place = ["--data-dir", str(data_dir)] if data_dir else []
    return subprocess.run(
        [sys.executable, "-m", "dateline", *arguments, *place],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A data directory after `dateline run` over the sample wire was ended by Ctrl-C, and what it printed."""
    folder = tmp_path_factory.mktemp("run")
    data_dir = folder / "data"
    started = Started(run_arguments(data_dir, wire()), folder)

    async def done() -> bool:
        return await has_done(data_dir, ARTICLES) and "Ctrl-C" in started.printed

    try:
        asyncio.run(until(done, started))
        assert started.stop() == 0
    finally:
        started.kill()
    return data_dir, started.printed


def test_deeds_are_printed_statements_counted_and_the_address_told(ran: tuple[Path, str]) -> None:
    data_dir, printed = ran
    lines = printed.splitlines()
    live = live_events(data_dir)
    statements = sum(event.type is EventType.STATEMENT for event in live)

    assert sum("  · " in line for line in lines) >= len(live) - statements
    assert any("CONSULT" in line and "Sisi" in line and "EGY" in line for line in lines)
    assert not any("  STATEMENT" in line for line in lines)
    counted = [re.match(r"(\d+) statements not printed; --statements", line) for line in lines]
    assert [int(found[1]) for found in counted if found][-1] >= statements > 10
    assert any("http://127.0.0.1:" in line for line in lines)  # last, unless the machine is slow
    assert "Traceback" not in printed
    assert lines[-1] == "stopped; start it again and it goes on from here"


def test_head_has_its_line_and_ends_it(tmp_path: Path) -> None:
    command = [sys.executable, *run_arguments(tmp_path / "data", wire())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        assert started.stdout
        assert started.stderr
        assert started.stdout.readline().startswith("date · who did what to whom")
        started.stdout.close()
        assert (started.wait(120), started.stderr.read()) == (0, "")


def test_no_article_of_the_sample_wire_is_a_dead_letter(ran: tuple[Path, str]) -> None:
    result = dateline("dead", "list", data_dir=ran[0])
    assert (result.stdout, result.stderr.strip()) == ("", "0 dead letters")


async def test_second_start_goes_on_where_the_first_stopped(ran: tuple[Path, str]) -> None:
    data_dir, _ = ran
    before = await state(data_dir)
    again = Started(run_arguments(data_dir, wire()), data_dir.parent, "again")

    async def said_all() -> bool:
        return "Ctrl-C" in again.printed

    try:
        await until(said_all, again)
        assert again.stop() == 0
    finally:
        again.kill()

    assert "nothing new since the last time" in again.printed
    # What is written, not what is kept: a start also sweeps out revisions that newer ones have replaced.
    assert written(await state(data_dir)) == written(before), "nothing is coded twice"


def test_subscribe_prints_json_lines_with_filters(ran: tuple[Path, str]) -> None:
    data_dir, _ = ran
    every = records(dateline("subscribe", "events", data_dir=data_dir))
    consults = records(dateline("subscribe", "events", "--where", "type=CONSULT", data_dir=data_dir))

    assert {event["id"] for event in every} >= {event.id for event in live_events(data_dir)}
    assert consults
    assert {event["type"] for event in consults} == {"CONSULT"}
    assert len(consults) < len(every)


def test_subscribe_since_a_later_time_prints_nothing(ran: tuple[Path, str]) -> None:
    assert records(dateline("subscribe", "articles", "--since", "2999-01-01", data_dir=ran[0])) == []


def test_subscribe_can_give_the_envelope(ran: tuple[Path, str]) -> None:
    [first, *_] = records(dateline("subscribe", "articles", "--envelope", data_dir=ran[0]))
    assert first["type"] == "dev.dateline.article.v1"
    assert first["subject"] == first["data"]["id"]


async def test_subscribe_follows_from_another_process_while_it_runs(ran: tuple[Path, str], tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    folder = tmp_path / "folder"
    folder.mkdir()
    running = Started(run_arguments(data_dir, folder), tmp_path)
    follower = None
    try:

        async def is_up() -> bool:
            return "articles" in (await state(data_dir)).get("topics", {})

        await until(is_up, running)
        arguments = ["-m", "dateline", "subscribe", "articles", "--follow", "--data-dir", str(data_dir)]
        follower = Started(arguments, tmp_path, "follow")
        for number, path in enumerate(sorted(wire().glob("*.txt"))[:2]):
            (folder / path.name).write_bytes(path.read_bytes())

            async def seen(count: int = number + 1) -> bool:
                return len(follower.printed.splitlines()) == count

            await until(seen, running)
    finally:
        for started in (running, follower):
            if started is not None:
                started.kill()


def test_story_is_told(ran: tuple[Path, str]) -> None:
    data_dir, _ = ran
    listed = dateline("story", data_dir=data_dir).stdout.splitlines()
    assert len(listed) == len(live_stories(data_dir))
    biggest = max(live_stories(data_dir), key=lambda story: story.outlet_count)

    told = dateline("story", biggest.id[:8], data_dir=data_dir).stdout

    assert all(outlet in told for outlet in biggest.outlets)


def test_status_counts_what_the_log_knows(ran: tuple[Path, str]) -> None:
    found = json.loads(dateline("status", "--json", data_dir=ran[0]).stdout)
    assert found["topics"]["articles"]["written"] == ARTICLES
    assert found["groups"]["enricher"]["articles"] | {"last_commit": ""} == {
        "done": ARTICLES,
        "lag": 0,
        "last_commit": "",
    }
    assert "enricher" in dateline("status", data_dir=ran[0]).stdout


async def test_what_no_option_says_the_environment_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, data_dir, port = tmp_path / "folder", tmp_path / "data", str(free_port())
    folder.mkdir()
    (folder / "a.txt").write_text("outlet: Andes Wire\n\nChad thanked Peru on Monday.\n")
    monkeypatch.setenv("DATELINE_FETCHER_FOLDER", str(folder))
    monkeypatch.setenv("DATELINE_GATEWAY_PORT", port)
    monkeypatch.setenv("DATELINE_SINK_FOLDER", str(tmp_path / "delivered"))
    monkeypatch.setenv("DATELINE_ENRICHER_WORKER", "1")
    started = Started(["-m", "dateline", "run", "--data-dir", str(data_dir)], tmp_path)

    async def done() -> bool:
        return await has_done(data_dir, 1) and f"http://127.0.0.1:{port}/" in started.printed

    try:
        await until(done, started)
    finally:
        started.kill()
    assert (
        "DATELINE_ENRICHER_WORKER is no setting of Dateline; did you mean DATELINE_ENRICHER_WORKERS?" in started.printed
    )
    assert (await state(data_dir))["topics"]["articles"]["written"] == 1
    assert list((tmp_path / "delivered").glob("events-*.jsonl"))


async def test_status_lists_and_the_gateway_counts_what_was_refused(tmp_path: Path) -> None:
    folder, data_dir = tmp_path / "folder", tmp_path / "data"
    folder.mkdir()
    (folder / "torn.txt").write_bytes(b"\xff\xfe")
    arguments = run_arguments(data_dir, folder)
    metrics = f"http://127.0.0.1:{arguments[arguments.index('--port') + 1]}/metrics"
    started = Started(arguments, tmp_path)

    async def counted() -> bool:
        try:
            with await asyncio.to_thread(urllib.request.urlopen, metrics, timeout=5) as answer:
                return b'dateline_fetcher_items_total{outcome="refused:not_utf8"} 1.0' in answer.read()
        except OSError:
            return False

    try:
        await until(counted, started)
    finally:
        started.kill()
    found = json.loads(dateline("status", "--json", data_dir=data_dir).stdout)
    assert [(one["item"], one["cause"]) for one in found["refused"]] == [("torn.txt", "not_utf8")]
    assert "torn.txt" in dateline("status", data_dir=data_dir).stdout


def test_visit_told_by_many_outlets_is_one_story_and_the_one_a_year_later_another(ran: tuple[Path, str]) -> None:
    stories = live_stories(ran[0])
    visit = max(stories, key=lambda story: story.outlet_count)
    assert visit.outlet_count >= 5
    assert {entry.time.year for entry in visit.articles} == {2025}
    assert any(entry.copy_of for entry in visit.articles), "the wire text copied by a second outlet"
    assert visit.independent_count < visit.outlet_count


def records(result: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def written(found: dict[str, Any]) -> dict[str, int]:
    """How many records each topic was ever given."""
    return {name: topic["written"] for name, topic in found["topics"].items()}
