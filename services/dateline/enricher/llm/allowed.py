"""Which of a model's codes, days and names may stand in a record; None or nothing for what may not."""

import re
from datetime import date
from typing import Any, Final

from dateline.enricher.gazetteer import load
from dateline_schemas.coded import NON_STATES, SECTORS

YEARS_AWAY: Final = 50
"""From the article, where the words name no year."""
YEARS_AROUND: Final = 10
"""From the year that the words name: "the 1990s" are ten."""
NAME_LENGTH: Final = 200
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)", re.ASCII)
# Control characters, what is invisible, and what turns the direction of writing.
_STRAY = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")


def country(given: Any) -> str | None:
    """The code of a state of the gazetteer, which has ISO 3166's, or of PLOVER's non-states."""
    return given if isinstance(given, str) and (given in load().states or given in NON_STATES) else None


def sector(given: Any) -> str | None:
    """PLOVER's code of a primary sector."""
    return given if isinstance(given, str) and given in SECTORS else None


def day(given: Any, quote: str, today: date) -> str | None:
    """A day, month or year that the calendar has, near the years that the quote names, else near `today`."""
    if not isinstance(given, str) or not _DAY.fullmatch(given):
        return None
    try:
        year = date.fromisoformat(f"{given}-01-01"[:10]).year
    except ValueError:
        return None
    named = [int(found) for found in _YEAR.findall(quote)]
    near = any(abs(year - other) < YEARS_AROUND for other in named) if named else abs(year - today.year) <= YEARS_AWAY
    return given if near else None


def name(words: str) -> str:
    """A name as one line of visible characters."""
    return _STRAY.sub("", " ".join(words.split()))[:NAME_LENGTH].strip()
