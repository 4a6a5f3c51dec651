"""What `dateline run` shows: each event as it is coded, one line each."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Mapping
from typing import IO

from rich.console import Console
from rich.text import Text

from dateline.cli.lines import event_line
from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.letters import read_topic
from dateline.eventlog.record import Commit, Partition, Record
from dateline.eventlog.survey import survey
from dateline_schemas import ARTICLES, EVENTS, Event, EventType, Life
from dateline_schemas.envelope import BadRecord, decode

GROUP = "terminal"
REMEMBERED = 10_000
PROCESSING_GROUPS = 3  # enricher, corroborator, sink
QUIET_SECONDS = 0.5
PATIENCE_SECONDS = 20.0  # a source that brings nothing must not hide where to look next
BUSY_SECONDS = 5.0  # nor must one that never pauses


class Watching:
    """Prints an event when it is first told and when a further outlet tells it; as a group, so that a second start
    goes on after the last line of the first. Statements, about half of all events, it only counts unless asked for.
    Raises BrokenPipeError when nobody reads it any more."""

    def __init__(self, console: Console | None = None, where: str = "", *, statements: bool = False) -> None:
        """`where` is what a command in another terminal needs to find the same data directory."""
        self._where = where
        self._statements = statements
        self._console = console or Console(highlight=False, soft_wrap=True)
        self._outlets: OrderedDict[tuple[str, bool], int] = OrderedDict()
        self.printed = 0
        self.left_out = 0

    @property
    def left_out_in_words(self) -> str:
        """How many statements were not printed, and how to see them; empty where it is none."""
        if not self.left_out:
            return ""
        counted = f"{self.left_out} statement{'' if self.left_out == 1 else 's'}"
        command = f"dateline subscribe events --where type=STATEMENT{self._where}"
        return f"{counted} not printed; --statements prints such too, and they are in: {command}"

    async def watch(self, log: EmbeddedLog, address: str | None) -> None:
        commits = await log.commits(GROUP)
        starts = {
            place: commits[place].offset if place in commits else kept.begin
            for place, kept in (await log.bounds(EVENTS.name)).items()
        }
        went_on = any(starts.values())
        if went_on:
            await self._recall(log, starts)
        await self._print("[dim]date · who did what to whom · event type · who says so · outlets[/]")
        said_where = False
        patience = time.monotonic() + PATIENCE_SECONDS
        address_due: float | None = None
        async with log.reader(starts) as reader:
            while True:
                records = await reader.read(100, QUIET_SECONDS if not said_where else 3600.0)
                for record in records:
                    await self._show(record)
                if records:
                    commits = {r.partition: Commit(r.offset + 1, "", time.time_ns() // 1_000_000) for r in records}
                    await log.write([], GROUP, commits)
                    address_due = address_due or time.monotonic() + BUSY_SECONDS
                    if not said_where and time.monotonic() > address_due:
                        address_due = float("inf")  # once, and with all else when it is quiet
                        await self._say_address(address)
                elif not said_where and (await is_idle(log) or time.monotonic() > patience):
                    said_where = True
                    await self._say_where(address, went_on=went_on)

    async def _recall(self, log: EmbeddedLog, starts: Mapping[Partition, int]) -> None:
        """What was told before this start, so that it is not told again."""
        async for record in read_topic(log, EVENTS.name):
            if record.offset < starts[record.partition] and (event := _event(record)):
                self._told(event)

    async def _show(self, record: Record) -> None:
        if (event := _event(record)) is None:
            return
        is_first = self._key(event) not in self._outlets
        if not self._told(event):
            return
        if self._is_left_out(event):
            self.left_out += is_first
        else:
            await self._print(event_line(event))
            self.printed += 1

    def _told(self, event: Event) -> bool:
        """Whether the event, as it stands, is new or told by a further outlet; it is remembered as told."""
        known = self._outlets.pop(self._key(event), 0)
        self._outlets[self._key(event)] = max(known, event.outlet_count)
        if len(self._outlets) > REMEMBERED:
            self._outlets.popitem(last=False)
        return event.life is Life.LIVE and event.outlet_count > known

    def _is_left_out(self, event: Event) -> bool:
        return event.type is EventType.STATEMENT and not self._statements

    def _key(self, event: Event) -> tuple[str, bool]:
        """What it is remembered by: a statement that was not printed, and proves to be a deed, is new."""
        return event.id, self._is_left_out(event)

    async def _say_where(self, address: str | None, *, went_on: bool) -> None:
        if went_on and not self.printed and not self.left_out:
            await self._print("[dim]nothing new since the last time[/]")
        await self._say_address(address)
        if self.left_out:
            await self._print(f"[dim]{self.left_out_in_words}[/]")
        story, events = f"dateline story{self._where}", f"dateline subscribe events --follow{self._where}"
        await self._print(f"[dim]in another terminal: {story} · {events}[/]")
        await self._print("[dim]Ctrl-C ends it[/]")

    async def _say_address(self, address: str | None) -> None:
        if address:
            await self._print(f"\nlive page, streams and API: [bold]{address}[/]")

    async def _print(self, line: str | Text) -> None:
        await until_writable(self._console.file)
        try:
            self._console.print(line)
        except SystemExit:  # what rich makes of a broken pipe
            raise BrokenPipeError from None


async def until_writable(file: IO[str]) -> None:
    """Returns when a line goes through: a pager that does not read on, or a terminal that is stopped, holds up who
    prints to it, and must hold up nobody else. (A thread that prints could not be ended meanwhile.)"""
    loop = asyncio.get_running_loop()
    writable = asyncio.Event()
    try:
        loop.add_writer(file.fileno(), writable.set)
    except OSError:  # it is no pipe and no terminal, and never holds up anybody
        return
    try:
        await writable.wait()
    finally:
        loop.remove_writer(file.fileno())


async def is_idle(log: EmbeddedLog) -> bool:
    """Whether articles have come in and each group has seen to all that it reads."""
    found = await survey(log)
    groups = [reads for group, reads in found["groups"].items() if group != GROUP]
    behind = sum(held["lag"] for reads in groups for held in reads.values())
    return found["topics"][ARTICLES.name]["written"] > 0 and len(groups) >= PROCESSING_GROUPS and behind == 0


def _event(record: Record) -> Event | None:
    """The event; None for a bad record, which the sink buries."""
    try:
        value = decode(EVENTS, record.key, record.value, record.headers)
    except BadRecord:
        return None
    return value if isinstance(value, Event) else None
