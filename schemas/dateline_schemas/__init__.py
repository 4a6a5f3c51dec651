"""Dateline's contract: the records, their topics, and the envelope they travel in."""

from dateline_schemas.article import Article, ContentStatus, Provenance, PublishedQuality, SourceKind
from dateline_schemas.coded import (
    Actor,
    ActorKind,
    Attribution,
    Bound,
    EnrichedArticle,
    EventDate,
    EventMention,
    EventType,
    NotCoded,
    Party,
    Place,
    Quad,
    Quantity,
    QuantityKind,
    Realis,
)
from dateline_schemas.coded import Topic as MediaTopic
from dateline_schemas.envelope import BadRecord, decode, encode, headers_of
from dateline_schemas.event import (
    Alternative,
    Disagreement,
    DisagreementKind,
    Event,
    EventMentionRef,
    Link,
    LinkKind,
    Side,
)
from dateline_schemas.model import Contract, Span
from dateline_schemas.remembered import Remembered
from dateline_schemas.report import Report, Signature
from dateline_schemas.story import Life, Story, StoryArticle
from dateline_schemas.topics import ARTICLES, CHANGELOG, ENRICHED, EVENTS, REPORTS, STORIES, TOPICS, Topic

__all__ = [
    "ARTICLES",
    "CHANGELOG",
    "ENRICHED",
    "EVENTS",
    "REPORTS",
    "STORIES",
    "TOPICS",
    "Actor",
    "ActorKind",
    "Alternative",
    "Article",
    "Attribution",
    "BadRecord",
    "Bound",
    "ContentStatus",
    "Contract",
    "Disagreement",
    "DisagreementKind",
    "EnrichedArticle",
    "Event",
    "EventDate",
    "EventMention",
    "EventMentionRef",
    "EventType",
    "Life",
    "Link",
    "LinkKind",
    "MediaTopic",
    "NotCoded",
    "Party",
    "Place",
    "Provenance",
    "PublishedQuality",
    "Quad",
    "Quantity",
    "QuantityKind",
    "Realis",
    "Remembered",
    "Report",
    "Side",
    "Signature",
    "SourceKind",
    "Span",
    "Story",
    "StoryArticle",
    "Topic",
    "decode",
    "encode",
    "headers_of",
]
