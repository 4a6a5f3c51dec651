"""A date is what the source wrote, with how well it is known; never a guess."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.fetcher.published import UNKNOWN, Published, read_published
from dateline_schemas.article import PublishedQuality

AFTERNOON = datetime(2025, 3, 12, 14, 5, tzinfo=UTC)
MIDNIGHT = datetime(2025, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment", "quality"),
    [
        ("2025-03-12T14:05:00Z", AFTERNOON, "stated"),
        ("2025-03-12T16:05:00+02:00", AFTERNOON, "stated"),
        ("2025-03-12 14:05+00:00", AFTERNOON, "stated"),
        ("Wed, 12 Mar 2025 14:05:00 GMT", AFTERNOON, "stated"),
        ("12 Mar 2025 09:05 EST", AFTERNOON, "stated"),
        ("Wed, 12 Mar 2025 14:05:00 +0000", AFTERNOON, "stated"),
        ("2025-03-12T14:05:00", AFTERNOON, "zone_assumed"),
        ("2025-03-12 14:05", AFTERNOON, "zone_assumed"),
        ("Wed, 12 Mar 2025 14:05:00", AFTERNOON, "zone_assumed"),
        ("Wed, 12 Mar 2025 14:05:00 -0000", AFTERNOON, "zone_assumed"),
        ("Wed, 12 Mar 2025 14:05:00 XYZT", AFTERNOON, "zone_assumed"),
        ("2025-03-12", MIDNIGHT, "day"),
        ("20250312", MIDNIGHT, "day"),
        ("12 March 2025", MIDNIGHT, "day"),
        ("March 12, 2025", MIDNIGHT, "day"),
        ("Mar 12,  2025", MIDNIGHT, "day"),
        ("Wed, 12 Mar 2025", MIDNIGHT, "day"),
        ("2025/03/12", MIDNIGHT, "day"),
    ],
)
def test_forms_that_are_read(text: str, moment: datetime, quality: str) -> None:
    assert read_published(text) == Published(moment, PublishedQuality(quality))


@pytest.mark.parametrize(
    "text",
    [
        None, "", "yesterday", "31 November 2025", "2025-02-30", "2025-13-01T00:00:00Z", "1970-01-01T00:00:00Z",
        "Thu, 01 Jan 1970 00:00:00 GMT", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "12/03/2025",
        "Wed, 99 Mar 2025 14:05:00 GMT", "١٢ مارس", "1741788300", "-", "\x00",
    ],
)  # fmt: skip
def test_what_is_no_date_or_one_that_stands_for_none(text: str | None) -> None:
    assert read_published(text) == UNKNOWN


@given(st.text(max_size=40))
def test_never_raises(text: str) -> None:
    published = read_published(text)
    assert (published.moment is None) == (published.quality is PublishedQuality.MISSING)
    assert published.moment is None or published.moment.utcoffset() == timedelta(0)


@given(st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1), timezones=st.timezones()))
def test_any_moment_with_a_zone_comes_back(moment: datetime) -> None:
    assert read_published(moment.isoformat()) == Published(moment.astimezone(UTC), PublishedQuality.STATED)


def test_a_time_ahead_of_the_fetch_is_marked_and_kept() -> None:
    fetched = AFTERNOON - timedelta(hours=25)
    stated = Published(AFTERNOON, PublishedQuality.STATED)
    assert stated.seen_at(fetched) == Published(AFTERNOON, PublishedQuality.FUTURE)
    assert stated.seen_at(AFTERNOON - timedelta(hours=23)) == stated
    assert UNKNOWN.seen_at(fetched) == UNKNOWN
