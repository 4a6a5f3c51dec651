"""Whoever can put files into the folder can neither end the pipeline nor hold it up, nor read what lies elsewhere."""

import asyncio
import json
import os
from pathlib import Path
from threading import Timer

import pytest
from structlog.testing import capture_logs
from tests.unit.fetcher.folders import read
from tests.unit.fetcher.outbox import Outbox

from dateline.fetcher import Fetcher, FetcherSettings
from dateline.fetcher.state import refused_in


@pytest.mark.skipif(os.uname().sysname == "Darwin", reason="its file systems have no such names")
@pytest.mark.parametrize("folders_name", [b"wire", b"w\xffre"])
async def test_a_name_that_is_not_utf8_is_taken_as_it_can_be_shown(tmp_path: Path, folders_name: bytes) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + folders_name))
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text("He left.")
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_text("")
    outbox = Outbox()
    assert await read(folder, outbox) == {"published": 1, "refused:empty": 1}
    assert [article.provenance.item for article in outbox.articles] == ["caf\\xe9.txt"]
    assert [refused.item for refused in refused_in(tmp_path / "state.sqlite")] == ["\\xff.txt"]
    assert await read(folder, outbox) == {}


async def test_a_pipe_is_no_sidecar(folder: Path) -> None:
    (folder / "a.txt").write_text("He left.")
    os.mkfifo(folder / "a.json")
    pipe = os.open(folder / "a.json", os.O_RDWR)
    late = Timer(10, os.close, [pipe])  # who reads it would wait here for ever
    late.start()
    with capture_logs() as logs:
        assert await read(folder, Outbox()) == {"refused:bad_sidecar": 1}
    assert [log["detail"] for log in logs if "detail" in log] == ["a.json: it is no file of this folder"]
    late.cancel()
    os.close(pipe)
    (folder / "a.json").unlink()
    assert await read(folder, Outbox()) == {"published": 1}


async def test_a_sidecar_from_elsewhere_is_not_read(folder: Path) -> None:
    (folder.parent / "secret.json").write_text(json.dumps({"title": "Secret"}))
    (folder / "a.txt").write_text("He left.")
    (folder / "a.json").symlink_to(folder.parent / "secret.json")
    outbox = Outbox()
    assert await read(folder, outbox) == {"refused:bad_sidecar": 1}
    assert outbox.articles == []


async def test_a_sidecar_is_no_longer_than_a_file(folder: Path) -> None:
    (folder / "a.txt").write_text("He left.")
    with (folder / "a.json").open("wb") as sidecar:
        sidecar.truncate(2**40)  # without holes it would take that room on the disc
    with capture_logs() as logs:
        assert await read(folder, Outbox(), file_bytes=1000) == {"refused:bad_sidecar": 1}
    assert [log["detail"] for log in logs if "detail" in log] == ["a.json: it is larger than 1000 bytes"]


@pytest.mark.parametrize("line", [b"0\n", b"x" * 1000 + b"\n"])
async def test_others_have_their_turn_while_lines_without_end_are_read(folder: Path, line: bytes) -> None:
    (folder / "a.jsonl").write_bytes(line * 2000)
    seen = set()

    async def look(fetcher: Fetcher) -> None:
        while True:
            seen.add(fetcher.outcomes.total())
            await asyncio.sleep(0)

    settings = FetcherSettings(folder=folder, follow=False, file_bytes=100)
    async with Fetcher(settings, Outbox().publish, folder.parent / "state.sqlite") as fetcher:
        looking = asyncio.create_task(look(fetcher))
        await fetcher.run()
        looking.cancel()
    assert fetcher.outcomes.total() == 2000
    assert len(seen) >= 20
