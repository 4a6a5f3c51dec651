"""A pipeline in processes of its own, as a user starts it, and what it has come to."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.port import LogUnavailable
from dateline.eventlog.survey import survey
from dateline_schemas import Event, Life, Story, encode

PATIENCE_SECONDS = 120.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Started:
    """One process group, started as a user would; what it prints goes to a file."""

    def __init__(self, arguments: Iterable[str], folder: Path, name: str = "run") -> None:
        self._output = folder / f"{name}.out"
        with self._output.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, *arguments],
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                env={**os.environ, "COLUMNS": "160"},
            )

    @property
    def printed(self) -> str:
        return self._output.read_text(encoding="utf-8", errors="replace")

    def kill(self) -> None:
        """kill -9, the whole group."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """Asks the main process to end, and waits until it has."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(timeout=30)


def run_arguments(data_dir: Path, folder: Path, *more: str) -> list[str]:
    place = ["--data-dir", str(data_dir), "--folder", str(folder), "--port", str(free_port())]
    return ["-m", "dateline", "run", *place, *more]


async def until(
    condition: Callable[[], Awaitable[bool]], alive: Started | None = None, patience: float = PATIENCE_SECONDS
) -> None:
    """Returns once the condition holds; fails when it does not in time, or when the process has ended meanwhile."""
    async with asyncio.timeout(patience):
        while not await condition():
            if alive is not None and alive.process.poll() is not None:
                raise AssertionError(f"it ended with {alive.process.returncode}:\n{alive.printed[-3000:]}")
            await asyncio.sleep(0.05)


async def state(data_dir: Path) -> dict[str, Any]:
    """What `dateline status` would say now; empty while there is no log yet."""
    if not (data_dir / "log.sqlite").exists():
        return {}
    try:
        async with EmbeddedLog(data_dir) as log:
            return await survey(log)
    except LogUnavailable:
        return {}


async def has_done(data_dir: Path, articles: int) -> bool:
    """Whether so many articles have gone all the way: coded, corroborated, delivered."""
    found = await state(data_dir)
    topics = found.get("topics", {})
    groups = found.get("groups", {})
    if topics.get("articles", {}).get("written", 0) < articles:
        return False
    return {"enricher", "corroborator", "sink"} <= set(groups) and all(
        reads["lag"] == 0 for group in ("enricher", "corroborator", "sink") for reads in groups[group].values()
    )


def delivered(data_dir: Path, topic: str) -> dict[str, dict[str, Any]]:
    """The newest revision of each id that the sink wrote."""
    newest: dict[str, dict[str, Any]] = {}
    for path in sorted((data_dir / "sink").glob(f"{topic}-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            value = json.loads(line)
            if value["revision"] >= newest.get(value["id"], {"revision": 0})["revision"]:
                newest[value["id"]] = value
    return newest


def live_events(data_dir: Path) -> list[Event]:
    events = [Event.model_validate(value) for value in delivered(data_dir, "events").values()]
    return [event for event in events if event.life is Life.LIVE]


def live_stories(data_dir: Path) -> list[Story]:
    stories = [Story.model_validate(value) for value in delivered(data_dir, "stories").values()]
    return [story for story in stories if story.life is Life.LIVE]


def values(event: Event) -> bytes:
    """The event without what order and restarts may change: ids of ours and revision numbers."""
    return encode(event.model_copy(update={"id": "", "revision": 1, "story": "", "links": ()}))


def outcome(data_dir: Path) -> tuple[set[tuple[frozenset[str], bytes]], set[frozenset[str]]]:
    """What the sink holds: each live event as mentions and values, each live story as its articles."""
    events = {(frozenset(ref.mention for ref in event.mentions), values(event)) for event in live_events(data_dir)}
    return events, {frozenset(entry.article for entry in story.articles) for story in live_stories(data_dir)}


def assert_no_mention_twice(data_dir: Path) -> None:
    seen: dict[str, str] = {}
    for event in live_events(data_dir):
        for ref in event.mentions:
            assert ref.mention not in seen, f"{ref.mention} is in {event.id} and {seen[ref.mention]}"
            seen[ref.mention] = event.id
