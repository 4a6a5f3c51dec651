"""The articles that tell of the same happening: the value of the topic `stories`."""

from enum import StrEnum

from dateline_schemas.model import Confidence, Contract, Id, Moment, Revision


class Life(StrEnum):
    """`live`, or `ended`: merged away, or left without an article or mention."""

    LIVE = "live"
    ENDED = "ended"


class StoryArticle(Contract):
    """One article of a story."""

    article: Id
    revision: Revision
    outlet: str
    title: str
    url: str | None = None
    time: Moment
    copy_of: Id | None = None
    """The article whose text this one copies."""
    agencies: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    """What of it was not read or coded, and why, in words."""


class Story(Contract):
    """A story as it stands; `revision` counts up, and an older revision than one held is ignored."""

    id: Id
    revision: Revision
    life: Life = Life.LIVE
    heirs: tuple[Id, ...] = ()
    """Where an ended story's articles went."""
    edition: str
    title: str
    first: Moment
    last: Moment
    articles: tuple[StoryArticle, ...]
    """In order of time, at most 100: the first 50 and the last 50."""
    article_count: int
    outlets: tuple[str, ...]
    """At most 100, in order of their first article."""
    outlet_count: int
    independent_count: int
    """Outlets, with copies and those that give the same agency as their origin counted once."""
    events: tuple[Id, ...] = ()
    """The story's live events, at most 100: deeds before sayings, what is new before what went before, of these the
    best supported first."""
    event_count: int = 0
    confidence: Confidence = 1.0
