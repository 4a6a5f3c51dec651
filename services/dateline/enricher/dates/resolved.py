"""What an expression of time comes to."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateline.enricher.dates.calendar import last_of
from dateline_schemas.coded import EventDate
from dateline_schemas.model import Span


class DateType(StrEnum):
    """How firmly the words fix the date."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    RANGE = "range"
    UNRESOLVED = "unresolved"


class Granularity(StrEnum):
    """How wide the time is that the words name."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Resolved:
    """The first day meant; of a range the last one too.

    `start` is None where the words do not fix a day: `reason` says why.
    """

    start: date | None
    end: date | None
    date_type: DateType
    granularity: Granularity | None
    rule: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time where it stands in the text."""

    span: tuple[int, int]
    start: date | None
    end: date | None
    date_type: DateType
    granularity: Granularity | None
    rule: str
    reason: str | None = None

    def event_date(self) -> EventDate | None:
        """The date as the contract has it, as wide as its granularity; None where nothing fixes a day."""
        if self.start is None:
            return None
        start, end = self.start.isoformat(), self.end
        if end is None:
            match self.granularity:
                case Granularity.YEAR:
                    start = start[:4]
                case Granularity.MONTH:
                    start = start[:7]
                case Granularity.QUARTER:
                    end = last_of(self.start, months=3)
                case Granularity.WEEK:
                    end = self.start + timedelta(days=6)
        return EventDate(
            start=start,
            end=end.isoformat() if end else None,
            span=Span(start=self.span[0], end=self.span[1]),
            rule=f"date:{self.rule}",
        )
