"""Codes a text of our own, through all stages."""

from datetime import date

from dateline.enricher import document
from dateline.enricher.coder import findings_of
from dateline_schemas import EventMention, EventType

DAY = date(2024, 6, 13)


def deeds(text: str) -> list[EventMention]:
    """The mentions that are more than a saying."""
    return [mention for mention in mentions(text) if mention.type is not EventType.STATEMENT]


def mentions(text: str) -> tuple[EventMention, ...]:
    return findings_of(document.read(text, published=DAY)).mentions


def countries(mention: EventMention) -> tuple[set[str | None], set[str | None]]:
    return {party.country for party in mention.actors}, {party.country for party in mention.recipients}
