"""Which amounts can both be right."""

import pytest

from dateline.corroborator.amounts import agree, comparable
from dateline_schemas import Bound, Quantity, QuantityKind, Span


def amount(value: float, unit: str, bound: Bound = Bound.EXACT, upper: float | None = None) -> Quantity:
    kind = QuantityKind.MONEY if unit.isupper() else QuantityKind.MEASURE
    return Quantity(kind=kind, value=value, unit=unit, bound=bound, upper=upper, span=Span(start=0, end=1), rule="test")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (amount(10, "tonne", Bound.OVER), amount(10, "tonne", Bound.OVER)),  # "more than 10" and "over 10"
        (amount(10, "tonne", Bound.OVER), amount(12, "tonne")),
        (amount(3, "tonne"), amount(3000, "kilogram")),
        (amount(2, "kilometre"), amount(2000, "metre")),
        (amount(100, "EUR", Bound.ABOUT), amount(95, "EUR")),
        (amount(5, "EUR", Bound.RANGE, 8), amount(7, "EUR")),
        (amount(1_000_000, "EUR"), amount(1_002_000, "EUR")),  # rounded
    ],
)
def test_amounts_that_agree(a: Quantity, b: Quantity) -> None:
    assert comparable(a, b)
    assert agree(a, b)
    assert agree(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (amount(10e9, "USD"), amount(10e9, "EUR")),
        (amount(3, "tonne"), amount(4000, "kilogram")),
        (amount(10, "EUR", Bound.OVER), amount(8, "EUR")),
        (amount(5, "EUR", Bound.UNDER), amount(6, "EUR")),
    ],
)
def test_amounts_that_do_not(a: Quantity, b: Quantity) -> None:
    assert comparable(a, b)
    assert not agree(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (amount(10, "kilometre"), amount(6, "mile")),  # what reports round is not compared
        (amount(10e9, "USD"), amount(9e9, "EUR")),  # may be one sum, converted
    ],
)
def test_amounts_that_cannot_be_compared(a: Quantity, b: Quantity) -> None:
    assert not comparable(a, b)
