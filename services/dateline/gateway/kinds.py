"""The four kinds of record that the gateway serves."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dateline_schemas.article import ContentStatus
from dateline_schemas.story import Life
from dateline_schemas.topics import ARTICLES, ENRICHED, EVENTS, STORIES, Topic, dead_topic, retry_topic

GROUP = "gateway"


@dataclass(frozen=True)
class Kind:
    """A kind of record: its names in addresses, and what of it the index must know."""

    name: str
    """As it stands in a stream's `event:` field."""
    plural: str
    topic: Topic
    version: Callable[[Any], tuple[int, str]]
    """What tells two versions of one record apart: its revision, then its coder."""
    is_live: Callable[[Any], bool]

    @property
    def retry(self) -> str:
        """The topic where dead letters of this kind are put back for the gateway."""
        return retry_topic(self.topic.name, GROUP)

    @property
    def dead(self) -> str:
        return dead_topic(self.topic.name, GROUP)


ARTICLE = Kind(
    name="article",
    plural="articles",
    topic=ARTICLES,
    version=lambda article: (article.revision, ""),
    is_live=lambda article: article.content_status != ContentStatus.WITHDRAWN,
)
ENRICHED_ARTICLE = Kind(
    name="enriched",
    plural="enriched",
    topic=ENRICHED,
    version=lambda enriched: (enriched.article.revision, enriched.coder),
    is_live=lambda enriched: enriched.article.content_status != ContentStatus.WITHDRAWN,
)
STORY = Kind(
    name="story",
    plural="stories",
    topic=STORIES,
    version=lambda story: (story.revision, ""),
    is_live=lambda story: story.life == Life.LIVE,
)
EVENT = Kind(
    name="event",
    plural="events",
    topic=EVENTS,
    version=lambda event: (event.revision, ""),
    is_live=lambda event: event.life == Life.LIVE,
)
KINDS = (ARTICLE, ENRICHED_ARTICLE, STORY, EVENT)
