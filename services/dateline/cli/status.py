"""`dateline status`: what the log knows of the pipeline."""

import json
import time
from collections import Counter
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from dateline.apart.topics import GROUPS
from dateline.cli.lines import printable
from dateline.cli.target import Where, complete, log_options, open_log
from dateline.eventlog.survey import survey
from dateline_schemas.topics import RETRY_SUFFIX

SHOWN = 5  # of what was refused
EXPECTED = {group: [topic.name for topic in sources] for group, sources in GROUPS.items() if group != "gateway"}
"""Who is to read what; the gateway commits nothing."""


@click.command()
@log_options
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def status(where: Where, as_json: bool) -> None:
    """Show topics, how far each group is behind, and dead letters: from the log alone, so right after any crash.

    Of a data directory also what the fetcher refused, for it is no article.
    """

    async def work() -> dict[str, Any]:
        async with open_log(where) as log:
            found = await survey(log, EXPECTED)
        return found if where.brokers is not None else found | {"refused": _refused(where.data_dir)}

    found = complete(work)
    if as_json:
        click.echo(json.dumps(found, indent=2))
    else:
        _print(found)


def _print(found: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    table = Table("topic", "partitions", "records", "ever written", box=None, pad_edge=False, title_justify="left")
    for name, topic in found["topics"].items():
        counts = (str(topic["partitions"]), f"{topic['records']:,}", f"{topic['written']:,}")
        table.add_row(Text(printable(name)), *counts)
    console.print(table)
    console.print()
    table = Table("group", "reads", "done", "behind", "last commit", "dead letters", box=None, pad_edge=False)
    for group, reads in found["groups"].items():
        letters = found["dead_letters"].get(group, {})
        dead = ", ".join(f"{count} {cause}" for cause, count in sorted(letters.items())) or "none"
        for topic, held in reads.items():
            if topic.endswith(RETRY_SUFFIX) and not held["lag"]:
                continue
            whose, what, causes = (Text(printable(cell)) for cell in (group, topic, dead))
            table.add_row(whose, what, f"{held['done']:,}", f"{held['lag']:,}", _ago(held["last_commit"]), causes)
            dead = ""
    console.print(table)
    loose = {group: causes for group, causes in found["dead_letters"].items() if group not in found["groups"]}
    for group, causes in loose.items():
        console.print(Text(printable(f"{group}: dead letters: {causes}")))
    _print_refused(found.get("refused", []))


def _print_refused(refused: list[dict[str, Any]]) -> None:
    if not refused:
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    causes = ", ".join(f"{count} {cause}" for cause, count in Counter(one["cause"] for one in refused).most_common())
    console.print()
    console.print(Text(f"no articles, and refused: {printable(causes)}"))
    table = Table("source", "item", "cause", "why", "when", box=None, pad_edge=False)
    for one in refused[:SHOWN]:
        cells = (one["source"], one["item"], one["cause"], one["detail"], _ago(one["at"]))
        table.add_row(*(Text(printable(cell)) for cell in cells))
    console.print(table)
    if len(refused) > SHOWN:
        console.print(f"… and {len(refused) - SHOWN:,} before them: `dateline status --json` has all", highlight=False)


def _refused(data_dir: Path) -> list[dict[str, Any]]:
    from dateline.fetcher import FetcherError
    from dateline.fetcher.state import refused_in

    try:
        refused = refused_in(data_dir / "fetcher.sqlite")
    except FetcherError as error:
        raise click.ClickException(str(error)) from error
    return [{**asdict(one), "at": datetime.fromtimestamp(one.at, UTC).isoformat(timespec="seconds")} for one in refused]


def _ago(moment: str | None) -> str:
    if moment is None:
        return "–"
    seconds = max(0, int(time.time() - datetime.fromisoformat(moment).timestamp()))
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size} {unit} ago"
    return f"{seconds} s ago"
