"""Records that failed for no known reason."""

import pytest

from dateline.eventlog.record import Partition, Record
from dateline.eventlog.stage import StageBroken
from dateline.eventlog.unexpected import UNEXPECTED_LIMIT, Unexpected

ERROR = RuntimeError("a bug")


def record(offset: int) -> Record:
    return Record(Partition("articles", 0), offset, 0, b"k", b"v")


def test_twenty_in_a_row_break_the_service_whatever_numbers_they_are_held_by() -> None:
    unexpected = Unexpected("enricher")
    for offset in range(UNEXPECTED_LIMIT - 1):
        unexpected.hold(offset % 2, record(offset), ERROR)

    with pytest.raises(StageBroken, match=r"enricher: 20 unexpected errors in a row, the last at articles/0/19"):
        unexpected.hold(0, record(19), ERROR)
    assert len(unexpected.held(0)) + len(unexpected.held(1)) == UNEXPECTED_LIMIT - 1


def test_they_are_counted_anew_once_something_was_committed() -> None:
    unexpected = Unexpected("enricher")
    for offset in range(2 * UNEXPECTED_LIMIT):
        unexpected.hold(0, record(offset), ERROR)
        if offset % 10 == 9:
            unexpected.settle(0)

    assert unexpected.held(0) == []


def test_what_is_forgotten_of_one_number_is_held_of_another() -> None:
    unexpected = Unexpected("enricher")
    unexpected.hold(0, record(1), ERROR)
    unexpected.hold(1, record(2), ERROR)

    unexpected.forget(0)

    assert unexpected.held(0) == []
    assert unexpected.held(1) == [(record(2), repr(ERROR))]
