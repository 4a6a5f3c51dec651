"""Likelihoods from points, in whole numbers: the same on every machine."""

from collections.abc import Sequence
from typing import Final

ONE: Final = 1 << 20
"""What is certain."""
_FURTHEST: Final = 1200  # points: what is further behind is as good as impossible
_STEP, _PARTS = 9_900_498_337, 10_000_000_000  # e to the power of -1/100


def _falling() -> tuple[int, ...]:
    """ONE times e to the power of -points/100, by points."""
    found, exact = [], ONE << 20
    for _ in range(_FURTHEST + 1):
        found.append(exact >> 20)
        exact = exact * _STEP // _PARTS
    return tuple(found)


_FALLING: Final = _falling()


def of(points: int) -> int:
    """How likely a yes is that has so many hundredths of a log-odds."""
    other = _FALLING[min(_FURTHEST, abs(points))]
    return ONE * (ONE if points >= 0 else other) // (ONE + other)


def shares(points: Sequence[int]) -> list[int]:
    """How likely each of several answers is, one of which is right; together about ONE."""
    best = max(points)
    parts = [_FALLING[min(_FURTHEST, best - one)] for one in points]
    whole = sum(parts)
    return [part * ONE // whole for part in parts]
