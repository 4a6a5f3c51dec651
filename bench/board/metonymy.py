"""The task `metonymy`: whether a place's name stands for who acts there."""

from typing import Any

from dateline.enricher import actors


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The reading of each place."""
    return [{"reading": actors.reading_of_place(row["text"], tuple(row["span"]))} for row in rows]
