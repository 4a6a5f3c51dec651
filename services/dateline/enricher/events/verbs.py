"""Classes of words, verbs for the most part, by what they tell of a deed that stands beside them as a noun."""

from functools import cache

from dateline.enricher.events.lexicon import classes


@cache
def verbs(name: str) -> frozenset[str]:
    """The lemmas of a class of data/verbs.txt."""
    return classes("verbs.txt")[name]
