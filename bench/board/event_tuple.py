"""Task event_tuple: the deeds of a plain sentence with the country and sector of both sides, the main one first."""

from typing import Any

from dateline.enricher import document as documents
from dateline.enricher.coder import findings_of
from dateline.enricher.events import main_event, principals, type_of_main
from dateline_schemas import EventMention, EventType, Party


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"events": events_of(row["text"])} for row in rows]


def events_of(text: str) -> list[dict[str, Any]]:
    """The main deed under the type that the text as a whole is given, then the others."""
    found = findings_of(documents.read(text))
    first = main_event(found.document, found.mentions)
    kind = type_of_main(text, first)
    others = [tuple_of(m, m.type) for m in found.mentions if m is not first and m.type is not EventType.STATEMENT]
    both = principals(found.document, found.reading, found.mentions)
    main = {"type": kind.value, "actor": sides(both.actors), "recipient": sides(both.recipients)}
    return [main, *others]


def tuple_of(mention: EventMention, kind: EventType) -> dict[str, Any]:
    return {"type": kind.value, "actor": sides(mention.actors), "recipient": sides(mention.recipients)}


def sides(parties: tuple[Party, ...]) -> list[dict[str, str | None]]:
    return [{"country": party.country, "sector": party.sector} for party in parties]
