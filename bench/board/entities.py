"""The task `entities`: persons, organisations and locations of a document, named or referred to."""

from typing import Any

from dateline.enricher import actors, document

KINDS = ("Person", "Organisation", "Location")
DETERMINERS = frozenset({"his", "her", "its", "their", "my", "our"})  # they stand within a mention


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The spans of every mention that the coder makes of each document."""
    return [{"entities": entities(row)} for row in rows]


def entities(row: dict[str, Any]) -> list[tuple[int, int, str]]:
    reading = actors.find(document.read(row["text"], title=row.get("title") or ""))
    found = set()
    for sentence in reading.mentions:
        for mention in sentence:
            span = reading.span(mention)
            if mention.how == "pronoun" and row["text"][span.start : span.end].lower() in DETERMINERS:
                continue
            if mention.entity in KINDS:
                found.add((span.start, span.end, mention.entity))
            if mention.place is not None and mention.met and mention.figures:
                found.add((span.start, span.end, "Organisation"))
    return sorted(found)
