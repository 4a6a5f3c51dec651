"""Amounts as people write them."""

import pytest

from dateline.telling import in_words
from dateline_schemas.coded import Bound, Quantity, QuantityKind, Span

WORDS = Span(start=0, end=1)


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (4000, "worker", "4,000 workers"),
        (1, "worker", "1 worker"),
        (18000, "people", "18,000 people"),
        (3, "woman", "3 women"),
        (2, "embassy", "2 embassies"),
        (12, "km", "12 km"),
        (5, "church", "5 churches"),
    ],
)
def test_what_is_counted_stands_in_its_plural(value: float, unit: str, told: str) -> None:
    counted = Quantity(kind=QuantityKind.COUNT, value=value, unit=unit, span=WORDS, rule="test")
    assert in_words(counted) == told


def test_money_and_percent_have_none() -> None:
    money = Quantity(kind=QuantityKind.MONEY, value=640e6, unit="USD", bound=Bound.OVER, span=WORDS, rule="test")
    assert in_words(money) == "more than 640 million USD"


def test_a_range_shows_both_ends() -> None:
    some = Quantity(
        kind=QuantityKind.COUNT, value=3, upper=5, unit="soldier", bound=Bound.RANGE, span=WORDS, rule="test"
    )
    assert in_words(some) == "3 to 5 soldiers"
