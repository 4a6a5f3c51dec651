"""`dateline story`: one story, told as a person would tell it."""

import click

from dateline.cli.lines import printable
from dateline.cli.target import Where, complete, log_options, open_log
from dateline.eventlog.letters import read_topic
from dateline.eventlog.port import EventLog
from dateline.telling import tell
from dateline_schemas import EVENTS, STORIES, Event, Life, Story, Topic
from dateline_schemas.envelope import BadRecord, decode
from dateline_schemas.model import Contract


@click.command()
@click.argument("story_id", metavar="[ID]", required=False)
@log_options
def story(story_id: str | None, where: Where) -> None:
    """Tell the story ID: what happened, who says so, what they disagree on. Without ID, list the stories.

    The beginning of an id is enough where no other story begins so.
    """

    async def work() -> tuple[list[Story], list[Event]]:
        async with open_log(where) as log:
            stories = [s for s in (await _newest(log, STORIES)).values() if isinstance(s, Story)]
            events = [e for e in (await _newest(log, EVENTS)).values() if isinstance(e, Event)]
            return stories, events

    stories, events = complete(work)
    if story_id is None:
        _list(stories)
        return
    chosen = _choose(stories, story_id)
    told = [event for event in events if event.story == chosen.id and event.life is Life.LIVE]
    click.echo("\n".join(printable(line) for line in tell(chosen, told)))


def _list(stories: list[Story]) -> None:
    live = sorted((s for s in stories if s.life is Life.LIVE), key=lambda s: (s.last, s.id), reverse=True)
    for each in live:
        outlets = f"{each.outlet_count} outlet{'' if each.outlet_count == 1 else 's'}"
        click.echo(f"{each.id}  {each.last.date()}  {outlets:>11}  {printable(each.title)}")
    if not live:
        click.echo("no stories yet", err=True)


def _choose(stories: list[Story], story_id: str) -> Story:
    found = [s for s in stories if s.id.startswith(story_id)]
    exact = [s for s in found if s.id == story_id]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        raise click.ClickException(
            f"{len(found)} stories begin with {story_id!r}: {', '.join(s.id for s in found[:5])}"
        )
    raise click.ClickException(f"there is no story {story_id!r}; `dateline story` lists them")


async def _newest(log: EventLog, topic: Topic) -> dict[str, Contract]:
    """The newest revision of each, by key; what cannot be read is left out (its group has it as a dead letter)."""
    newest: dict[str, Contract] = {}
    async for record in read_topic(log, topic.name):
        try:
            value = decode(topic, record.key, record.value, record.headers)
        except BadRecord:
            continue
        newest[topic.key(value)] = value
    return newest
