"""`dateline dead`: what could not be processed, why, and putting it back."""

import sys
from collections.abc import AsyncIterator

import click

from dateline.cli.lines import json_line, printable
from dateline.cli.target import Where, complete, log_options, open_log
from dateline.eventlog.dead import DeadLetter
from dateline.eventlog.letters import dead_groups, find_letter, read_letters, replayed_letters
from dateline.eventlog.port import EventLog


@click.group()
def dead() -> None:
    """List, show and replay dead letters: records that a group could not process."""


@dead.command("list")
@log_options
@click.option("--group", help="Only this group's.")
@click.option("--all", "with_replayed", is_flag=True, help="Also those that were put back already.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def list_(where: Where, group: str | None, with_replayed: bool, as_json: bool) -> None:
    """List dead letters, oldest first, with their cause.

    Into a pipe, a line each of fields between tabs: letter, group, origin, cause, detail, tries, bytes.
    """
    told = _as_json if as_json else _in_lines if sys.stdout.isatty() else _in_columns

    async def work() -> int:
        count = 0
        async with open_log(where) as log:
            async for letter in _letters(log, group, with_replayed=with_replayed):
                click.echo(told(letter))
                count += 1
        return count

    count = complete(work)
    click.echo(f"{count} dead letter{'' if count == 1 else 's'}", err=True)


@dead.command()
@log_options
@click.argument("letter_id", metavar="LETTER")
def show(where: Where, letter_id: str) -> None:
    """Show one dead letter: cause, origin, headers and the record's bytes."""

    async def work() -> None:
        async with open_log(where) as log:
            letter = await _find(log, letter_id)
        click.echo(printable(f"cause    {letter.cause}: {letter.detail}"))
        click.echo(printable(f"group    {letter.group}, tried {letter.attempts}×"))
        click.echo(printable(f"origin   {letter.origin}/{letter.origin_offset}"))
        if letter.original_sha256:
            part = f"the first part of {letter.original_bytes:,} bytes, SHA-256 {letter.original_sha256}"
            click.echo(printable(f"value    {part}"))
        for name, content in letter.record.headers:
            click.echo(f"header   {printable(name)}: {_printable(content)}")
        click.echo(f"key      {_printable(letter.record.key)}")
        click.echo(_printable(letter.record.value))

    complete(work)


@dead.command()
@log_options
@click.argument("letter_ids", metavar="[LETTER]...", nargs=-1)
@click.option("--group", help="All that this group has.")
@click.option("--all", "everything", is_flag=True, help="All there are.")
@click.option("--again", is_flag=True, help="Also those that were put back already.")
def replay(where: Where, letter_ids: tuple[str, ...], group: str | None, everything: bool, again: bool) -> None:
    """Put dead letters back for the group that could not process them, and for it alone."""
    if not letter_ids and group is None and not everything:
        raise click.UsageError(
            "name the letters to put back, or --group GROUP, or --all; `dateline dead list` has them"
        )

    async def work() -> None:
        from dateline.eventlog.dead import replay as back

        refused = 0
        async with open_log(where) as log:
            if letter_ids:
                named = [await _find(log, letter_id) for letter_id in letter_ids]
                letters = list({letter.id: letter for letter in named}.values())
            else:
                letters = [letter async for letter in _letters(log, group, with_replayed=again)]
            replayed = set() if again else await replayed_letters(log)
            outputs = []
            for letter in letters:
                try:
                    if letter.id in replayed:
                        raise ValueError(f"{letter.id} was put back already; --again puts it back once more")
                    outputs.append(back(letter))
                except ValueError as error:
                    refused += 1
                    click.echo(str(error), err=True)
            await log.append(outputs)
        click.echo(f"{len(outputs)} put back" + (f", {refused} not" if refused else ""))
        if refused:
            raise click.exceptions.Exit(1)

    complete(work)


async def _letters(log: EventLog, group: str | None, *, with_replayed: bool) -> AsyncIterator[DeadLetter]:
    if group is not None and group not in (known := await dead_groups(log)):
        there_are = ", ".join(known) or "none, as nothing has run here"
        raise click.ClickException(f"there is no group {group!r}; there are: {there_are}")
    async for letter, was_replayed in read_letters(log, group):
        if with_replayed or not was_replayed:
            yield letter


async def _find(log: EventLog, letter_id: str) -> DeadLetter:
    try:
        return await find_letter(log, letter_id)
    except ValueError as error:
        raise click.ClickException(str(error)) from error


def _in_lines(letter: DeadLetter) -> str:
    """The name alone on its line: no terminal is too narrow to copy it from."""
    why = printable(f"{letter.cause}: {letter.detail}")
    whose = printable(f"{letter.group}, from {letter.origin}/{letter.origin_offset}")
    size = f"tried {letter.attempts}×, {letter.original_bytes:,} bytes"
    return f"{click.style(letter.id, bold=True)}\n  {why}\n  {whose}, {size}"


def _in_columns(letter: DeadLetter) -> str:
    origin, size = f"{letter.origin}/{letter.origin_offset}", str(letter.original_bytes)
    fields = (letter.id, letter.group, origin, letter.cause, letter.detail, str(letter.attempts), size)
    return "\t".join(map(printable, fields))


def _as_json(letter: DeadLetter) -> str:
    fields = {
        "letter": letter.id,
        "group": letter.group,
        "topic": letter.origin.topic,
        "partition": letter.origin.number,
        "offset": letter.origin_offset,
        "cause": letter.cause,
        "detail": letter.detail,
        "attempts": letter.attempts,
        "bytes": letter.original_bytes,
    }
    return json_line(fields)


def _printable(content: bytes | None) -> str:
    if content is None:
        return "(none)"
    return "".join(c if c.isprintable() or c == "\n" else f"\\x{ord(c):02x}" for c in content.decode(errors="replace"))
