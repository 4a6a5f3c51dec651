"""`dateline dead`: what could not be processed, why, and putting it back."""

from collections.abc import AsyncIterator

import click

from dateline.cli.target import Where, complete, log_options, open_log
from dateline.eventlog.dead import DeadLetter
from dateline.eventlog.letters import find_letter, read_letters
from dateline.eventlog.port import EventLog


@click.group()
def dead() -> None:
    """List, show and replay dead letters: records that a group could not process."""


@dead.command("list")
@log_options
@click.option("--group", help="Only this group's.")
@click.option("--all", "with_replayed", is_flag=True, help="Also those that were put back already.")
def list_(where: Where, group: str | None, with_replayed: bool) -> None:
    """List dead letters, oldest first, with their cause."""

    async def work() -> None:
        from rich.console import Console
        from rich.table import Table

        table = Table("letter", "group", "from", "cause", "detail", "tries", "bytes", box=None, pad_edge=False)
        async with open_log(where) as log:
            async for letter in _letters(log, group, with_replayed=with_replayed):
                origin = f"{letter.origin}/{letter.origin_offset}"
                size = f"{letter.original_bytes:,}"
                table.add_row(letter.id, letter.group, origin, letter.cause, letter.detail, str(letter.attempts), size)
        if table.row_count:
            Console().print(table)
        click.echo(f"{table.row_count} dead letter{'' if table.row_count == 1 else 's'}")

    complete(work)


@dead.command()
@log_options
@click.argument("letter_id", metavar="LETTER")
def show(where: Where, letter_id: str) -> None:
    """Show one dead letter: cause, origin, headers and the record's bytes."""

    async def work() -> None:
        async with open_log(where) as log:
            letter = await _find(log, letter_id)
        click.echo(f"cause    {letter.cause}: {letter.detail}")
        click.echo(f"group    {letter.group}, tried {letter.attempts}×")
        click.echo(f"origin   {letter.origin}/{letter.origin_offset}")
        if letter.original_sha256:
            click.echo(f"value    the first part of {letter.original_bytes:,} bytes, SHA-256 {letter.original_sha256}")
        for name, content in letter.record.headers:
            click.echo(f"header   {name}: {_printable(content)}")
        click.echo(f"key      {_printable(letter.record.key)}")
        click.echo(_printable(letter.record.value))

    complete(work)


@dead.command()
@log_options
@click.argument("letter_ids", metavar="[LETTER]...", nargs=-1)
@click.option("--group", help="All that this group has.")
@click.option("--all", "everything", is_flag=True, help="All there are.")
def replay(where: Where, letter_ids: tuple[str, ...], group: str | None, everything: bool) -> None:
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
                letters = [await _find(log, letter_id) for letter_id in letter_ids]
            else:
                letters = [letter async for letter in _letters(log, group, with_replayed=False)]
            outputs = []
            for letter in letters:
                try:
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
    async for letter, was_replayed in read_letters(log, group):
        if with_replayed or not was_replayed:
            yield letter


async def _find(log: EventLog, letter_id: str) -> DeadLetter:
    try:
        return await find_letter(log, letter_id)
    except ValueError as error:
        raise click.ClickException(str(error)) from error


def _printable(content: bytes | None) -> str:
    if content is None:
        return "(none)"
    return "".join(c if c.isprintable() or c == "\n" else f"\\x{ord(c):02x}" for c in content.decode(errors="replace"))
