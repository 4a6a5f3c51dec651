"""Nothing is lost and nothing doubled, whoever is killed and when."""

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from bench.synthetic import wire

from dateline.embedded import SERVICES
from dateline_schemas.topics import EVENTS, STORIES
from tests.embedded.pipeline import Started, assert_no_mention_twice, delivered, has_done, outcome, state, until

KILLED = ("enricher", "corroborator", "sink", "fetcher")
ONE_SERVICE = str(Path(__file__).with_name("one_service.py"))


def write_wire(folder: Path, count: int) -> None:
    folder.mkdir()
    lines = [json.dumps(article) for article in wire(count, seed=7)]
    (folder / "wire.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def start(data_dir: Path, folder: Path, service: str) -> Started:
    return Started([ONE_SERVICE, str(data_dir), str(folder), service], data_dir.parent, f"{data_dir.name}-{service}")


async def disturbed(data_dir: Path, folder: Path, count: int, kills: int, seed: int) -> None:
    """Runs each service in a process of its own and kills each in turn, at moments spread over the whole work."""
    rng = random.Random(seed)
    data_dir.mkdir()
    services = {service: start(data_dir, folder, service) for service in SERVICES}

    async def wait_for(condition: Callable[[], Awaitable[bool]]) -> None:
        async def holds() -> bool:
            for service, started in services.items():
                assert started.process.poll() is None, f"the {service} ended:\n{started.printed[-3000:]}"
            return await condition()

        await until(holds)

    try:
        for turn in range(kills):
            written = max(1, round(count * (turn + rng.random()) / kills))

            async def far_enough(topic: str, least: int) -> bool:
                return bool((await state(data_dir)).get("topics", {}).get(topic, {}).get("written", 0) >= least)

            victim = KILLED[turn % len(KILLED)]
            watched = {"fetcher": "articles", "enricher": "reports"}.get(victim, "corroborator.changelog")
            await wait_for(lambda topic=watched, least=written: far_enough(topic, least))  # type: ignore[misc]
            await asyncio.sleep(rng.random() * 0.05)
            services[victim].kill()
            services[victim] = start(data_dir, folder, victim)
        await wait_for(lambda: has_done(data_dir, count))
    finally:
        for service in services.values():
            service.kill()


async def undisturbed(data_dir: Path, folder: Path, count: int) -> None:
    data_dir.mkdir()
    whole = Started([ONE_SERVICE, str(data_dir), str(folder), *SERVICES], data_dir.parent, data_dir.name)
    try:
        await until(lambda: has_done(data_dir, count), whole, patience=600)
    finally:
        whole.kill()


async def compare(tmp_path: Path, count: int, kills: int, seed: int) -> None:
    folder = tmp_path / "wire"
    write_wire(folder, count)
    started = time.monotonic()
    await undisturbed(tmp_path / "calm", folder, count)
    calm = time.monotonic() - started
    await disturbed(tmp_path / "storm", folder, count, kills, seed)

    assert_no_mention_twice(tmp_path / "storm")
    assert outcome(tmp_path / "storm") == outcome(tmp_path / "calm")
    # One folder, read in its order: the ids are the same too.
    for topic in (STORIES.name, EVENTS.name):
        assert set(delivered(tmp_path / "storm", topic)) == set(delivered(tmp_path / "calm", topic))
    assert outcome(tmp_path / "calm")[0], "there are events to compare"
    found = await state(tmp_path / "storm")
    assert not found["dead_letters"]
    print(
        f"{count} articles, {kills} kills: equal; undisturbed {calm:.0f} s, in all {time.monotonic() - started:.0f} s"
    )


async def test_killing_each_service_in_turn_changes_nothing(tmp_path: Path) -> None:
    await compare(tmp_path, count=200, kills=4, seed=11)


@pytest.mark.soak
async def test_fifty_kills_over_five_thousand_articles_change_nothing(tmp_path: Path) -> None:
    await compare(tmp_path, count=5000, kills=50, seed=12)
