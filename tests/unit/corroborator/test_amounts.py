"""Which amounts can both be right."""

import pytest

from dateline.corroborator.words.amounts import agree, comparable, interval
from dateline_schemas import Bound, Quantity, QuantityKind, Span


def amount(value: float, unit: str, bound: Bound = Bound.EXACT, upper: float | None = None) -> Quantity:
    kind = QuantityKind.MONEY if unit.isupper() else QuantityKind.MEASURE
    return Quantity(kind=kind, value=value, unit=unit, bound=bound, upper=upper, span=Span(start=0, end=1), rule="test")


def count(value: float, unit: str = "ship", bound: Bound = Bound.EXACT) -> Quantity:
    return amount(value, unit, bound).model_copy(update={"kind": QuantityKind.COUNT})


def both_right(a: Quantity, b: Quantity, *, closed: bool = False) -> bool:
    """Whether they agree, whichever comes first; `closed` is whether their bounds are allowed."""
    assert comparable(a, b)
    assert comparable(b, a)
    one, other = interval(a, closed), interval(b, closed)
    assert agree(one, other) == agree(other, one)
    return agree(one, other)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (amount(10, "tonne", Bound.OVER), amount(10, "tonne", Bound.OVER)),  # "more than 10" and "over 10"
        (amount(10, "tonne", Bound.OVER), amount(12, "tonne")),
        (amount(3, "tonne"), amount(3000, "kilogram")),
        (amount(3, "tonne"), amount(3, "ton")),  # which ton, nobody knows
        (amount(2, "kilometre"), amount(2000, "metre")),
        (amount(3, "square kilometre"), amount(300, "hectare")),
        (count(800, "soldier"), count(800, "troops")),
        (amount(100, "EUR", Bound.ABOUT), amount(95, "EUR")),
        (amount(5, "EUR", Bound.RANGE, 8), amount(7, "EUR")),
        (amount(1_000_000, "EUR"), amount(1_002_000, "EUR")),  # rounded
    ],
)
def test_amounts_that_agree(a: Quantity, b: Quantity) -> None:
    assert both_right(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (amount(10e9, "USD"), amount(10e9, "EUR")),
        (amount(10e9, "USD"), amount(9e9, "EUR")),
        (count(800, "soldier"), count(900, "troops")),
        (count(14), count(15)),
        (amount(3, "tonne"), amount(4000, "kilogram")),
        (amount(300, "tonne"), amount(350, "ton")),  # of whatever tons
        (amount(10, "EUR", Bound.OVER), amount(8, "EUR")),
        (amount(5, "EUR", Bound.UNDER), amount(6, "EUR")),
    ],
)
def test_amounts_that_do_not(a: Quantity, b: Quantity) -> None:
    assert not both_right(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (amount(10, "kilometre"), amount(6, "mile")),  # what reports round is not compared
        (amount(10, "kilometre"), amount(10, "square kilometre")),
        (count(10, "police"), count(10, "people")),
        (count(10, "civilian"), count(10, "people")),  # some of them
    ],
)
def test_amounts_that_cannot_be_compared(a: Quantity, b: Quantity) -> None:
    assert not comparable(a, b)


def test_open_bounds_that_touch_leave_nothing_between_them() -> None:
    more, fewer = count(10, bound=Bound.OVER), count(10, bound=Bound.UNDER)

    assert not both_right(more, fewer)
    assert both_right(more, fewer, closed=True)
    assert both_right(count(10, bound=Bound.AT_LEAST), count(10, bound=Bound.AT_MOST))
    assert not both_right(count(10, bound=Bound.AT_LEAST), fewer)


def test_ten_is_neither_more_nor_fewer_than_ten_but_a_great_round_number_may_be() -> None:
    assert not both_right(count(10, bound=Bound.OVER), count(10))
    assert not both_right(count(10, bound=Bound.UNDER), count(10))
    assert both_right(count(10, bound=Bound.OVER), count(10), closed=True)
    assert both_right(count(10_000, bound=Bound.OVER), count(10_000))
    assert both_right(amount(10e9, "EUR", Bound.OVER), amount(10e9, "EUR"))
