"""`dateline status`: what the log knows of the pipeline."""

import json
import time
from datetime import datetime
from typing import Any

import click

from dateline.cli.target import Where, complete, log_options, open_log
from dateline.eventlog.survey import survey
from dateline_schemas.topics import RETRY_SUFFIX


@click.command()
@log_options
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def status(where: Where, as_json: bool) -> None:
    """Show topics, how far each group is behind, and dead letters: from the log alone, so right after any crash."""

    async def work() -> dict[str, Any]:
        async with open_log(where) as log:
            return await survey(log)

    found = complete(work)
    if as_json:
        click.echo(json.dumps(found, indent=2))
    else:
        _print(found)


def _print(found: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console()
    table = Table("topic", "partitions", "records", "ever written", box=None, pad_edge=False, title_justify="left")
    for name, topic in found["topics"].items():
        table.add_row(name, str(topic["partitions"]), f"{topic['records']:,}", f"{topic['written']:,}")
    console.print(table)
    console.print()
    table = Table("group", "reads", "done", "behind", "last commit", "dead letters", box=None, pad_edge=False)
    for group, reads in found["groups"].items():
        causes = found["dead_letters"].get(group, {})
        dead = ", ".join(f"{count} {cause}" for cause, count in sorted(causes.items())) or "none"
        for topic, held in reads.items():
            if topic.endswith(RETRY_SUFFIX) and not held["lag"]:
                continue
            table.add_row(group, topic, f"{held['done']:,}", f"{held['lag']:,}", _ago(held["last_commit"]), dead)
            dead = ""
    console.print(table)
    loose = {group: causes for group, causes in found["dead_letters"].items() if group not in found["groups"]}
    for group, causes in loose.items():
        console.print(f"{group}: dead letters: {causes}")


def _ago(moment: str | None) -> str:
    if moment is None:
        return "–"
    seconds = max(0, int(time.time() - datetime.fromisoformat(moment).timestamp()))
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size} {unit} ago"
    return f"{seconds} s ago"
