"""`dateline code` codes prose: markup and emptiness are refused, whatever the file is called."""

from pathlib import Path

import click.testing
import pytest

from dateline.cli.code import code

PROSE = "Chad thanked Peru."


def said(*arguments: str, given: str | bytes = "") -> str:
    """The one line that the command ends with."""
    result = click.testing.CliRunner().invoke(code, arguments, input=given)
    assert result.exit_code == 1, result.output
    (line,) = result.output.splitlines()
    return line


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (f'{{"text":"{PROSE}"}}\n', "JSON"),
        (f'{{"text":"{PROSE}"}}\n{{"text":"{PROSE}"}}\n', "JSON"),
        (f'\ufeff\n[\n  {{"text":"{PROSE}"}}\n]', "JSON"),
        (f'["{PROSE}"]', "JSON"),
        (f'{{"text":"{PROSE}', "JSON"),  # cut short
        (f"<!DOCTYPE html><p>{PROSE}", "HTML"),
        (f"<!-- saved --><p>{PROSE}", "HTML"),
        (f'<?xml version="1.0"?><rss>{PROSE}</rss>', "XML"),
        (f'\n <div class="story">\n<p>{PROSE}', "HTML"),
        (f"<nitf:body>{PROSE}</nitf:body>", "XML"),
        (f"title: Thanks\n\n<p>{PROSE}</p>", "HTML"),
    ],
)
def test_markup_is_refused_with_the_way_out(tmp_path: Path, content: str, kind: str) -> None:
    (tmp_path / "story.txt").write_text(content, encoding="utf-8")
    for line in (said("-", given=content), said(str(tmp_path / "story.txt"))):
        assert kind in line
        assert "dateline run --folder DIR" in line
        assert "give its text alone" in line


def test_files_that_the_folder_reads_are_named(tmp_path: Path) -> None:
    for name, suffix in (("a.json", ".jsonl"), ("a.xml", ".xml"), ("a.htm", ".htm")):
        assert f"reads {suffix} files" in said(str(tmp_path / name))


@pytest.mark.parametrize(
    "prose",
    [
        PROSE,
        f"[Update] {PROSE}",
        f"[1] {PROSE}",
        f"{{Editor's note}} {PROSE}",
        f"<3 {PROSE}",
        f"{PROSE} <b>Peru</b> thanked Chad.",
        f"title: {{Thanks}}\n\n{PROSE}",
    ],
)
def test_prose_is_coded_whatever_signs_it_begins_with(prose: str) -> None:
    result = click.testing.CliRunner().invoke(code, ["-"], input=prose)
    assert result.exit_code == 0, result.output
    assert "Chad" in result.output


@pytest.mark.parametrize("content", ["", " \n\n", "\ufeff", "title: Chad thanks Peru\n\n"])
def test_emptiness_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "story.txt").write_text(content, encoding="utf-8")
    for line in (said("-", given=content), said(str(tmp_path / "story.txt"))):
        assert "has no text in it" in line


def test_what_is_not_utf8_is_refused_from_a_pipe_too() -> None:
    assert "- is not UTF-8 (byte 3)" in said("-", given=b"caf\xe9 burned")
