"""A folder's files become articles once each, and again when they change; what is wrong with a file is said."""

import asyncio
import errno
import json
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from tests.brokers.waiting import until
from tests.unit.fetcher.folders import read
from tests.unit.fetcher.outbox import Outbox
from tests.unit.fetcher.samples import NEWSML, PAGE, RSS

from dateline.eventlog.port import LogUnavailable
from dateline.fetcher import Fetcher, FetcherError, FetcherSettings
from dateline.fetcher.state import refused_in
from dateline_schemas.article import Article, PublishedQuality

HEADED = "url: https://andes.example/1\noutlet: Andes Wire\npublished: 2025-05-03T08:00:00Z\ntitle: Left\n\nHe left.\n"


async def test_each_kind_of_file(folder: Path) -> None:
    (folder / "a.txt").write_text(HEADED)
    (folder / "b.html").write_bytes(PAGE)
    (folder / "c.xml").write_bytes(NEWSML)
    (folder / "d.xml").write_bytes(RSS)
    (folder / "sub").mkdir()
    lines = [{"text": "She left.", "title": "One", "id": 7}, {"text": "They left.", "url": "https://a.example/2"}]
    (folder / "sub" / "e.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n\n")
    (folder / "notes.md").write_text("not news")
    (folder / ".hidden.txt").write_text("not news")
    outbox = Outbox()
    assert await read(folder, outbox) == {"published": 8}
    assert outbox.titles == [
        "Left",
        "Tariff set",
        "Tariff set",
        "Plain words.",
        "Tariff set",
        "Second",
        "One",
        "They left.",
    ]
    page = outbox.articles[1]
    assert (page.outlet, page.url) == ("Harbour Post", "https://harbour.example/tariff")
    assert page.published
    assert page.published.isoformat() == "2025-05-02T08:00:00+00:00"
    assert outbox.articles[6].provenance.item == "sub/e.jsonl#7"
    assert {article.provenance.source for article in outbox.articles} == {str(folder)}


async def test_lines_of_one_file_have_their_outlets_own_names(folder: Path) -> None:
    lines: list[dict[str, object]] = [
        {"text": "He left.", "id": 7, "outlet": "Alpha Daily"},
        {"text": "She stayed.", "id": 7, "outlet": " Beta  Times"},
        {"text": "They came.", "id": 7},
        {"text": "Nobody came.", "id": 5},
        {"text": "It is the fifth line and has no name."},
    ]
    file = folder / "wire.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))
    outbox = Outbox()
    assert await read(folder, outbox, outlet="Wire") == {"published": 5}
    assert len({article.id for article in outbox.articles}) == 5
    assert {article.revision for article in outbox.articles} == {1}
    assert [article.outlet for article in outbox.articles] == ["Alpha Daily", "Beta Times", "Wire", "Wire", "Wire"]

    lines[1] |= {"text": "She left too.", "outlet": "Beta Times"}
    file.write_text("\n".join(map(json.dumps, lines)))
    assert await read(folder, outbox, outlet="Wire Two") == {"published": 4, "unchanged": 1}
    assert [article.id for article in outbox.articles[5:]] == [article.id for article in outbox.articles[1:5]]
    assert {article.revision for article in outbox.articles[5:]} == {2}


async def test_a_sidecar_the_folders_settings_and_the_head_in_their_order(folder: Path) -> None:
    (folder / "a.txt").write_text("He left.")
    (folder / "a.json").write_text(
        json.dumps({"url": "https://a.example/1", "title": "Beside", "published": "2025-05-01"})
    )
    (folder / "b.txt").write_text("title: Head\n\nShe left.")
    (folder / "b.json").write_text(json.dumps({"title": "Beside", "outlet": "Andes Wire"}))
    (folder / "c.txt").write_text("LIMA (Andes Wire) - They left.")
    outbox = Outbox()
    await read(folder, outbox, outlet="Given", published="2025-05-09T00:00:00Z")
    assert outbox.titles == ["Beside", "Head", "LIMA (Andes Wire) - They left."]
    assert [article.outlet for article in outbox.articles] == ["Given", "Andes Wire", "Given"]
    assert [str(article.published)[:10] for article in outbox.articles] == ["2025-05-01", "2025-05-09", "2025-05-09"]
    assert {article.published_quality for article in outbox.articles} == {PublishedQuality.DAY}


async def test_the_time_of_a_file_is_never_a_date(folder: Path) -> None:
    (folder / "a.txt").write_text("He left.")
    (folder / "b.html").write_bytes(PAGE.replace(b"2025-05-02T10:00:00+02:00", b""))
    outbox = Outbox()
    await read(folder, outbox)
    assert [(article.published, article.published_quality) for article in outbox.articles] == [(None, "missing")] * 2
    assert [article.outlet for article in outbox.articles] == ["a", "Harbour Post"]


async def test_what_is_wrong_with_a_file_is_counted_and_costs_itself_alone(folder: Path) -> None:
    (folder / "a.txt").write_bytes("Él salió.".encode("latin-1"))
    (folder / "b.txt").write_text(" \n")
    (folder / "c.xml").write_text("<invoice/>")
    (folder / "d.html").write_bytes(b"")
    (folder / "e.txt").write_text("He left.")
    (folder / "e.json").write_text("{not json")
    (folder / "f.jsonl").write_bytes(
        b'{"text": "One."}\n{"text": 5}\nnonsense\n"text"\n{"text": "\xff"}\n{"text": "Two."}'
    )
    (folder / "g.txt").write_text("x" * 2_000)
    (folder / "h.jsonl").write_text(json.dumps({"text": "x" * 2_000}) + "\n" + json.dumps({"text": "Three."}))
    (folder / "i.txt").symlink_to(folder / "nowhere")
    (folder / "j.txt").write_text("He left for good.")
    outbox = Outbox()
    assert await read(folder, outbox, file_bytes=1_000) == {
        "published": 4,
        "refused:not_utf8": 1,
        "refused:empty": 1,
        "refused:bad_news": 1,
        "refused:bad_page": 1,
        "refused:bad_sidecar": 1,
        "refused:wrong_fields": 2,
        "refused:not_json": 2,
        "refused:too_large": 2,
    }
    assert outbox.titles == ["One.", "Two.", "Three.", "He left for good."]


async def test_a_file_is_read_again_only_when_it_has_changed(folder: Path) -> None:
    story, broken = folder / "a.txt", folder / "b.txt"
    story.write_text("He left.")
    broken.write_bytes(b"\xff\xfe")
    outbox = Outbox()
    assert await read(folder, outbox) == {"published": 1, "refused:not_utf8": 1}
    assert await read(folder, outbox) == {}
    story.write_text("He left the city.")
    broken.write_text("She left.")
    assert await read(folder, outbox) == {"published": 2}
    (folder / "a.json").write_text('{"title": "Gone"}')
    assert await read(folder, outbox) == {"published": 1}
    assert [article.revision for article in outbox.articles if article.provenance.item == "a.txt"] == [1, 2, 3]
    os.utime(story, (1, 1))
    assert await read(folder, outbox) == {"unchanged": 1}


async def test_a_pipe_in_the_folder_does_not_stop_it(folder: Path) -> None:
    os.mkfifo(folder / "a.txt")
    (folder / "b.txt").write_text("He left.")
    outbox = Outbox()
    assert await read(folder, outbox) == {"published": 1}


async def test_new_files_are_taken_in_as_they_come(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.fetcher.folder.SETTLED_SECONDS", 0)
    outbox = Outbox()
    settings = FetcherSettings(folder=folder, scan_seconds=0.01)
    async with Fetcher(settings, outbox.publish, folder.parent / "state.sqlite") as fetcher:
        running = asyncio.create_task(fetcher.run())
        (folder / "a.txt").write_text("title: One\n\nHe left.")
        await outbox.until(lambda articles: len(articles) == 1)
        (folder / "a.txt").write_text("title: Two words\n\nHe left.")
        await outbox.until(lambda articles: articles[-1].title == "Two words")
        assert outbox.articles[-1].revision == 2
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running


async def test_after_an_outage_of_the_log_new_files_are_seen_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.fetcher.folder.SETTLED_SECONDS", 0)
    outbox = Outbox()
    outages = [LogUnavailable("away"), LogUnavailable("away")]

    async def publish(articles: Sequence[Article]) -> None:
        if outages:
            raise outages.pop()
        await outbox.publish(articles)

    (folder / "a.txt").write_text("title: One\n\nHe left.")
    settings = FetcherSettings(folder=folder, scan_seconds=0.01)
    async with Fetcher(settings, publish, folder.parent / "state.sqlite") as fetcher:
        running = asyncio.create_task(fetcher.run())
        await outbox.until(lambda articles: len(articles) == 1)
        out_again = time.monotonic()
        (folder / "b.txt").write_text("title: Two\n\nShe left.")
        await outbox.until(lambda articles: len(articles) == 2)
        assert time.monotonic() - out_again < 9  # the outage took 1.5 s
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running


async def test_a_file_still_being_written_is_left_for_later(folder: Path) -> None:
    outbox = Outbox()
    (folder / "a.txt").write_text("He le")
    async with Fetcher(FetcherSettings(folder=folder), outbox.publish, folder.parent / "state.sqlite") as fetcher:
        assert fetcher._folder
        await fetcher._folder.scan(settled_seconds=3600)
        assert outbox.articles == []
        os.utime(folder / "a.txt", (1, 1))
        await fetcher._folder.scan(settled_seconds=3600)
    assert outbox.titles == ["He le"]


async def test_a_folder_that_cannot_be_read_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for folder, words in ((tmp_path / "absent", "No such file"), (tmp_path / "file", "Not a directory")):
        fetcher = Fetcher(FetcherSettings(folder=folder), Outbox().publish, tmp_path / "state.sqlite")
        with pytest.raises(FetcherError, match=f"cannot read the folder .*{folder.name}: {words}.*; name another"):
            await fetcher.__aenter__()


async def test_a_batch_that_was_not_acknowledged_is_read_again(folder: Path) -> None:
    for number in range(120):
        (folder / f"{number:03}.txt").write_text(f"Minister {number} left.")
    lines = [json.dumps({"text": f"Envoy {number} left."}) for number in range(120)]
    (folder / "all.jsonl").write_text("\n".join(lines))
    outbox = Outbox()
    calls = 0

    async def dies_at_times(articles: object) -> None:
        nonlocal calls
        calls += 1
        if calls in (1, 40, 122, 124):
            raise RuntimeError("killed")
        await outbox.publish(articles)  # type: ignore[arg-type]

    settings = FetcherSettings(folder=folder, follow=False)
    for _ in range(5):
        with suppress(ExceptionGroup):
            async with Fetcher(settings, dies_at_times, folder.parent / "state.sqlite") as fetcher:
                await fetcher.run()
    assert len({article.id for article in outbox.articles}) == 240
    assert len(outbox.articles) == 240
    assert {article.revision for article in outbox.articles} == {1}


async def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    (folder.parent / "secret.txt").write_text("He left.")
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "a.txt").write_text(HEADED)
    (folder / "again.txt").symlink_to(folder / "a.txt")
    outbox = Outbox()
    with capture_logs() as logs:
        await read(folder, outbox)
    assert set(outbox.titles) == {"Left"}
    assert [log["file"] for log in logs if log["event"] == "link not followed"] == [str(folder / "link.txt")]


async def test_files_without_an_outlet_are_told_of_once(folder: Path) -> None:
    (folder / "a.txt").write_text(HEADED)
    for name in ("b", "c"):
        (folder / f"{name}.txt").write_text(f"He left {name}.")
    with capture_logs() as logs:
        await read(folder, Outbox())
    told = [log for log in logs if log["event"] == "outlets not known"]
    assert [log["file"] for log in told] == ["b.txt"]
    assert "--outlet" in told[0]["detail"]


async def test_what_was_refused_of_files_that_are_mended_or_gone_is_forgotten(folder: Path) -> None:
    (folder / "lines.jsonl").write_text("{\n{}\n")
    (folder / "torn.txt").write_bytes(b"\xff")
    await read(folder, Outbox())
    state = folder.parent / "state.sqlite"
    assert {one.item for one in refused_in(state)} == {"lines.jsonl#1", "lines.jsonl#2", "torn.txt"}

    (folder / "torn.txt").unlink()
    (folder / "lines.jsonl").write_text('{"text": "He left.", "id": "a"}\n')
    await read(folder, Outbox())

    assert refused_in(state) == []


async def test_what_was_refused_of_a_file_with_a_number_sign_stays_while_it_is_there(folder: Path) -> None:
    torn, lines = folder / "report #3.txt", folder / "wire #4.jsonl"
    torn.write_bytes(b"\xff")
    lines.write_text("{\n")
    state = folder.parent / "state.sqlite"
    for _ in range(2):
        await read(folder, Outbox())
        assert {one.item for one in refused_in(state)} == {"report #3.txt", "wire #4.jsonl#1"}

    torn.unlink()
    lines.unlink()
    await read(folder, Outbox())
    assert refused_in(state) == []


async def test_a_folder_that_may_be_listed_and_not_entered_is_told_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text(HEADED)
    (folder / "locked").mkdir()
    for name in ("b.txt", "c.txt"):
        (folder / "locked" / name).touch()
    is_file = Path.is_file

    def is_file_where_allowed(path: Path) -> bool:  # as to those who are not root, whom no folder is closed to
        if path.parent.name == "locked":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", is_file_where_allowed)
    outbox = Outbox()
    with capture_logs() as logs:
        await read(folder, outbox)
    assert outbox.titles == ["Left"]
    assert [(log["folder"], log["detail"]) for log in logs if log["event"] == "folder not read"] == [
        (str(folder / "locked"), "Permission denied")
    ]


async def test_where_no_process_is_to_be_had_a_page_waits(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.fetcher.intake.FIRST_WAIT_SECONDS", 0.001)
    (folder / "a.html").write_bytes(PAGE)
    executable = sys.executable
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    outbox = Outbox()

    async def told() -> bool:
        return "articles not taken" in {log["event"] for log in logs}

    settings = FetcherSettings(folder=folder, follow=False)
    with capture_logs() as logs:
        async with Fetcher(settings, outbox.publish, folder.parent / "state.sqlite") as fetcher:
            running = asyncio.create_task(fetcher.run())
            await until(told, "it says that it waits")
            monkeypatch.setattr(sys, "executable", executable)
            await running
    assert fetcher.outcomes == {"published": 1}
    assert "cannot start: No such file or directory" in logs[0]["detail"]


async def test_a_full_disc_is_waited_out_and_told_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.fetcher.intake.FIRST_WAIT_SECONDS", 0.001)
    (folder / "a.txt").write_text(HEADED)
    (folder / "b.txt").write_bytes(b"\xff")
    outbox = Outbox()
    tries = 0
    settings = FetcherSettings(folder=folder, follow=False)
    async with Fetcher(settings, outbox.publish, folder.parent / "state.sqlite") as fetcher:
        assert fetcher._folder
        state = fetcher._folder._state
        see = state.see

        def see_at_last(source: str, item: str, stamp: str) -> None:
            nonlocal tries
            tries += 1
            state._database.execute(f"PRAGMA max_page_count = {1 if tries < 5 else 1_000_000}")
            see(source, item, stamp + "x" * 10_000)

        monkeypatch.setattr(state, "see", see_at_last)
        with capture_logs() as logs:
            await fetcher.run()
    assert outbox.titles == ["Left"]
    assert fetcher.outcomes == {"published": 1, "unchanged": 4, "refused:not_utf8": 1}
    assert [log["detail"].partition(": ")[2] for log in logs if log["event"] == "articles not taken"] == [
        "database or disk is full"
    ]
