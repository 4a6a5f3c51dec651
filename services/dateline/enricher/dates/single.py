"""Readings of expressions that mean one day."""

from datetime import date, timedelta
from typing import Final

from dateline.enricher.dates import calendar
from dateline.enricher.dates.lexicon import words
from dateline.enricher.dates.resolved import DateType, Granularity
from dateline.enricher.quantities.numerals import read as read_numeral

Named = dict[str, str | None]
Reading = tuple[date | None, date | None, DateType, Granularity | None, str | None]

_NAMED_DAYS: Final = {
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "yesterday": -1,
    "before yesterday": -2,
    "after tomorrow": 2,
}
_DAYS: Final = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS: Final = {"month": 1, "year": 12, "decade": 120}
_WIDTH: Final = {
    "minute": Granularity.DAY, "hour": Granularity.DAY, "day": Granularity.DAY, "week": Granularity.WEEK,
    "fortnight": Granularity.WEEK, "month": Granularity.MONTH, "year": Granularity.YEAR, "decade": Granularity.YEAR,
}  # fmt: skip


def exact(day: date | None, granularity: Granularity = Granularity.DAY) -> Reading | None:
    """That day; None if there is no such day."""
    return (day, None, DateType.EXACT, granularity, None) if day else None


def about(day: date | None, granularity: Granularity) -> Reading:
    """A time near that day."""
    return day, None, DateType.APPROXIMATE, granularity, None if day else "too loose for a day"


def number(word: str) -> float:
    """The value of "3", "three", "a", "half a"."""
    lower = word.lower()
    if lower in ("a", "an"):
        return 1.0
    if lower.startswith("half"):
        return 0.5
    numeral = read_numeral(word, 0)
    return numeral.value if numeral else 1.0


def day_number(word: str) -> int:
    """The day of the month of "15", "3rd"."""
    return int(word.rstrip("stndrh"))


def figures(named: Named, _ref: date) -> Reading | None:
    return exact(calendar.day_of(int(named["y"] or 0), int(named["m"] or 0), int(named["d"] or 0)))


def slashed(named: Named, _ref: date) -> Reading | None:
    """12/31/2024 or 31/12/2024; where both orders are dates, the month is first."""
    first, second, year = int(named["first"] or 0), int(named["second"] or 0), int(named["y"] or 0)
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    return exact(calendar.day_of(year, first, second) or calendar.day_of(year, second, first))


def day(named: Named, ref: date) -> Reading | None:
    """A month and a day, with or without the year."""
    month, its_day = words("month")[named["m"] or ""], day_number(named["d"] or "")
    year = int(named["y"]) if named["y"] else calendar.nearest_year(ref, month)
    return exact(calendar.day_of(year, month, its_day))


def weekday(named: Named, ref: date) -> Reading | None:
    """A bare weekday is the latest one; publication on that day means that day."""
    its_weekday, which = words("weekday")[named["w"] or ""], (named["which"] or "").lower()
    if which in ("following", "previous"):
        return None, None, DateType.UNRESOLVED, None, "depends on another date or event"
    if which in ("next", "coming", "this coming"):
        return exact(calendar.weekday_after(ref, its_weekday))
    if which in ("this", "current"):
        return exact(calendar.week_of(ref) + timedelta(days=its_weekday))
    return exact(calendar.weekday_before(ref, its_weekday, or_same=not which))


def weekday_of_week(named: Named, ref: date) -> Reading | None:
    """Monday of last week."""
    weeks = {"last": -1, "this": 0, "next": 1}[named["which"] or "this"]
    return exact(calendar.week_of(ref) + timedelta(days=words("weekday")[named["w"] or ""] + 7 * weeks))


def named_day(named: Named, ref: date) -> Reading | None:
    return exact(calendar.shifted(ref, days=_NAMED_DAYS[(named["word"] or "").lower()]))


def time_of_day(named: Named, ref: date) -> Reading | None:
    """ "this morning", "last night", "earlier in the day"."""
    back = (named["word2"] or "").lower().startswith("last")
    return exact(calendar.shifted(ref, days=-back))


def ago(named: Named, ref: date) -> Reading:
    """ "three days ago"; without a number the words fix no day."""
    unit = named["unit"] or ""
    if named["few"]:
        return about(None, Granularity.WEEK if unit in ("day", "hour", "minute") else _WIDTH[unit])
    if unit in ("hour", "minute"):
        hours = number(named["n"] or "") / (1 if unit == "hour" else 60)
        return about(ref - timedelta(hours=min(hours, 999)), Granularity.DAY)
    start = _moved(ref, -number(named["n"] or ""), unit)
    return about(start, _WIDTH[unit]) if named["loose"] else (start, None, DateType.EXACT, _WIDTH[unit], None)


def from_now(named: Named, ref: date) -> Reading:
    unit = named["unit"] or named["unit2"] or ""
    start = _moved(ref, number(named["n"] or named["n2"] or ""), unit)
    return start, None, DateType.EXACT, _WIDTH[unit], None


def day_of_month(named: Named, ref: date) -> Reading | None:
    return exact(calendar.day_of(ref.year, ref.month, day_number(named["d"] or "")))


def _moved(ref: date, count: float, unit: str) -> date | None:
    if unit in _DAYS:
        return calendar.shifted(ref, days=int(count * _DAYS[unit]))
    return calendar.shifted(ref, months=int(count * _MONTHS[unit]))
