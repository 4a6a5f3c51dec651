"""Waiting out what is wrong with the world."""

from itertools import islice, repeat

import pytest

from dateline.eventlog.port import LogUnavailable
from dateline.eventlog.waiting import growing_waits, until_reached


def test_waits_grow_up_to_the_longest() -> None:
    assert list(islice(growing_waits(1.0, 5.0), 5)) == [1.0, 2.0, 4.0, 5.0, 5.0]


async def test_each_reason_is_told_once_however_often_it_is_tried() -> None:
    reasons = ["the broker is away", "the broker is away", "the disk is full", "the disk is full"]
    told: list[str] = []

    async def attempt() -> str:
        if reasons:
            raise LogUnavailable(reasons.pop(0))
        return "done"

    assert await until_reached(attempt, told.append, repeat(0.0)) == "done"
    assert told == ["the broker is away", "the disk is full"]


async def test_what_does_not_pass_is_not_waited_out() -> None:
    async def attempt() -> None:
        raise ValueError("a fault of ours")

    with pytest.raises(ValueError, match="ours"):
        await until_reached(attempt, list[str]().append, repeat(0.0))
