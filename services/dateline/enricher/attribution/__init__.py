"""Who says what: source, cue and content of every attribution of a text."""

from dateline.enricher.attribution.finding import find

__all__ = ["find"]
