"""Amounts, shares, counts and measures of a text, with what is counted."""

from dateline.enricher.quantities.finding import find

__all__ = ["find"]
