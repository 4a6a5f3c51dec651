"""Expressions of time in a text, and the days they come to, seen from the day of publication."""

from dateline.enricher.dates.finding import find, resolve
from dateline.enricher.dates.resolved import DateMention, DateType, Granularity, Resolved

__all__ = ["DateMention", "DateType", "Granularity", "Resolved", "find", "resolve"]
