"""The topics: what each holds, by what key, for how long, and in how many partitions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from dateline_schemas.article import Article
from dateline_schemas.coded import EnrichedArticle
from dateline_schemas.event import Event
from dateline_schemas.model import Contract
from dateline_schemas.remembered import Remembered
from dateline_schemas.report import Report
from dateline_schemas.story import Story

DEAD_RETENTION = timedelta(days=30)
DEAD_SUFFIX = ".dead"
RETRY_SUFFIX = ".retry"
RECORD_LIMIT = 1_000_000
"""Bytes of a record's value; Kafka's default limit for a batch is 1,048,588."""
DEAD_LETTER_ALLOWANCE = 64 * 1024
"""What a dead letter's headers may add to the record that it holds."""
TEXT_LIMIT = 256 * 1024
"""Bytes of UTF-8 of an article's text."""


@dataclass(frozen=True)
class Topic:
    """A topic of the contract. `partitions` is for Kafka, `embedded_partitions` for the log on one machine."""

    name: str
    model: type[Contract]
    kind: str
    """The record's kind in its CloudEvents type: `dev.dateline.<kind>.v<major>`."""
    version: str
    key: Callable[[Any], str]
    identity: Callable[[Any], str]
    """The CloudEvents id: the key and the revision."""
    retention: timedelta
    newest_per_key: bool
    partitions: int
    embedded_partitions: int = 1

    @property
    def major(self) -> int:
        return int(self.version.split(".")[0])

    @property
    def event_type(self) -> str:
        return f"dev.dateline.{self.kind}.v{self.major}"

    @property
    def schema_uri(self) -> str:
        return f"urn:dateline:schema:{self.name}:{self.version}"


ARTICLES = Topic(
    name="articles",
    model=Article,
    kind="article",
    version="1.0",
    key=lambda article: article.id,
    identity=lambda article: f"{article.id}:{article.revision}",
    retention=timedelta(days=14),
    newest_per_key=False,
    partitions=12,
)
ENRICHED = Topic(
    name="articles.enriched",
    model=EnrichedArticle,
    kind="enriched",
    version="1.0",
    key=lambda enriched: enriched.article.id,
    identity=lambda enriched: f"{enriched.article.id}:{enriched.article.revision}:{enriched.coder}",
    retention=timedelta(days=14),
    newest_per_key=False,
    partitions=12,
)
REPORTS = Topic(
    name="reports",
    model=Report,
    kind="report",
    version="1.0",
    key=lambda report: report.edition,
    identity=lambda report: f"{report.article}:{report.revision}:{report.coder}",
    retention=timedelta(days=14),
    newest_per_key=False,
    partitions=4,
)
STORIES = Topic(
    name="stories",
    model=Story,
    kind="story",
    version="1.0",
    key=lambda story: story.id,
    identity=lambda story: f"{story.id}:{story.revision}",
    retention=timedelta(days=90),
    newest_per_key=True,
    partitions=4,
)
EVENTS = Topic(
    name="events",
    model=Event,
    kind="event",
    version="1.0",
    key=lambda event: event.id,
    identity=lambda event: f"{event.id}:{event.revision}",
    retention=timedelta(days=90),
    newest_per_key=True,
    partitions=4,
)
CHANGELOG = Topic(
    name="corroborator.changelog",
    model=Remembered,
    kind="remembered",
    version="1.0",
    key=lambda remembered: remembered.report.article,
    identity=lambda remembered: f"{remembered.report.article}:{remembered.report.revision}:{remembered.sequence}",
    retention=timedelta(days=30),
    newest_per_key=True,
    partitions=4,
)

TOPICS: dict[str, Topic] = {topic.name: topic for topic in (ARTICLES, ENRICHED, REPORTS, STORIES, EVENTS, CHANGELOG)}
SAME_PARTITION = (REPORTS, STORIES, EVENTS, CHANGELOG)
"""Topics whose partition counts must be equal: what comes of a report stays in its partition."""


def dead_topic(topic: str, group: str) -> str:
    """Where records of `topic` go that `group` cannot process."""
    return f"{topic}.{group}{DEAD_SUFFIX}"


def retry_topic(topic: str, group: str) -> str:
    """Where records of `topic` are put back for `group` alone."""
    return f"{topic}.{group}{RETRY_SUFFIX}"


def origin_topic(name: str) -> str:
    """The contract's topic behind a dead-letter or retry topic's name, or the name itself."""
    for suffix in (DEAD_SUFFIX, RETRY_SUFFIX):
        if name.endswith(suffix):
            return name.removesuffix(suffix).rpartition(".")[0]
    return name
