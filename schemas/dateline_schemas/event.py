"""Mentions of the same deed, merged across outlets: the value of the topic `events`."""

from enum import StrEnum

from dateline_schemas.coded import EventDate, EventType, Party, Place, Quad, Quantity, Realis
from dateline_schemas.model import Confidence, Contract, Id, Moment, Revision, Span
from dateline_schemas.story import Life


class EventMentionRef(Contract):
    """One mention of the event: which article says it, where, and who says so there."""

    mention: Id
    article: Id
    article_revision: Revision
    outlet: str
    url: str | None = None
    time: Moment
    speaker: Party | None = None
    quote: str
    trigger: Span
    sentence: Span
    copy_of: Id | None = None
    type: EventType
    realis: Realis


class Alternative(Contract):
    """Another value that some mentions give to a field."""

    field: str
    value: str
    support: int
    """Mentions that give it."""
    outlets: tuple[str, ...]


class DisagreementKind(StrEnum):
    AMOUNT = "amount"
    COUNT = "count"
    DATE = "date"
    PLACE = "place"
    NAME = "name"
    WHO = "who"
    WHETHER = "whether"


class Side(Contract):
    """One side of a disagreement."""

    value: str
    quantity: Quantity | None = None
    outlets: tuple[str, ...]
    quotes: tuple[str, ...]
    """Sentences that say so, at most 3."""
    mentions: tuple[Id, ...]


class Disagreement(Contract):
    """What the reports of one event do not agree on."""

    kind: DisagreementKind
    about: str
    """What it is about in words: "trade volume", "place"."""
    sides: tuple[Side, ...]


class LinkKind(StrEnum):
    PLANNED_AS = "planned_as"
    """The other event is this one as it was announced."""
    FULFILLED_AS = "fulfilled_as"
    DENIED_BY = "denied_by"
    DENIES = "denies"


class Link(Contract):
    """A related event that is not the same."""

    kind: LinkKind
    event: Id


class Event(Contract):
    """An event as it stands; `revision` counts up, and an older revision than one held is ignored."""

    id: Id
    revision: Revision
    life: Life = Life.LIVE
    heirs: tuple[Id, ...] = ()
    story: Id
    edition: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: Quad
    intensity: float
    cameo: str | None = None
    realis: Realis
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    date: EventDate | None = None
    place: Place | None = None
    speakers: tuple[Party, ...] = ()
    """Who says so, most frequent first, at most 10."""
    quantities: tuple[Quantity, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    links: tuple[Link, ...] = ()
    mentions: tuple[EventMentionRef, ...]
    """In order of time, at most 40: the first 20 and the last 20."""
    mention_count: int
    outlets: tuple[str, ...]
    outlet_count: int
    independent_count: int
    first_report: Moment
    last_report: Moment
    confidence: Confidence
