"""The task `dates`: the day that an expression means."""

from datetime import date
from typing import Any

from dateline.enricher import dates


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each expression and day of publication its start, end and type."""
    answers = []
    for row in rows:
        resolved = dates.resolve(row["expr"], date.fromisoformat(row["ref"]))
        answers.append(
            {
                "start": resolved.start.isoformat() if resolved.start else None,
                "end": resolved.end.isoformat() if resolved.end else None,
                "date_type": str(resolved.date_type),
            }
        )
    return answers
