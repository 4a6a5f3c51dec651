"""How far the records have come, and what has been made of them."""

from collections.abc import Iterable
from pathlib import Path

from dateline.eventlog.kafka import KafkaLog
from dateline.eventlog.letters import read_topic
from dateline.eventlog.port import EventLog, LogUnavailable
from dateline.eventlog.survey import survey
from dateline_schemas import ARTICLES, EVENTS, STORIES, Event, Story
from dateline_schemas.envelope import decode


async def values(log: EventLog) -> list[Event | Story]:
    """Every revision of every event and story in the log."""
    found: list[Event | Story] = []
    for topic in (EVENTS, STORIES):
        async for record in read_topic(log, topic.name):
            value = decode(topic, record.key, record.value, record.headers)
            assert isinstance(value, Event | Story)
            found.append(value)
    return found


def in_files(folder: Path) -> list[Event | Story]:
    """What a sink has written to the folder."""
    return [
        model.model_validate_json(line)
        for topic, model in ((EVENTS, Event), (STORIES, Story))
        for path in sorted(folder.glob(f"{topic.name}-*.jsonl"))
        for line in path.read_text().splitlines()
    ]


async def written(log: KafkaLog, topic: str) -> int:
    """How many records the topic has had; none while the log cannot be asked."""
    try:
        return sum(bounds.end for bounds in (await log.bounds(topic)).values())
    except LogUnavailable:
        return 0


async def is_delivered(log: KafkaLog, articles: int, sinks: Iterable[str] = ("sink",)) -> bool:
    """Whether so many articles have gone all the way to the sinks."""
    if await written(log, ARTICLES.name) < articles:
        return False
    groups = (await survey(log))["groups"]
    return all(
        group in groups and all(reads["lag"] == 0 for reads in groups[group].values())
        for group in ("enricher", "corroborator", *sinks)
    )
