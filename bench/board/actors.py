"""The task `actors`: country, sector and name of a phrase."""

from datetime import date, datetime
from typing import Any

from dateline.enricher import actors


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the coder reads from each phrase, on its date where one is given."""
    answers = []
    for row in rows:
        country, sector, name = actors.describe(
            row["mention"], day(row["args"].get("query_date")), row["args"].get("arg1") or ""
        )
        answers.append({"country": country, "sector": sector, "name": name})
    return answers


def day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return datetime.strptime(text, "%d %B %Y").date()
