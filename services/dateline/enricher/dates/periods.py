"""Readings of expressions that mean weeks, months, years, parts of them, and ranges."""

from datetime import date, timedelta
from typing import Final

from dateline.enricher.dates import calendar
from dateline.enricher.dates.lexicon import words
from dateline.enricher.dates.resolved import DateType, Granularity
from dateline.enricher.dates.single import Named, Reading, about, day_number, exact, number

_GRANULARITY: Final = {
    "week": Granularity.WEEK, "fortnight": Granularity.WEEK, "month": Granularity.MONTH, "quarter": Granularity.QUARTER,
    "year": Granularity.YEAR, "decade": Granularity.YEAR, "century": Granularity.YEAR,
}  # fmt: skip
_STEP: Final = {
    "last": -1, "past": -1, "previous": -1, "this past": -1,
    "this": 0, "current": 0,
    "next": 1, "coming": 1, "following": 1, "this coming": 1,
}  # fmt: skip
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def _span(first: date | None, last: date | None, granularity: Granularity) -> Reading | None:
    if first is None or last is None or last < first:
        return None
    return first, last, DateType.RANGE, granularity, None


def _month(word: str | None) -> int:
    return words("month")[word or ""]


def days(named: Named, ref: date) -> Reading | None:
    """ "March 3-7", "30 March to 2 April 2024"."""
    month2 = _month(named["m2"] or named["m"])
    month = _month(named["m"]) if named["m"] else month2
    year2 = int(named["y"]) if named["y"] else calendar.nearest_year(ref, month2)
    year = year2 - (month > month2)
    first = calendar.day_of(year, month, day_number(named["d"] or ""))
    return _span(first, calendar.day_of(year2, month2, day_number(named["d2"] or "")), Granularity.DAY)


def months(named: Named, ref: date) -> Reading | None:
    """ "January to March", "November 2023 - February 2024"."""
    month, month2 = _month(named["m"]), _month(named["m2"])
    over_new_year = month > month2
    if named["y2"]:
        year2 = int(named["y2"])
    elif named["y"]:
        year2 = int(named["y"]) + over_new_year
    else:
        year2 = calendar.nearest_year(ref, month2)
    year = int(named["y"]) if named["y"] else year2 - over_new_year
    return _span(date(year, month, 1), calendar.last_of(date(year2, month2, 1), months=1), Granularity.MONTH)


def years(named: Named, _ref: date) -> Reading | None:
    return _span(date(int(named["y"] or 0), 1, 1), date(int(named["y2"] or 0), 12, 31), Granularity.YEAR)


def weekdays(named: Named, ref: date) -> Reading | None:
    """ "Tuesday to Thursday": the latest such run that has begun."""
    first, last = words("weekday")[named["w"] or ""], words("weekday")[named["w2"] or ""]
    if _STEP.get((named["which"] or "last").lower(), -1) < 0:
        start = calendar.weekday_before(ref, first, or_same=not named["which"])
    else:
        start = calendar.weekday_after(ref, first)
    return _span(start, calendar.weekday_after(start, last), Granularity.DAY)


def week_of_month(named: Named, ref: date) -> Reading:
    """The month's days in sevens; the last week is its last seven days."""
    month = _month(named["m"])
    year = int(named["y"]) if named["y"] else calendar.nearest_year(ref, month)
    week = words("ordinal")[named["n"] or ""]
    if week < 0:
        return about(calendar.last_of(date(year, month, 1), months=1) - timedelta(days=6), Granularity.WEEK)
    return about(calendar.day_of(year, month, 7 * week - 6), Granularity.WEEK)


def quarter(named: Named, ref: date) -> Reading | None:
    which = int(named["q"]) if named["q"] else words("ordinal")[named["n"] or ""]
    if which < 0:
        return None  # "last quarter" is counted from now
    year = int(named["y"]) if named["y"] else ref.year + _STEP[named["which"] or "this"]
    return exact(date(year, 3 * which - 2, 1), Granularity.QUARTER) if which <= 4 else None


def month(named: Named, ref: date) -> Reading | None:
    """A month, of the year given or of the nearest."""
    its_month, told = _month(named["m"]), named.get("y")
    if told and told[0].isdigit():
        year = int(told)
    elif told:
        year = ref.year + _STEP[told.split()[0]]
    else:
        year = calendar.nearest_year(ref, its_month)
    return exact(calendar.day_of(year, its_month, 1), Granularity.MONTH)


def deictic_month(named: Named, ref: date) -> Reading | None:
    """ "last March": the latest one that is over; "this March": this year's."""
    its_month, step = _month(named["m"]), _STEP[(named["which"] or "").lower()]
    year = ref.year + (step if step * (its_month - ref.month) <= 0 and step else 0)
    return exact(calendar.day_of(year, its_month, 1), Granularity.MONTH)


def part_of_month(named: Named, ref: date) -> Reading:
    its_month = _month(named["m"])
    year = int(named["y"]) if named["y"] else calendar.nearest_year(ref, its_month)
    return about(_within(named["part"], date(year, its_month, 1), 1), Granularity.MONTH)


def part_of_year(named: Named, _ref: date) -> Reading:
    return about(_within(named["part"], date(int(named["y"] or 0), 1, 1), 12), Granularity.YEAR)


def part_of_period(named: Named, ref: date) -> Reading:
    """ "late last month"; "earlier this month" can only be told as up to the day of publication."""
    unit, part, step = named["unit"] or "", (named["part"] or "").lower(), _STEP[(named["which"] or "this").lower()]
    if part in ("earlier", "later"):
        return about(_moved(ref, unit, step), _GRANULARITY[unit])
    if unit == "week":
        monday = calendar.shifted(calendar.week_of(ref), days=7 * step)
        into = 4 if part in ("late", "end") else 2 if part.startswith("mid") else 0  # a week's work ends on Friday
        return about(calendar.shifted(monday, days=into) if monday else None, Granularity.WEEK)
    first = _first_of(ref, unit, step)
    return about(_within(part, first, _MONTHS[unit]) if first else None, _GRANULARITY[unit])


def period(named: Named, ref: date) -> Reading | None:
    """ "last week", "next year", "this month": where it begins; the present one is told by its day of publication."""
    unit, which = named["unit"] or "", (named["which"] or "").lower()
    if which in ("following", "previous"):
        return None, None, DateType.UNRESOLVED, None, "depends on another date or event"
    if which in ("past", "coming"):
        other = _moved(ref, unit, _STEP[which])
        if other is None:
            return None
        return min(other, ref), max(other, ref), DateType.APPROXIMATE, _GRANULARITY[unit], None
    step = _STEP[which]
    if step == 0:
        return exact(ref, _GRANULARITY[unit])
    if unit in ("week", "fortnight"):
        days = 7 if unit == "week" else 14
        return exact(calendar.shifted(calendar.week_of(ref), days=days * step), Granularity.WEEK)
    return exact(_first_of(ref, unit, step), _GRANULARITY[unit])


def weekend(named: Named, ref: date) -> Reading:
    """Its Saturday; a bare one is the latest that has begun."""
    latest, which = calendar.weekday_before(ref, 5, or_same=True), (named["which"] or "").lower()
    today = ref.weekday() >= 5
    if which in ("last", "past", "previous", "this past"):
        return about(latest - calendar.WEEK if today and which != "this past" else latest, Granularity.WEEK)
    if which in ("this", "coming", "current", "this coming"):
        return about(latest if today else latest + calendar.WEEK, Granularity.WEEK)
    if which in ("next", "following"):
        return about(latest + calendar.WEEK * (1 if today else 2), Granularity.WEEK)
    return about(latest, Granularity.WEEK)


def recent(named: Named, ref: date) -> Reading:
    """ "the past two weeks": from then to the day of publication, or from it on."""
    unit = named["unit"] or named["unit2"] or ""
    width = _GRANULARITY.get(unit, Granularity.WEEK)
    if named["few"] or named["recent"]:
        return about(None, width)
    count = number(named["n"] or "") * _STEP[(named["which"] or "last").lower()]
    if unit in _MONTHS:
        other = calendar.shifted(ref, months=int(count * _MONTHS[unit]))
    else:
        other = calendar.shifted(ref, days=int(count * {"week": 7, "fortnight": 14, "day": 1}.get(unit, 0.05)))
    if other is None:
        return about(None, width)
    first, last = sorted((other, ref))
    return first, last, DateType.APPROXIMATE, width, None


def decade(named: Named, _ref: date) -> Reading:
    year = int(named["y"]) if named["y"] else 1900 + int(named["yy"] or 0)
    return about(_within(named["part"] or named["part2"], date(year, 1, 1), 120), Granularity.YEAR)


def year(named: Named, _ref: date) -> Reading | None:
    return exact(date(int(named["y"] or 0), 1, 1), Granularity.YEAR)


def _within(part: str | None, first: date, months: int) -> date:
    """The first, middle or last day of so many months."""
    last = calendar.last_of(first, months=months)
    match (part or "").lower():
        case "late" | "end" | "later":
            return last
        case "mid" | "middle":
            return first + (last - first + timedelta(days=1)) // 2
        case _:
            return first


def _first_of(ref: date, unit: str, step: int) -> date | None:
    """The first day of the month, quarter, year ... that is `step` away from the one of `ref`."""
    months = _MONTHS[unit]
    number = ref.year * 12 + ref.month - 1
    year, month = divmod((number // months + step) * months, 12)
    return calendar.day_of(year, month + 1, 1)


def _moved(ref: date, unit: str, step: int) -> date | None:
    if unit in _MONTHS:
        return calendar.shifted(ref, months=_MONTHS[unit] * step)
    return calendar.shifted(ref, days=(14 if unit == "fortnight" else 7) * step)
