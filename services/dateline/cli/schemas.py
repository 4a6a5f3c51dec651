"""`dateline schemas`: the contract."""

import click

from dateline_schemas.envelope import published_text
from dateline_schemas.topics import TOPICS


@click.command()
@click.argument("name", required=False)
def schemas(name: str | None) -> None:
    """List the topics and their schemas, or print the JSON Schema of NAME."""
    if name is not None:
        topic = TOPICS.get(name)
        if topic is None:
            raise click.ClickException(f"there is no topic {name!r}; there are: {', '.join(TOPICS)}")
        click.echo(published_text(topic), nl=False)
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in ("topic", "schema", "record", "key", "kept"):
        table.add_column(heading, no_wrap=heading == "topic", overflow="fold")
    for topic in TOPICS.values():
        summary = (topic.model.__doc__ or "").split("\n", maxsplit=1)[0]
        kept = f"{'newest per key, ' if topic.newest_per_key else ''}{topic.retention.days} days"
        table.add_row(topic.name, topic.version, summary, KEYS[topic.name], kept)
    Console().print(table)


KEYS = {
    "articles": "article id",
    "articles.enriched": "article id",
    "reports": "edition",
    "stories": "story id",
    "events": "event id",
    "corroborator.changelog": "article id",
}
