"""Amounts, shares, measures and counts, and what is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.enricher import document, quantities
from dateline.enricher.quantities.numerals import MOST
from dateline_schemas.coded import Bound, Quantity, QuantityKind


def found(text: str) -> list[Quantity]:
    return list(quantities.find(document.read(text)))


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("They agreed on a $3.2bn loan.", 3.2e9, "USD", Bound.EXACT),
        ("The grant is worth €40m.", 4e7, "EUR", Bound.EXACT),
        ("It cost over 10 billion euros.", 1e10, "EUR", Bound.OVER),
        ("A fund of nearly two hundred million pounds was set up.", 2e8, "GBP", Bound.ABOUT),
        ("At least 10 billion euros were lost.", 1e10, "EUR", Bound.AT_LEAST),
        ("The ministry spent up to 500 Egyptian pounds.", 500, "EGP", Bound.AT_MOST),
        ("Sales of 5 billion-U.S. dollar were told.", 5e9, "USD", Bound.EXACT),
        ("They lost millions of dollars.", 1e6, "USD", Bound.OVER),
        ("The debt is 30 million dinars.", 3e7, None, Bound.EXACT),
    ],
)
def test_money_has_value_currency_and_bound(text: str, value: float, unit: str | None, bound: Bound) -> None:
    [amount] = found(text)

    assert (amount.kind, amount.value, amount.unit, amount.bound) == (QuantityKind.MONEY, value, unit, bound)


def test_range_has_both_ends_and_one_scale() -> None:
    [amount] = found("The plan needs between 10 and 15 billion dollars.")

    assert (amount.value, amount.upper, amount.bound) == (1e10, 1.5e10, Bound.RANGE)


def test_rate_has_its_period() -> None:
    [amount] = found("Kenya pays $2 million a year.")

    assert amount.per == "year"


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("Some 5,000 angry protesters marched.", 5000, "angry protesters"),
        ("At least seven people were killed.", 7, "people"),
        ("Tens of thousands of farmers gathered.", 10_000, "farmers"),
        ("The blast left two dozen wounded.", 24, "wounded"),
        ("Two strong earthquakes killed villagers.", 2, "strong earthquakes"),
        ("Twenty-one thousand persons sleep in schools.", 21_000, "persons"),
    ],
)
def test_count_says_what_is_counted(text: str, value: float, counted: str) -> None:
    [count] = found(text)

    assert (count.kind, count.value, count.counted) == (QuantityKind.COUNT, value, counted)


def test_subject_of_the_verb_of_amounting_is_what_is_amounted() -> None:
    [amount] = found("Bilateral trade between Chad and Niger amounts to more than 90 million dollars.")

    assert amount.counted == "Bilateral trade"


@pytest.mark.parametrize(
    "text",
    [
        "He was born in 1962.",
        "Ms Ito, 62, won.",
        "They won 3-1.",
        "It began at 6:30.",
        "On May 12 they left.",
        "No. 5 is shut.",
        "The ministers met on 18 March and 25-26 May.",
    ],
)
def test_years_ages_scores_times_and_labels_are_no_counts(text: str) -> None:
    assert found(text) == []


def test_share_and_measure_have_their_kind() -> None:
    share, measure = found("Turnout fell by 5.5 percent, and 300 kilometres of road were shut.")

    assert (share.kind, share.value) == (QuantityKind.PERCENT, 5.5)
    assert (measure.kind, measure.unit, measure.counted) == (QuantityKind.MEASURE, "kilometre", "road")


@given(st.text(alphabet=st.sampled_from("0123456789,.$€% bnmto-thousandfpe\n"), max_size=120))
def test_spans_are_in_order_and_values_finite(text: str) -> None:
    end = 0
    for quantity in found(text):
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.value == quantity.value < float("inf")
        end = quantity.span.end


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The blaze took 10 square kilometres of heath.", "square kilometre"),
        ("Settlers fenced in 40 sq miles.", "square mile"),
        ("The lake covers 3 km² of the park.", "square kilometre"),
        ("The dam let out 300 cubic metres of water.", "cubic metre"),
        ("The ferry sank 12 nautical miles off the coast.", "nautical mile"),
        ("They shipped 5,000 metric tons of barley.", "tonne"),
        ("A 30-square-mile zone was closed.", "square mile"),
        ("They walked 12 miles north.", "mile"),
    ],
)
def test_measure_of_two_words_is_a_unit_of_its_own(text: str, unit: str) -> None:
    [amount] = found(text)

    assert (amount.kind, amount.unit) == (QuantityKind.MEASURE, unit)


def test_time_behind_an_amount_is_not_what_is_amounted() -> None:
    [amount] = found("Trade between Chad and Niger reached 90 million dollars last year.")

    assert amount.counted == "Trade"


def test_thing_told_by_the_year_gives_the_period() -> None:
    [amount] = found("They spoke of 90 million dollars annual trade.")

    assert (amount.per, amount.counted) == ("year", "annual trade")


def test_a_number_behind_a_date_is_none_of_it() -> None:
    for text in ("GAO, 12 November. Three soldiers left.", "On 12 November three soldiers left."):
        [amount] = found(text)
        assert (amount.value, amount.unit) == (3, "soldier")
    assert found("In November 12 soldiers left.") == []  # the day, as like as not


def test_few_that_are_known_are_not_counted() -> None:
    assert found("The two sides met, and the three ministers left.") == []


def test_of_a_part_and_its_whole_the_part_is_counted() -> None:
    [amount] = found("Fewer than 2,000 of the 5,600 workers took part.")

    assert (amount.value, amount.counted, amount.bound) == (2000, "workers", Bound.UNDER)


def test_a_range_may_begin_at_nothing() -> None:
    (fine,) = found("The fine is 0 to 2,000 dollars.")
    assert (fine.value, fine.upper, fine.unit) == (0, 2000, "USD")


@given(
    st.lists(st.sampled_from("5 1,000 999,999 0 nine million billion trillion bn hundred and to dollars".split())),
    st.integers(1, 40),
)
def test_no_words_of_number_count_without_end(words: list[str], times: int) -> None:
    for quantity in found(f"Between {' '.join(words * times)} people came."):
        assert 0 <= quantity.value <= (quantity.upper or MOST) <= MOST


@pytest.mark.parametrize("text", ["5" + " trillion" * 40, "between 5 and 9" + " million" * 60, "1" + ",000" * 120])
def test_no_number_is_past_all_counting(text: str) -> None:
    assert all(quantity.value <= MOST for quantity in found(f"They paid {text} dollars."))
