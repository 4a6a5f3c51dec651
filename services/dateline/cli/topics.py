"""`dateline topics`: makes and lists the topics on Kafka."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from dateline.cli.choice import settings_of
from dateline.cli.target import brokers_option, complete
from dateline.eventlog.port import TopicSpec

if TYPE_CHECKING:
    from dateline.eventlog.kafka import KafkaLog


@click.group()
def topics() -> None:
    """Make or list the topics on Kafka."""


@topics.command()
@brokers_option
@click.option(
    "--replication", type=click.IntRange(-1), envvar="DATELINE_REPLICATION", default=-1,
    help="Copies of each topic; else as many as the brokers make by themselves (default.replication.factor).",
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
            try:
                check_pipeline({**{spec.name: spec.partitions for spec in specs}, **before})
            except WrongTopics as error:
                raise click.ClickException(str(error)) from error
            await log.create(specs)
            return sum(spec.name not in before for spec in specs), await otherwise(log, specs)

    made, other = complete(work)
    click.echo(f"{made} topics made")
    for line in other:
        click.echo(line)


async def otherwise(log: "KafkaLog", specs: Sequence[TopicSpec]) -> list[str]:
    """A line for each way in which the topics stand otherwise than they would be made."""
    from dateline.eventlog.kafka.configs import differences

    held = await log.topics()
    kept = await log.configs(spec.name for spec in specs)
    lines = []
    for spec in specs:
        if held[spec.name] != spec.partitions:
            lines.append(f"as it was: {spec.name} has {held[spec.name]} partitions, not {spec.partitions}")
        lines += [f"as it was: {line}" for line in differences(spec, kept.get(spec.name, {}))]
    if unseen := [spec.name for spec in specs if spec.name not in kept]:
        lines.append(f"no permission to see how they are kept: {', '.join(unseen)}")
    count, copies = await log.copies()
    return [*lines, *in_one_copy(count, [spec.name for spec in specs if copies[spec.name] == 1])]


def in_one_copy(brokers: int, topics: Sequence[str]) -> list[str]:
    """A line that says so where there could be more: the broker that is lost takes such a topic with it."""
    if brokers == 1 or not topics:
        return []
    return [
        f"Warning: {len(topics)} topics stand on one of {brokers} brokers only, and are lost with it; "
        "--replication 3 makes more copies of what is made anew"
    ]


@topics.command("list")
@brokers_option
def list_(brokers: str) -> None:
    """List the topics with their partitions, records and retention."""
    from rich.console import Console
    from rich.table import Table

    async def work() -> list[tuple[str, str, str, str]]:
        from dateline.apart.topics import all_specs
        from dateline.eventlog.kafka import KafkaLog, KafkaSettings
        from dateline.eventlog.kafka.configs import in_words

        rows = []
        async with KafkaLog(settings_of(KafkaSettings, brokers=brokers)) as log:
            held = await log.topics()
            configs = await log.configs(spec.name for spec in all_specs() if spec.name in held)
            for spec in all_specs():
                if spec.name not in held:
                    rows.append((spec.name, "missing", "", ""))
                    continue
                bounds = (await log.bounds(spec.name)).values()
                kept = in_words(configs[spec.name]) if spec.name in configs else "no permission to see it"
                rows.append((spec.name, str(held[spec.name]), f"{sum(b.end - b.begin for b in bounds):,}", kept))
        return rows

    table = Table("topic", "partitions", "records", "kept", box=None, pad_edge=False)
    for row in complete(work):
        table.add_row(*row)
    Console().print(table)
