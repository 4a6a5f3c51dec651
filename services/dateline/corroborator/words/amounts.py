"""Whether two amounts can both be right: compared in one unit where the conversion is known, bounds heeded."""

from functools import cache
from typing import Final, NamedTuple

from dateline.corroborator.words.wordlists import rows
from dateline_schemas import Bound, Quantity, QuantityKind

ROUNDING: Final = 0.005
"""Two figures this near are one, rounded differently."""
WHOLE: Final = 100
"""Of fewer things than this each counts: a share of ROUNDING is less than half a thing."""
ABOUT: Final = 0.1
"""How far "about ten" reaches on each side."""


class Interval(NamedTuple):
    """What an amount leaves possible, in its basic unit; an open end is not itself possible."""

    low: float
    high: float
    unit: str
    open_low: bool = False
    open_high: bool = False


def interval(quantity: Quantity, closed: bool = False) -> Interval:
    """The values that the amount allows; tonnes in kilograms, kilometres in metres, troops as soldiers. `closed` takes
    "more than ten" for "at least ten"."""
    least, most, unit = basic(quantity.unit or "")
    low, high = quantity.value * least, quantity.value * most
    if quantity.bound in (Bound.OVER, Bound.AT_LEAST):
        return Interval(low, float("inf"), unit, open_low=quantity.bound is Bound.OVER and not closed)
    if quantity.bound in (Bound.UNDER, Bound.AT_MOST):
        return Interval(0.0, high, unit, open_high=quantity.bound is Bound.UNDER and not closed)
    if quantity.bound is Bound.ABOUT:
        return Interval(low * (1 - ABOUT), high * (1 + ABOUT), unit)
    if quantity.bound is Bound.RANGE and quantity.upper is not None:
        high = quantity.upper * most
    rounding = 0.0 if quantity.kind is QuantityKind.COUNT and quantity.value < WHOLE else ROUNDING / 2
    return Interval(low - rounding * abs(low), high + rounding * abs(high), unit)


class Basic(NamedTuple):
    """How many of a basic unit a unit is, at least and at most: a ton may be a short or a long one."""

    least: float
    most: float
    unit: str


def basic(unit: str) -> Basic:
    """The unit in its basic one, where that is known; else the unit itself."""
    return basic_units().get(unit, Basic(1.0, 1.0, unit))


@cache
def basic_units() -> dict[str, Basic]:
    """By unit; nouns that count the same things stand for each other."""
    found = {noun: Basic(1.0, 1.0, row[0]) for row in rows("same_things") for noun in row}
    for name, *factors, base in rows("units"):
        found[name.replace("_", " ")] = Basic(float(factors[0]), float(factors[-1]), base.replace("_", " "))
    return found


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether the two could be the same figure: of one kind, in one unit or in two currencies that are known; and of
    one period, where both say it."""
    if a.kind is not b.kind or (a.per and b.per and a.per != b.per):
        return False
    return basic(a.unit or "").unit == basic(b.unit or "").unit or in_two_currencies(a, b)


def in_two_currencies(a: Quantity, b: Quantity) -> bool:
    """Whether both are money, of two currencies."""
    return a.kind is b.kind is QuantityKind.MONEY and bool(a.unit and b.unit) and a.unit != b.unit


def agree(one: Interval, other: Interval) -> bool:
    """Whether both of two comparable amounts can be right. "More than 10" and "over 10" agree, and so do 12 and "more
    than 10", 10 and "at least 10"; "more than 10" and "fewer than 10" do not, nor ten billion dollars and euros."""
    if one.unit != other.unit:
        return False
    return meets(one, other) and meets(other, one)


def meets(one: Interval, other: Interval) -> bool:
    """Whether the first begins before the other ends."""
    if one.low == other.high:
        return not (one.open_low or other.open_high)
    return one.low < other.high
