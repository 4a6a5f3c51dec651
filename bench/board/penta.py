"""Task penta: the class of a plain sentence's main deed, and the words for its two sides."""

from typing import Any

from dateline.enricher import document as documents
from dateline.enricher.coder import findings_of
from dateline.enricher.events import main_event, main_sides, penta_of
from dateline_schemas import Span


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [answer(row["text"]) for row in rows]


def answer(text: str) -> dict[str, Any]:
    found = findings_of(documents.read(text))
    sides = main_sides(found.document, main_event(found.document, found.mentions), found.reading.actors)
    return {
        "penta": int(penta_of(text).label),
        "source": words(text, sides.source),
        "target": words(text, sides.target),
    }


def words(text: str, span: Span | None) -> list[str]:
    return [text[span.start : span.end]] if span else []
