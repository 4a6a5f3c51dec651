"""When an article was published, and how well that is known."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from dateline_schemas.article import PublishedQuality

PLACEHOLDER = datetime(1970, 1, 1, tzinfo=UTC)  # what a program writes that has no date
AHEAD = timedelta(days=1)
DAY_FORMATS = ("%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%a, %d %b %Y", "%Y/%m/%d")


@dataclass(frozen=True)
class Published:
    """A moment in UTC and its quality; the moment is None exactly where the quality is MISSING."""

    moment: datetime | None
    quality: PublishedQuality

    def seen_at(self, fetched: datetime) -> "Published":
        """The same, marked where it lies more than a day after the fetch."""
        if self.moment is not None and self.moment - fetched > AHEAD:
            return Published(self.moment, PublishedQuality.FUTURE)
        return self


UNKNOWN = Published(None, PublishedQuality.MISSING)


def read_published(text: str | None) -> Published:
    """The moment that a source wrote as ISO 8601, RFC 5322 or a plain day; UNKNOWN for what is none of these."""
    text = " ".join((text or "").split())[:100]
    if not text:
        return UNKNOWN
    for pattern in DAY_FORMATS if ":" not in text else ():
        try:
            day = datetime.strptime(text, pattern)
        except ValueError:
            continue
        return _known(day.replace(tzinfo=UTC), PublishedQuality.DAY)
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = parse(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if moment.tzinfo is None:
            return _known(moment.replace(tzinfo=UTC), PublishedQuality.ZONE_ASSUMED)
        return _known(moment, PublishedQuality.STATED)
    return UNKNOWN


def _known(moment: datetime, quality: PublishedQuality) -> Published:
    try:
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):  # at the ends of the calendar
        return UNKNOWN
    return UNKNOWN if moment == PLACEHOLDER else Published(moment, quality)
