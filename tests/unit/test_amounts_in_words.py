"""Amounts as people write them."""

import pytest

from dateline.telling import counted, in_words
from dateline.telling.amounts import figure
from dateline_schemas import Bound, Quantity, QuantityKind, Span

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
        (5, "fireman", "5 firemen"),
        (2, "schoolchild", "2 schoolchildren"),
        (2, "human", "2 humans"),
        (3, "bus", "3 buses"),
        (30, "wounded", "30 wounded"),  # no noun, but counted as one
        (2, "troops", "2 troops"),
    ],
)
def test_what_is_counted_stands_in_its_plural(value: float, unit: str, told: str) -> None:
    counted = Quantity(kind=QuantityKind.COUNT, value=value, unit=unit, span=WORDS, rule="test")
    assert in_words(counted) == told


def test_money_and_percent_have_none() -> None:
    money = Quantity(kind=QuantityKind.MONEY, value=640e6, unit="USD", bound=Bound.OVER, span=WORDS, rule="test")
    assert in_words(money) == "more than 640 million USD"


@pytest.mark.parametrize(("unit", "told"), [(None, "5%"), ("percentage point", "5 percentage points")])
def test_a_rate_that_rises_by_points_does_not_rise_by_percent(unit: str | None, told: str) -> None:
    rise = Quantity(kind=QuantityKind.PERCENT, value=5, unit=unit, span=WORDS, rule="test")
    assert in_words(rise) == told


@pytest.mark.parametrize(("per", "told"), [("year", "7 USD a year"), ("hour", "7 USD an hour")])
def test_a_rate_has_its_period(per: str, told: str) -> None:
    wage = Quantity(kind=QuantityKind.MONEY, value=7, unit="USD", per=per, span=WORDS, rule="test")
    assert in_words(wage) == told


@pytest.mark.parametrize(
    ("value", "told"), [(999_999.7, "1,000,000"), (3e18, "3,000,000 trillion"), (2.5, "2.5"), (-1234.0, "-1,234")]
)
def test_no_figure_has_an_exponent(value: float, told: str) -> None:
    assert figure(value) == told


def test_a_range_shows_both_ends() -> None:
    some = Quantity(
        kind=QuantityKind.COUNT, value=3, upper=5, unit="soldier", bound=Bound.RANGE, span=WORDS, rule="test"
    )
    assert in_words(some) == "3 to 5 soldiers"


@pytest.mark.parametrize(
    ("unit", "of", "told"),
    [("nurse", "nurses", ""), ("people", "people", ""), ("tonne", "wheat", " (wheat)"), ("USD", None, "")],
)
def test_what_is_counted_is_told_where_the_unit_does_not_say_it(unit: str, of: str | None, told: str) -> None:
    some = Quantity(kind=QuantityKind.COUNT, value=3, unit=unit, counted=of, span=WORDS, rule="test")
    assert counted(some) == told
