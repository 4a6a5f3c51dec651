"""Feeds, pages and news files read in a process that can be killed."""

from dateline.fetcher.reading.reader import Reader
from dateline.fetcher.reading.shapes import Entry, Feed, Page, Unreadable

__all__ = ["Entry", "Feed", "Page", "Reader", "Unreadable"]
