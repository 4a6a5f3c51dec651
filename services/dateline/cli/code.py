"""`dateline code`: codes a text, without a log."""

import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from dateline.cli.choice import Published, coder_options, settings_of
from dateline.cli.coded import print_coded

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
MARKED_UP = (".html", ".htm", ".xml", ".jsonl", ".json")
STARTS = {
    ".jsonl": re.compile(r'\s*(?:\{\s*["}]|\[\s*["\[{])'),
    ".html": re.compile(r"\s*<(?:!doctype\b|!--|\?xml\b|[a-z][\w:-]*(?:\s[^<>]*)?/?>)", re.IGNORECASE),
}
"""How content begins that is no prose, by the ending of files that hold it."""


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="Print the enriched article as a JSON line.")
@click.option("--explain", is_flag=True, help="Say which rule gave each field, and why a field is empty.")
@click.option("--published", type=Published(), help="The texts' date, as 2025-03-12T14:05:00Z.")
@click.option("--outlet", help="The texts' outlet.")
@coder_options
def code(
    files: tuple[Path, ...],
    as_json: bool,
    explain: bool,
    published: datetime | None,
    outlet: str | None,
    choice: dict[str, Any],
) -> None:
    """Code the text of FILE… and print who did what to whom, and who says so; `-` is standard input.

    A file may open with `url:`, `outlet:`, `published:` and `title:` lines and a blank line.
    """
    from dateline.enricher.choosing import coder_of
    from dateline.enricher.port import Away, NotReady, Uncodable
    from dateline.enricher.settings import CoderSettings
    from dateline.fetcher.texts import article_of_text, note_of_text
    from dateline_schemas.envelope import encode

    try:
        coder = coder_of(settings_of(CoderSettings, **choice))
    except NotReady as error:
        raise click.ClickException(str(error)) from error
    for path in files:
        text, name = _read(path)
        if note := note_of_text(text):
            click.echo(f"{path}: {note}", err=True)
        article = article_of_text(text, name=name, published=published, outlet=outlet)
        # Nothing was fetched: a time that does not change, so that the same text gives the same bytes.
        article = article.model_copy(update={"fetched": article.published or NEVER})
        try:
            enriched = coder(article, article.fetched)
        except (Away, Uncodable) as error:
            raise click.ClickException(f"{path}: {error}") from error
        if as_json:
            click.echo(encode(enriched))
        else:
            print_coded(enriched, explain=explain)


def _read(path: Path) -> tuple[str, str]:
    """The text and a name for it."""
    from dateline.fetcher.head import split_head

    if path.suffix.lower() in MARKED_UP:
        raise _no_prose(path, path.suffix)
    text, name = _content(path)
    body = split_head(text).text
    if not body.strip():
        raise click.ClickException(f"{path} has no text in it; give a file or a pipe with an article's text")
    for suffix, start in STARTS.items():
        if start.match(body):
            raise _no_prose(path, suffix)
    return text, name


def _content(path: Path) -> tuple[str, str]:
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read().decode(), "stdin"
        return path.read_bytes().decode(), path.name
    except OSError as error:
        raise click.ClickException(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{path} is not UTF-8 (byte {error.start}); convert it first") from error


def _no_prose(path: Path, suffix: str) -> click.ClickException:
    is_json = suffix.lower().startswith(".json")
    return click.ClickException(
        f"{path} is {'JSON' if is_json else 'HTML or XML'}, no plain text; "
        f"`dateline run --folder DIR` reads {'.jsonl' if is_json else suffix} files, or give its text alone"
    )
