"""The filters that every way out of Dateline has in common: which records of a topic a subscriber wants."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from dateline_schemas.coded import EventType, Realis
from dateline_schemas.model import Contract
from dateline_schemas.topics import ARTICLES, ENRICHED, EVENTS, STORIES

Json = Mapping[str, Any]
Values = frozenset[str]

FILTERS: Mapping[str, str] = {
    "type": "an event type: CONSULT",
    "mode": "a mode of it: visit",
    "actor": "who does it: an actor's id or whole name",
    "actor_country": "where those who do it are from: ISO 3166 alpha-3, or PLOVER's IGO, UNO, ...",
    "recipient": "to whom: an actor's id or whole name",
    "recipient_country": "where those to whom it is done are from",
    "country": "who does it, to whom, or where",
    "realis": "whether it is told as done: actual, future, hypothetical, negated or historical",
    "topic": "a PLOVER context; of an enriched article an IPTC Media Topic's code or label too",
    "outlet": "an outlet's name",
    "story": "a story's id",
}
"""The filters and what they ask for."""
DEED = ("type", "mode", "actor", "actor_country", "recipient", "recipient_country", "realis")
"""Those that one deed must satisfy together."""
APPLIES: Mapping[str, tuple[str, ...]] = {
    ARTICLES.name: ("outlet",),
    ENRICHED.name: (*DEED, "country", "topic", "outlet"),
    STORIES.name: ("outlet", "story"),
    EVENTS.name: tuple(FILTERS),
}
"""By topic the filters that say something about its records."""
LEAVES_OUT = "!"
"""Behind a filter's name: `type!=STATEMENT`. A shell leaves "!=" alone, and not "=!"."""
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class FilterError(ValueError):
    """A filter that cannot be; the message is one line that names what can."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which records of one topic are wanted: those with one of the values of each filter that is given, and with none
    of the values that a filter leaves out.

    Of an enriched article, one mention must satisfy all that are asked of a deed (`DEED`).
    """

    topic: str
    wanted: Mapping[str, Values]
    unwanted: Mapping[str, Values]

    @classmethod
    def parse(cls, topic: str, pairs: Mapping[str, Iterable[str]]) -> "Filter":
        """The filter that these values give; values of `NAME!` are left out. Raises FilterError.

        Empty values are as if not given, so that an empty box of a form filters nothing.
        """
        wanted: dict[str, Values] = {}
        unwanted: dict[str, Values] = {}
        if pairs and topic not in APPLIES:
            raise FilterError(f"{topic} cannot be filtered, only: {', '.join(APPLIES)}")
        for given, values in pairs.items():
            name = filter_named(given)
            if name not in APPLIES[topic]:
                raise FilterError(f"{topic} cannot be filtered by {name!r}, only by: {', '.join(APPLIES[topic])}")
            if checked := frozenset(_checked(name, value) for value in values if value.strip()):
                (wanted if name == given else unwanted)[name] = checked
        return cls(topic, wanted, unwanted)

    @property
    def is_empty(self) -> bool:
        """Every record passes."""
        return not self.wanted and not self.unwanted

    def matches(self, record: Json | Contract) -> bool:
        """Whether the record is wanted."""
        if self.is_empty:
            return True
        fields = record.model_dump(mode="json") if isinstance(record, Contract) else record
        return MATCHERS[self.topic](self, fields)

    def allows(self, name: str, values: Iterable[object]) -> bool:
        """Whether one of the values is among those that the filter of this name asks for, if it asks, and none among
        those that it leaves out."""
        wanted, unwanted = self.wanted.get(name), self.unwanted.get(name, frozenset())
        if not wanted and not unwanted:
            return True
        held = {_same(value) for value in values if value is not None}
        return unwanted.isdisjoint(held) and (not wanted or not wanted.isdisjoint(held))

    def asks_of(self, names: Iterable[str]) -> bool:
        """Whether one of these filters is given."""
        return not (self.wanted.keys() | self.unwanted.keys()).isdisjoint(names)


def filter_named(given: str) -> str:
    """The filter that a subscriber names, to ask for values or to leave them out: `type` and `type!` are one."""
    return given.removesuffix(LEAVES_OUT).rstrip()


def moment(text: str, now: datetime) -> datetime:
    """A moment as users give it: 2025-03-12, 2025-03-12T14:00Z, or an age before `now`: 90m, 24h, 7d, 2w."""
    count, unit = text[:-1].rstrip(), UNITS.get(text[-1:])
    try:
        if unit and count.isascii() and count.isdigit():
            return now - timedelta(**{unit: int(count)})
        given = datetime.fromisoformat(text)
        return given if given.tzinfo else given.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise FilterError(
            f"{text!r} is no moment: give 2025-03-12, 2025-03-12T14:00Z, or an age: 90m, 24h, 7d"
        ) from None


def _checked(name: str, value: str) -> str:
    value = _same(value)
    if value.startswith(LEAVES_OUT):
        raise FilterError(f"{name}={value} is no filter; to leave something out write {name}!={value[1:].strip()}")
    if name == "type" and value.upper() not in EventType.__members__:
        raise FilterError(f"there is no event type {value.upper()!r}; there are: {', '.join(EventType)}")
    if name == "realis" and value not in (known := [realis.value for realis in Realis]):
        raise FilterError(f"there is no realis {value!r}; there are: {', '.join(known)}")
    if name.endswith("country") and not (len(value) == 3 and value.isascii() and value.isalpha()):
        raise FilterError(f"{name} is a code of three letters (EGY, IGO), not {value!r}")
    return value


def _same(value: object) -> str:
    """Values that differ in case or spacing alone are the same."""
    return " ".join(str(value).split()).casefold()


def _list(record: Json, name: str) -> list[Any]:
    return record.get(name) or []


def _countries(*places: Json | None) -> Iterator[object]:
    for place in places:
        if place:
            yield place.get("country")


def _deed(wanted: Filter, deed: Json) -> bool:
    return (
        all(wanted.allows(name, [deed.get(name)]) for name in ("type", "mode", "realis"))
        and _party(wanted, "actor", _list(deed, "actors"))
        and _party(wanted, "recipient", _list(deed, "recipients"))
    )


def _party(wanted: Filter, role: str, parties: list[Json]) -> bool:
    names = [name for party in parties for name in (party.get("actor"), party.get("name"))]
    return wanted.allows(role, names) and wanted.allows(f"{role}_country", _countries(*parties))


def _article(wanted: Filter, article: Json) -> bool:
    return wanted.allows("outlet", [article.get("outlet")])


def _enriched(wanted: Filter, enriched: Json) -> bool:
    topics = _list(enriched, "contexts") + [
        name for topic in _list(enriched, "topics") for name in (topic.get("code"), topic.get("label"))
    ]
    return (
        _article(wanted, enriched.get("article") or {})
        and wanted.allows("topic", topics)
        and wanted.allows("country", _countries(*_list(enriched, "actors"), *_list(enriched, "places")))
        and (not wanted.asks_of(DEED) or any(_deed(wanted, deed) for deed in _list(enriched, "mentions")))
    )


def _story(wanted: Filter, story: Json) -> bool:
    return wanted.allows("outlet", _list(story, "outlets")) and wanted.allows("story", [story.get("id")])


def _event(wanted: Filter, event: Json) -> bool:
    concerned = (*_list(event, "actors"), *_list(event, "recipients"), event.get("place"))
    return (
        _deed(wanted, event)
        and wanted.allows("country", _countries(*concerned))
        and wanted.allows("topic", _list(event, "contexts"))
        and wanted.allows("outlet", _list(event, "outlets"))
        and wanted.allows("story", [event.get("story")])
    )


MATCHERS: Mapping[str, Callable[[Filter, Json], bool]] = {
    ARTICLES.name: _article,
    ENRICHED.name: _enriched,
    STORIES.name: _story,
    EVENTS.name: _event,
}
