"""How likely a candidate is an attribution, and how sure one is that it is right."""

from bisect import bisect_right
from functools import cache

from dateline.enricher.attribution import odds
from dateline.enricher.attribution.weights import load, pairs


def score(traits: list[str]) -> int:
    """The candidate's points."""
    return load().score(traits)


def threshold() -> int:
    """The score from which a candidate is taken."""
    return load().threshold


def likelihood(points: int) -> int:
    """How likely a cue with these points is one, as `odds` counts."""
    return odds.of(points + load().constant)


def confidence(points: int) -> float:
    """The share of attributions with about this score that were right (docs/calibration-attribution.md)."""
    floors, shares = _curve()
    return shares[max(0, bisect_right(floors, points) - 1)]


@cache
def _curve() -> tuple[list[int], list[float]]:
    rows = [(int(floor), float(share)) for floor, share in pairs("confidence.tsv")]
    return [floor for floor, _ in rows], [share for _, share in rows]
