"""Task event_type: the root type of what source does to target."""

from typing import Any

from dateline.enricher.events import type_of


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"type": type_of(row["text"], row["source"], row["target"]).label} for row in rows]
