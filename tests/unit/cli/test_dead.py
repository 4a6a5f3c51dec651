"""`dateline dead`: letters are listed so that their names can be copied, and put back once."""

import asyncio
import json
import os
import pty
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import click
import pytest

from dateline.eventlog.dead import bury
from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.letters import read_topic
from dateline.eventlog.provision import contract_specs, group_specs
from dateline.eventlog.record import Commit, Partition, Record
from dateline_schemas import ENRICHED
from dateline_schemas.topics import dead_topic, retry_topic

DETAIL = "mentions.0.type: Input should be one of\ttwenty event types, which is a long list to read"
FIRST, SECOND = (f"articles.enriched.gateway.dead/0/{offset}" for offset in range(2))


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data directory with two dead letters."""
    (tmp_path / "dateline.json").write_text(json.dumps({"version": 1}))

    async def fill() -> None:
        async with EmbeddedLog(tmp_path) as log:
            await log.create([*contract_specs(embedded=True), *group_specs("gateway", [ENRICHED], embedded=True)])
            for offset in (7, 1_234_567):
                record = Record(Partition(ENRICHED.name, 0), offset, 0, b"a1", b"{}", ())
                await log.append([bury(record, "gateway", "wrong_schema", DETAIL)])

    asyncio.run(fill())
    return tmp_path


def dateline(*arguments: str, data_dir: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", "dead", *arguments, "--data-dir", str(data_dir)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def put_back(data_dir: Path) -> int:
    """How many records stand in the retry topic."""

    async def count() -> int:
        async with EmbeddedLog(data_dir) as log:
            return len([record async for record in read_topic(log, retry_topic(ENRICHED.name, "gateway"))])

    return asyncio.run(count())


def test_into_a_pipe_each_letter_is_a_line_with_all_of_its_text(data_dir: Path) -> None:
    listed = [line.split("\t") for line in dateline("list", data_dir=data_dir).stdout.splitlines()]

    assert [fields[0] for fields in listed] == [FIRST, SECOND]
    assert listed[1][1:] == [
        *("gateway", "articles.enriched/0/1234567", "wrong_schema", DETAIL.replace("\t", " "), "1", "2")
    ]


def test_as_json_each_letter_is_an_object(data_dir: Path) -> None:
    listed = [json.loads(line) for line in dateline("list", "--json", data_dir=data_dir).stdout.splitlines()]

    assert [letter["letter"] for letter in listed] == [FIRST, SECOND]
    assert listed[0]["detail"] == DETAIL


def test_on_a_terminal_the_name_has_a_line_of_its_own(data_dir: Path) -> None:
    ours, terminal = pty.openpty()
    command = [sys.executable, "-m", "dateline", "dead", "list", "--data-dir", str(data_dir)]
    subprocess.run(command, stdout=terminal, stderr=subprocess.DEVNULL, timeout=60, check=True)
    os.close(terminal)
    lines = os.read(ours, 10_000).decode().splitlines()
    os.close(ours)

    assert [click.unstyle(line) for line in lines[0::3]] == [FIRST, SECOND]
    assert lines[2] == "  gateway, from articles.enriched/0/7, tried 1×, 2 bytes"


def test_a_letter_named_twice_is_put_back_once(data_dir: Path) -> None:
    result = dateline("replay", FIRST, FIRST, data_dir=data_dir)

    assert (result.returncode, result.stdout.strip()) == (0, "1 put back")
    assert put_back(data_dir) == 1


def test_what_was_put_back_is_put_back_again_only_where_that_is_said(data_dir: Path) -> None:
    dateline("replay", FIRST, data_dir=data_dir)

    refused = dateline("replay", FIRST, SECOND, data_dir=data_dir)
    again = dateline("replay", FIRST, "--again", data_dir=data_dir)

    assert (refused.returncode, refused.stdout.strip()) == (1, "1 put back, 1 not")
    assert f"{FIRST} was put back already; --again" in refused.stderr
    assert (again.returncode, again.stdout.strip()) == (0, "1 put back")
    assert put_back(data_dir) == 3


@pytest.mark.parametrize("command", ["list", "replay"])
@pytest.mark.parametrize("group", ["nosuch", ""])
def test_a_group_that_is_none_is_told_with_those_that_there_are(command: str, group: str, data_dir: Path) -> None:
    result = dateline(command, "--group", group, data_dir=data_dir)

    assert (result.returncode, result.stdout) == (1, "")
    assert f"there is no group {group!r}; there are: gateway" in result.stderr
    assert put_back(data_dir) == 0


def test_what_a_letter_says_cannot_command_the_terminal(data_dir: Path) -> None:
    titled = "\x1b]0;mine\x07"

    async def fill() -> None:
        async with EmbeddedLog(data_dir) as log:
            record = Record(Partition(ENRICHED.name, 0), 8, 0, b"a1", b"{}", ((titled, titled.encode()),))
            letter = bury(record, f"gateway{titled}", f"cause{titled}", f"detail{titled}")
            await log.append([replace(letter, topic=dead_topic(ENRICHED.name, "gateway"))])

    asyncio.run(fill())
    shown = dateline("show", "articles.enriched.gateway.dead/0/2", data_dir=data_dir).stdout

    assert "cause ]0;mine : detail ]0;mine " in shown
    assert not {"\x1b", "\x07"} & set(shown)


def test_status_tells_of_a_group_whatever_its_name(data_dir: Path) -> None:
    async def fill() -> None:
        async with EmbeddedLog(data_dir) as log:
            record = Record(Partition(ENRICHED.name, 0), 8, 0, b"a1", b"{}", ())
            letter = bury(record, "[/i]", "[/u]\x1b]0;mine\x07", "")
            await log.append([replace(letter, topic=dead_topic(ENRICHED.name, "gateway"))])
            await log.write([], "[/b]", {Partition(ENRICHED.name, 0): Commit(0, "")})

    asyncio.run(fill())
    command = [sys.executable, "-m", "dateline", "status", "--data-dir", str(data_dir)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert (result.returncode, result.stderr) == (0, "")
    assert "[/b]" in result.stdout
    assert "[/i]: dead letters: " in result.stdout
    assert "\x1b" not in result.stdout
