"""`dateline topics`: makes and lists the topics on Kafka."""

import click

from dateline.cli.choice import settings_of
from dateline.cli.target import Where, brokers_option, complete, open_log


@click.group()
def topics() -> None:
    """Make or list the topics on Kafka."""


@topics.command()
@brokers_option
@click.option(
    "--replication", type=click.IntRange(1), envvar="DATELINE_REPLICATION", default=1, show_default=True,
    help="Copies of each topic.",
)  # fmt: skip
def create(brokers: str, replication: int) -> None:
    """Make the topics that are missing, with their partitions, retention and compaction; others stay as they are."""

    async def work() -> tuple[int, list[str]]:
        from dateline.apart.topics import all_specs
        from dateline.eventlog.kafka import KafkaLog, KafkaSettings
        from dateline.eventlog.kafka.needs import WrongTopics, check_pipeline

        async with KafkaLog(settings_of(KafkaSettings, brokers=brokers, replication=replication)) as log:
            before = await log.topics()
            specs = all_specs()
            await log.create(specs)
            held = await log.topics()
            try:
                check_pipeline(held)
            except WrongTopics as error:
                raise click.ClickException(str(error)) from error
            other = [
                f"{spec.name} has {held[spec.name]} partitions, not {spec.partitions}"
                for spec in specs
                if held[spec.name] != spec.partitions
            ]
            return sum(spec.name not in before for spec in specs), other

    made, other = complete(work)
    click.echo(f"{made} topics made")
    for line in other:
        click.echo(f"as it was: {line}")


@topics.command("list")
@brokers_option
def list_(brokers: str) -> None:
    """List the topics with their partitions, records and retention."""
    from pathlib import Path

    from rich.console import Console
    from rich.table import Table

    async def work() -> list[tuple[str, str, str, str]]:
        from dateline.apart.topics import all_specs

        rows = []
        async with open_log(Where(Path(), brokers)) as log:
            held = await log.topics()
            for spec in all_specs():
                if spec.name not in held:
                    rows.append((spec.name, "missing", "", ""))
                    continue
                bounds = (await log.bounds(spec.name)).values()
                kept = f"{spec.retention.days} days" + (", newest per key" if spec.newest_per_key else "")
                rows.append((spec.name, str(held[spec.name]), f"{sum(b.end - b.begin for b in bounds):,}", kept))
        return rows

    table = Table("topic", "partitions", "records", "kept", box=None, pad_edge=False)
    for row in complete(work):
        table.add_row(*row)
    Console().print(table)
