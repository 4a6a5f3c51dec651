"""Learned whole-number weights: names of traits and their points, read from a data file."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import repeat


@dataclass(frozen=True, slots=True)
class Weights:
    """Points in hundredths of a log-odds; a sum of them is the same on every machine."""

    points: dict[str, int]
    threshold: int = 0
    """The score from which the answer is yes."""
    constant: int = 0
    """What is added to a score to make it a log-odds."""

    def score(self, traits: Iterable[str]) -> int:
        return sum(map(self.points.get, traits, repeat(0)))


def pairs(name: str) -> list[tuple[str, str]]:
    """The lines of a data file, cut at their last tab, without comments."""
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    lines = (line.rpartition("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return [(left, right) for left, _, right in lines]


@cache
def load(name: str = "weights.tsv") -> Weights:
    """The weights of one of the package's data files."""
    points = {trait: int(value) for trait, value in pairs(name)}
    return Weights(points, points.pop("THRESHOLD", 0), points.pop("CONSTANT", 0))
