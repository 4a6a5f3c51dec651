"""Whether two amounts can both be right: compared in one unit where the conversion is exact, bounds heeded."""

from typing import Final, NamedTuple

from dateline.corroborator.wordlists import rows
from dateline_schemas import Bound, Quantity, QuantityKind

ROUNDING: Final = 0.005
"""Two figures this near are one, rounded differently."""
ABOUT: Final = 0.1
"""How far "about ten" reaches on each side."""


class Interval(NamedTuple):
    """What an amount leaves possible, in its basic unit."""

    low: float
    high: float
    unit: str


def interval(quantity: Quantity) -> Interval:
    """The values that the amount allows; tonnes in kilograms, kilometres in metres."""
    factor, unit = basic(quantity.unit or "")
    value = quantity.value * factor
    if quantity.bound is Bound.OVER:
        return Interval(value, float("inf"), unit)
    if quantity.bound is Bound.UNDER:
        return Interval(0.0, value, unit)
    if quantity.bound is Bound.ABOUT:
        return Interval(value * (1 - ABOUT), value * (1 + ABOUT), unit)
    upper = quantity.upper if quantity.bound is Bound.RANGE and quantity.upper is not None else quantity.value
    return Interval(value, upper * factor, unit)


def basic(unit: str) -> tuple[float, str]:
    """The factor to the basic unit, where the conversion is exact, and that unit; else the unit itself."""
    for name, factor, base in rows("exact_units"):
        if unit == name:
            return float(factor), base
    return 1.0, unit


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether the two could be the same figure: of one kind, in one unit, or the same number of money; and of one
    period, where both say it."""
    if a.kind is not b.kind or (a.per and b.per and a.per != b.per):
        return False
    if interval(a).unit == interval(b).unit:
        return True
    return a.kind is QuantityKind.MONEY and near(a.value, b.value)


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether both of two comparable amounts can be right. "More than 10" and "over 10" agree, and so do 12 and "more
    than 10"; ten billion dollars and ten billion euros do not."""
    one, other = interval(a), interval(b)
    if one.unit != other.unit:
        return False
    return one.low <= other.high * (1 + ROUNDING) and other.low <= one.high * (1 + ROUNDING)


def near(a: float, b: float) -> bool:
    return abs(a - b) <= ROUNDING * max(abs(a), abs(b))
