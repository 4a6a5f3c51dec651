"""Arithmetic with days, weeks and months."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

WEEK: Final = timedelta(days=7)


def shifted(day: date, *, days: int = 0, months: int = 0) -> date | None:
    """`day` so many days and months later; the month's last day where it is shorter; None outside the calendar."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    try:
        return moved + timedelta(days=days)
    except OverflowError:
        return None


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None if there is no such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_of(first: date, *, months: int) -> date:
    """The last day of so many months that begin with `first`'s."""
    year, month = divmod(first.year * 12 + first.month - 1 + months - 1, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, monthrange(year, month + 1)[1])


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))


def weekday_before(day: date, weekday: int, *, or_same: bool) -> date:
    """The nearest such weekday up to `day`."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back or (0 if or_same else 7))


def weekday_after(day: date, weekday: int, *, or_same: bool = False) -> date:
    """The nearest such weekday from `day` on."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead or (0 if or_same else 7))


def nearest_year(ref: date, month: int) -> int:
    """The year in which a month told without one lies: news looks back further than ahead."""
    ahead = month - ref.month
    return ref.year + (-1 if ahead > 4 else 1 if ahead < -10 else 0)
