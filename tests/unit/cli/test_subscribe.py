"""`dateline subscribe`: whoever keeps what it prints hears of what is no longer so."""

import asyncio
import json
from pathlib import Path

from click.testing import CliRunner
from tests.unit.gateway.newsroom import Value, ended, event, output

from dateline.cli.main import commands
from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.provision import contract_specs
from dateline_schemas import EventType


def lines_of(data_dir: Path, *values: Value, where: str) -> list[str]:
    """What is printed of these events."""
    (data_dir / "dateline.json").write_text(json.dumps({"version": 1}))

    async def fill() -> None:
        async with EmbeddedLog(data_dir) as log:
            await log.create(contract_specs(embedded=True))
            await log.append([output(value) for value in values])

    asyncio.run(fill())
    told = CliRunner().invoke(commands, ["subscribe", "events", "--where", where, "--data-dir", str(data_dir)])
    assert told.exit_code == 0, told.output
    return told.output.strip().split("\n")


def printed(data_dir: Path, *values: Value, where: str) -> list[tuple[str, int, str]]:
    """Id, revision and life of what is printed of these events."""
    lines = [json.loads(line) for line in lines_of(data_dir, *values, where=where)]
    return [(line["id"], line["revision"], line["life"]) for line in lines]


def test_what_was_printed_and_no_longer_fits_is_printed_once_more(tmp_path: Path) -> None:
    history = [event(), event("e2", actor="Guinea"), event(revision=2, mode=None), event(revision=3, mode=None)]

    assert printed(tmp_path, *history, where="mode=visit") == [("e1", 1, "live"), ("e2", 1, "live"), ("e1", 2, "live")]


def test_what_was_printed_and_has_ended_is_told_whatever_is_left_of_it(tmp_path: Path) -> None:
    history = [event(), event("e2", outlets=("Praia Post",)), ended(), ended("e2"), event("e3", 5, outlets=())]

    assert printed(tmp_path, *history, where="outlet=Atlantic Wire") == [("e1", 1, "live"), ("e1", 2, "ended")]


def test_what_fits_again_is_printed_again(tmp_path: Path) -> None:
    history = [event(revision=number, mode=mode) for number, mode in enumerate(("visit", None, "visit", None), 1)]

    assert [revision for _, revision, _ in printed(tmp_path, *history, where="mode=visit")] == [1, 2, 3, 4]


def test_what_is_left_out_is_not_printed_until_it_is_something_else(tmp_path: Path) -> None:
    history = [event(type_=EventType.STATEMENT), event("e2"), event(revision=2)]

    assert printed(tmp_path, *history, where="type!=STATEMENT") == [("e2", 1, "live"), ("e1", 2, "live")]


def test_what_a_terminal_would_obey_is_printed_as_its_code_and_read_as_it_was(tmp_path: Path) -> None:
    hostile = "A\x1b[2J\x9b31m\x7f\u202ewire\u2028é"
    (line,) = lines_of(tmp_path, event(outlets=(hostile,)), where="type=CONSULT")

    assert line.replace("\u2028", "\n").isprintable()
    assert "é" in line
    assert json.loads(line)["outlets"] == [hostile]
