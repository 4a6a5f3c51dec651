"""An item that comes without a time is dated by the day that its own head states, and by nothing else."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.fetcher.articles import article_of
from dateline.fetcher.found import Found, Origin
from dateline.fetcher.published import UNKNOWN, read_published
from dateline.fetcher.stated import MONTHS, day_of, stated_day
from dateline_schemas.article import PublishedQuality, SourceKind

FETCHED = datetime(2025, 5, 24, 9, 30, tzinfo=UTC)
LEAD = "The bank raised its rates on Thursday, and its president said that it would do so again before the summer ends."


@pytest.mark.parametrize(
    "line",
    [
        "May 22, 2025",
        "Posted May 22nd, 2025 at 1:12 PM",
        "First published: Thursday, 22 May 2025 10:30",
        "THURSDAY, MAY 22, 2025, 10:53 AM",
        "Meridian | Updated: 2025-05-22 17:52",
        "2025-05-22T10:00:00Z",
        "7:45 p.m. ET, Thu May 22, 2025",
        "By Ada Holm, Lake Wire, 22 May 2025",
        "OSLO, Norway, May 22, 2025",
        "GOMA, Democratic Republic of the Congo, May 22, 2025",
        f"Dar es Salaam, May 22, 2025 - {LEAD}",
        f"FRANKFURT, May 22, 2025 - {LEAD}",
        f"FRANKFURT, May 22, 2025 (Lake Wire) -- {LEAD}",
        f"GENEVA (22 May 2025) – {LEAD}",
    ],
)
def test_the_day_of_a_head_is_the_texts_own(line: str) -> None:
    day = datetime(2025, 5, 22, tzinfo=UTC)
    for text in (f"{line}\n{LEAD}", f"Bank raises rates\n\nBy Ada Holm\n{line}\n\n{LEAD}"):
        assert stated_day(text, FETCHED).moment == day
        assert stated_day(text, FETCHED).quality is PublishedQuality.DAY


@pytest.mark.parametrize(
    "line",
    [
        "11 September 2001 attacks",
        "The bank fell on May 22, 2025",
        "Bombing of May 22, 2025",
        "On May 22, 2025, the bank closed its doors.",
        "A view of the bank, May 22, 2025",
        "May 22, 2025 was a day like others",
        f"FRANKFURT - {LEAD} It had done so on May 22, 2025 - and once before.",
        f"Of its president, born May 22, 1955 - {LEAD}",
        "05/06/2025",
        "May 2025",
        "31 June 2024",
        "12 May 0000",
        "May 22, 20250",
        "May 27, 2025",  # ahead of the fetch
    ],
)
def test_any_other_day_is_not(line: str) -> None:
    assert stated_day(f"{line}\n{LEAD}", FETCHED) == UNKNOWN


def test_a_day_far_down_is_not() -> None:
    assert stated_day("Prices\n" * 6 + "May 22, 2025\n", FETCHED) == UNKNOWN


def test_what_the_source_says_comes_first() -> None:
    origin = Origin(SourceKind.FOLDER, "/wire", "rates.txt")
    text = f"May 22, 2025\n{LEAD}"
    said = article_of(Found(origin, text, published=read_published("2025-05-23T06:00:00Z")), FETCHED)
    assert said.published == datetime(2025, 5, 23, 6, tzinfo=UTC)
    unsaid = article_of(Found(origin, text), FETCHED)
    assert unsaid.published == datetime(2025, 5, 22, tzinfo=UTC)
    assert unsaid.published_quality is PublishedQuality.DAY


@given(
    st.datetimes(datetime(1, 1, 1), FETCHED.replace(tzinfo=None)),
    st.sampled_from(["{m} {d}, {y:04}", "{d} {m} {y:04}"]),
)
def test_every_day_of_the_calendar_is_read(moment: datetime, form: str) -> None:
    line = form.format(m=MONTHS[moment.month - 1].capitalize(), d=moment.day, y=moment.year)
    assert day_of(line) == moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)


@given(st.text(), st.text(st.sampled_from("May 22,2025-()/:\n")))
def test_no_text_breaks_it(some: str, near: str) -> None:
    for text in (some, near, some + "\n" + near):
        assert stated_day(text, FETCHED).moment is None or stated_day(text, FETCHED).quality is PublishedQuality.DAY
