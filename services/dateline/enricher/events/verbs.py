"""Classes of verbs, by what they tell of a deed that stands beside them as a noun."""

from functools import cache
from importlib import resources


@cache
def verbs(name: str) -> frozenset[str]:
    """The lemmas of a class of data/verbs.txt."""
    text = resources.files(__package__).joinpath("data/verbs.txt").read_text(encoding="utf-8")
    classes = dict(line.split(": ") for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset(classes[name].split())
