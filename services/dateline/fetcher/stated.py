"""The day of publication that the head of a text states, for an item whose source gives none."""

import re
from datetime import UTC, datetime
from itertools import islice
from typing import Final

from dateline.fetcher.published import AHEAD, UNKNOWN, Published
from dateline_schemas.article import PublishedQuality

LINES: Final = 6
"""Lines of a text that are its head: the address, headline, byline and day above its first sentence."""
LINE_LENGTH: Final = 90
"""Characters of a line that is no sentence, or of a dateline as far as its day."""
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<{}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_NUMBER: Final = r"(?P<{}>\d\d?)(?:st|nd|rd|th)?"
DAY: Final = re.compile(
    r"(?<!\w)(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
    rf"|{_MONTH.format('m1')}\s+{_NUMBER.format('d1')},?\s+(?P<y1>\d{{4}})"
    rf"|{_NUMBER.format('d2')}\s+(?:of\s+)?{_MONTH.format('m2')},?\s+(?P<y2>\d{{4}}))(?![\d-])",
    re.IGNORECASE,
)
"""A day in words, either way round, or as ISO 8601; "05/03/2013" is another on the other side of an ocean."""
SMALL_WORD: Final = re.compile(r"\b[a-z][\w'’]*")
OF_PUBLISHING: Final = frozenset(
    "posted published updated modified filed issued sent released first last time on at by and am pm a p m".split()
)
"""The small words that may stand before the day ("Last updated on", "7:45 p.m."); any other is a sentence's or a
headline's."""
OF_PLACES: Final = frozenset("of the es de da do la le el al du di".split())
"""Small words within a town's or a country's name, not right before the day."""
DASH: Final = re.compile(r"\)?\s*(?:\([^()]{1,40}\)\s*)?(?:--|[-–—])\s")
END: Final = re.compile(r"\W*$|\W*[-–—|:(/@]|[T,]?\s*(?:at\s+)?\d", re.IGNORECASE)
"""What may follow the day on its line: nothing, a mark, the time of the day; not "11 September 2001 attacks"."""


def stated_day(text: str, fetched: datetime) -> Published:
    """The first full date in the head of `text` that stands there as the text's own, by itself on a line ("Posted
    May 2, 2013, 1:12 PM") or in the dateline ("FRANKFURT, May 22, 2025 (AP) - "), and is not ahead of the fetch;
    else UNKNOWN."""
    lines = (line.strip() for line in text[: LINES * LINE_LENGTH * 4].splitlines())
    days = (day_of(line) for line in islice(filter(None, lines), LINES))
    day = next((day for day in days if day is not None and day - fetched <= AHEAD), None)
    return UNKNOWN if day is None else Published(day, PublishedQuality.DAY)


def day_of(line: str) -> datetime | None:
    """Midnight of the day that a line states as the text's own."""
    found = DAY.search(line, 0, LINE_LENGTH)
    if found is None:
        return None
    before = line[: found.start()].rstrip()
    right_before = before.rpartition(" ")[2]  # "the bombing of 12 May 2025"
    if right_before in OF_PLACES or not (OF_PUBLISHING | OF_PLACES).issuperset(SMALL_WORD.findall(before)):
        return None
    if not DASH.match(line, found.end()) and not (len(line) <= LINE_LENGTH and END.match(line, found.end())):
        return None
    said = found.groupdict()
    year, day = (next(filter(None, (said[name], said[f"{name}1"], said[f"{name}2"]))) for name in "yd")
    month = said["m1"] or said["m2"]
    try:
        return datetime(
            int(year), MONTHS.index(month[:3].lower()) + 1 if month else int(said["m"]), int(day), tzinfo=UTC
        )
    except ValueError:  # the 31st of June
        return None
