"""Where a text tells a time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.enricher import dates, document

PUBLISHED = date(2023, 9, 15)


def found(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str | None]]:
    read = document.read(text, published=published)
    return [(text[m.span[0] : m.span[1]], m.start.isoformat() if m.start else None) for m in dates.find(read)]


def test_every_time_of_a_text_is_found_with_its_day() -> None:
    text = "The envoy arrived on Tuesday. Talks began last month; a first round was held in May 2021."

    assert found(text) == [("Tuesday", "2023-09-12"), ("last month", "2023-08-01"), ("May 2021", "2021-05-01")]


def test_weekday_of_a_deed_to_come_lies_ahead() -> None:
    assert found("The minister will visit Oslo on Monday.") == [("Monday", "2023-09-18")]


@pytest.mark.parametrize(
    "text",
    [
        "The minister is due to meet Ola Nordmann on Monday.",
        "The minister is to meet Ola Nordmann on Monday.",
        "The ministers agreed to meet on Monday.",
        "The talks, which end on Monday, were dull.",
        "Parliament votes on Monday.",
    ],
)
def test_weekday_of_an_announced_infinitive_lies_ahead(text: str) -> None:
    assert found(text) == [("Monday", "2023-09-18")]


def test_weekday_of_an_announcement_lies_behind() -> None:
    assert found("The ministers agreed on Monday to meet.") == [("Monday", "2023-09-11")]


def test_verb_and_walk_are_no_months() -> None:
    assert found("They may march again, the women's March being over.") == []


def test_event_date_is_as_wide_as_its_words() -> None:
    read = document.read("It fell in August 2022.", published=PUBLISHED)

    event_date = dates.find(read)[0].event_date()

    assert event_date is not None
    assert event_date.start == "2022-08"


def test_without_day_of_publication_only_full_dates_are_resolved() -> None:
    text = "It was signed on 3 March 2020 and renewed on Monday."

    assert found(text, None) == [("3 March 2020", "2020-03-03"), ("Monday", None)]


@given(st.text(max_size=200))
def test_spans_are_in_order_and_hold_text(text: str) -> None:
    end = 0
    for mention in dates.find(document.read(text, published=PUBLISHED)):
        assert end <= mention.span[0] < mention.span[1] <= len(text)
        end = mention.span[1]


@pytest.mark.parametrize(
    ("later", "day"),
    [
        ("A day earlier, it rained.", "2023-09-11"),
        ("Two days later it rained.", "2023-09-14"),
        ("The following day it rained.", "2023-09-13"),
        ("It had rained the previous day.", "2023-09-11"),
        ("Two days after the vote it rained.", None),
        ("It rained days later.", None),
    ],
)
def test_a_day_may_be_told_from_the_one_before(later: str, day: str | None) -> None:
    assert [start for _, start in found(f"They met on Tuesday. {later}")] == ["2023-09-12", day]


def test_without_a_day_told_before_it_is_not_known() -> None:
    assert found("A day earlier, it rained.") == [("A day earlier", None)]


@given(st.integers(1, 99), st.sampled_from(["earlier", "later"]))
def test_so_many_days_are_so_many(days: int, way: str) -> None:
    meant = date(2023, 9, 12) + timedelta(days=days if way == "later" else -days)
    assert found(f"They met on Tuesday. It rained {days} days {way}.")[-1][1] == meant.isoformat()
