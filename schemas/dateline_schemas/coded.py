"""What the enricher codes in one article: actors, attributions, places, quantities, topics, event mentions."""

from enum import IntEnum, StrEnum
from typing import Final

from pydantic import Field

from dateline_schemas.article import Article
from dateline_schemas.model import Confidence, Contract, Id, Moment, Span

NON_STATES: Final = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", "XXX"})
"""What stands for a country where an actor is of none or of many: PLOVER's codes for unions of states, relief agencies,
movements, companies; XXX where it is not known."""
UNPLACED: Final = "XXX/"
"""How the id of an actor begins of whom neither name nor office says the country."""

SECTORS: Final = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED OPP PRE REF REL SOC".split()
)
"""PLOVER's primary sectors (manual 2.0, chapter 5); MED is health."""


class ActorKind(StrEnum):
    PERSON = "person"
    GOVERNMENT = "government"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"
    COMPANY = "company"
    PEOPLE = "people"


class EventType(StrEnum):
    """PLOVER 2.0's sixteen event types, and STATEMENT for what PLOVER drops (CAMEO 01)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    STATEMENT = "STATEMENT"


class Quad(IntEnum):
    """PLOVER's quad classes; 0 is for STATEMENT."""

    NEUTRAL = 0
    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


class Realis(StrEnum):
    """Whether the deed is told as done (PLOVER 2.0's auxiliary modes, section 2.3)."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    HISTORICAL = "historical"


class Actor(Contract):
    """Somebody who can act, as the article names them."""

    id: Id
    """A Wikidata id where one was read in a source, else an id of ours from country, kind and name."""
    name: str
    kind: ActorKind
    country: str | None = None
    """ISO 3166 alpha-3, or PLOVER's IGO, UNO, EUR, NGO, ISM, IMG, MNC."""
    sector: str | None = None
    """PLOVER's primary sector code: GOV, MIL, OPP, ..."""
    office: str | None = None
    """The office held on the article's date, or as the article states it."""
    rule: str
    """What named the actor: a gazetteer entry, a pattern."""
    confidence: Confidence
    spans: tuple[Span, ...]
    """Every place where the text names or refers to the actor, in order."""


HUMAN: Final = (ActorKind.PERSON, ActorKind.PEOPLE)
"""Kinds of actors that are people, by name or by what they are called."""
ORGANISED: Final = (ActorKind.ORGANISATION, ActorKind.COMPANY, ActorKind.ARMED_GROUP)
"""Kinds of actors that are bodies with a name of their own, and no state."""


class Party(Contract):
    """An actor in a role: who it is, and the words that say so there."""

    actor: Id
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    span: Span | None = None
    """Null where the role is understood: the reason is in the mention's `empty`."""


class Attribution(Contract):
    """Who says what: one source, one cue, one content."""

    id: Id
    speaker: Party | None = None
    """Who speaks, where an actor is known; `source` has the words either way."""
    source: tuple[Span, ...] = ()
    cue: Span | None = None
    content: tuple[Span, ...]
    direct: bool
    """The content is quoted, at least in part."""
    within: Id | None = None
    """The attribution that this one stands in: "according to IRNA, Raisi said"."""
    rule: str
    confidence: Confidence


class QuantityKind(StrEnum):
    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    MEASURE = "measure"


class Bound(StrEnum):
    """How the text bounds the value."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    RANGE = "range"


class Quantity(Contract):
    """An amount or a count with its unit."""

    kind: QuantityKind
    value: float
    upper: float | None = None
    """The upper end of a range."""
    bound: Bound = Bound.EXACT
    unit: str | None = None
    """ISO 4217 for money, a singular noun otherwise."""
    per: str | None = None
    """The period of a rate: year, month, day."""
    counted: str | None = None
    """What is counted or amounted: "trade volume", "protesters"."""
    span: Span
    """In the article's text; in an event, which is of many articles, it says nothing."""
    rule: str


class Place(Contract):
    """Somewhere, as the article names it."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    span: Span
    """In the article's text; in an event, which is of many articles, it says nothing."""
    rule: str


class Topic(Contract):
    """An IPTC Media Topic (`medtop:` code) and how strongly the article is about it."""

    code: str
    label: str
    score: Confidence
    rule: str


class EventDate(Contract):
    """When a deed happens: a day, or the days from `start` to `end`."""

    start: str
    """ISO 8601: a day, a month (2023-04) or a year (2023)."""
    end: str | None = None
    span: Span | None = None
    """Null where it is the article's own date."""
    rule: str


class EventMention(Contract):
    """One deed told at one place of one article: who does what to whom, when, where, and who says so.

    `empty` gives for each of actor, recipient, mode, cameo, date, place, attribution that has no value the reason.
    """

    id: Id
    """Made from the article's id and revision and the trigger's offsets."""
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: Quad
    intensity: float
    """PLOVER 2.0's score of type and mode, from -10 to 10."""
    cameo: str | None = None
    realis: Realis
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    date: EventDate | None = None
    place: Place | None = None
    attribution: Id | None = None
    speaker: Party | None = None
    """Who says so, nearest first: the attribution's speaker."""
    quantities: tuple[Quantity, ...] = ()
    trigger: Span
    sentence: Span
    quote: str
    """The sentence, at most 500 characters around the trigger."""
    empty: dict[str, str] = Field(default_factory=dict)
    rule: str
    confidence: Confidence


class NotCoded(Contract):
    """Why an article was passed on without being coded."""

    reason: str
    """`language`, `withdrawn`, `empty`."""
    detail: str


class EnrichedArticle(Contract):
    """An article and what was coded in it: the value of the topic `articles.enriched`."""

    article: Article
    coder: str
    """Name and version of the coder; a later version of one coder sorts after the earlier ones."""
    coded: Moment
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    topics: tuple[Topic, ...] = ()
    contexts: tuple[str, ...] = ()
    mentions: tuple[EventMention, ...] = ()
    agencies: tuple[str, ...] = ()
    """News agencies that the article gives as its origin or quotes, by name."""
    items: tuple[int, ...] = ()
    """Where the items of a round-up begin, as str indexes of the text; empty where the article is no round-up."""
    not_coded: NotCoded | None = None
    shed: dict[str, int] = Field(default_factory=dict)
    """What was left out so that the record fits the broker: list name to number of items."""
