"""What expressions of time come to, seen from a day of publication."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.enricher.dates import DateType, resolve

FRIDAY = date(2023, 9, 15)


@pytest.mark.parametrize(
    ("expression", "start", "end", "date_type"),
    [
        ("on Friday", "2023-09-15", None, "exact"),
        ("Thursday evening", "2023-09-14", None, "exact"),
        ("in the early hours of Thursday", "2023-09-14", None, "exact"),
        ("last Friday", "2023-09-08", None, "exact"),
        ("next Tuesday", "2023-09-19", None, "exact"),
        ("Monday of last week", "2023-09-04", None, "exact"),
        ("Wednesday to Friday", "2023-09-13", "2023-09-15", "range"),
        ("yesterday afternoon", "2023-09-14", None, "exact"),
        ("Earlier in the day", "2023-09-15", None, "exact"),
        ("the day before yesterday", "2023-09-13", None, "exact"),
        ("February 20", "2023-02-20", None, "exact"),
        ("28 December 2021", "2021-12-28", None, "exact"),
        ("Sept. 3-7", "2023-09-03", "2023-09-07", "range"),
        ("30 August to 2 September", "2023-08-30", "2023-09-02", "range"),
        ("29/08/2023", "2023-08-29", None, "exact"),
        ("2023-08-29", "2023-08-29", None, "exact"),
        ("in late August", "2023-08-31", None, "approximate"),
        ("November 2022 to February 2023", "2022-11-01", "2023-02-28", "range"),
        ("second week of August", "2023-08-08", None, "approximate"),
        ("last month", "2023-08-01", None, "exact"),
        ("last week", "2023-09-04", None, "exact"),
        ("last quarter", "2023-04-01", None, "exact"),
        ("the third quarter of 2022", "2022-07-01", None, "exact"),
        ("at the end of last month", "2023-08-31", None, "approximate"),
        ("three weeks ago", "2023-08-25", None, "exact"),
        ("Three weeks ago", "2023-08-25", None, "exact"),
        ("about ten days ago", "2023-09-05", None, "approximate"),
        ("several years ago", None, None, "approximate"),
        ("over the weekend", "2023-09-09", None, "approximate"),
        ("in 2019", "2019-01-01", None, "exact"),
        ("2024/11/30", "2024-11-30", None, "exact"),
        ("between 2014 and 2018", "2014-01-01", "2018-12-31", "range"),
        ("the early 1980s", "1980-01-01", None, "approximate"),
        ("31 June", None, None, "unresolved"),
        ("Nowruz", None, None, "unresolved"),
        ("last autumn", None, None, "unresolved"),
        ("two days after the attack", None, None, "unresolved"),
        ("nothing of the kind", None, None, "unresolved"),
    ],
)
def test_expression_means_the_day_that_a_reader_takes_it_for(
    expression: str, start: str | None, end: str | None, date_type: str
) -> None:
    resolved = resolve(expression, FRIDAY)

    assert (resolved.start and resolved.start.isoformat()) == start
    assert (resolved.end and resolved.end.isoformat()) == end
    assert resolved.date_type == date_type


@given(st.text(alphabet="lastnexMarchFridy 0123456789-/.,wekod", max_size=60), st.dates())
def test_any_words_and_any_day_are_answered(expression: str, ref: date) -> None:
    resolved = resolve(expression, ref)

    assert (resolved.reason is None) or resolved.start is None
    assert resolved.end is None or (resolved.start is not None and resolved.start <= resolved.end)


@given(st.dates())
def test_iso_date_means_itself(day: date) -> None:
    resolved = resolve(day.isoformat(), FRIDAY)

    assert (resolved.start, resolved.date_type) == (day, DateType.EXACT)
