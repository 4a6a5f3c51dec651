"""Servers are asked no sooner than they said, and one host's pages one after the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.fetcher.hosts import HostTurns
from dateline.fetcher.responses import conditions, retry_seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", 0), ("120", 120), ("1", 60), ("999999999", 172_800), ("-1", 0), ("soon", 0), ("1e9", 0), ("१२", 0),
        ("Fri, 02 May 2025 10:10:00 GMT", 600), ("Fri, 02 May 2025 09:00:00 GMT", 60),
        ("Fri, 02 May 2125 09:00:00 GMT", 172_800),
    ],
)  # fmt: skip
def test_retry_after_is_clamped(text: str, seconds: float) -> None:
    noon = 1_746_180_000.0  # Fri, 02 May 2025 10:00:00 GMT
    assert retry_seconds({"retry-after": text}, noon) == seconds


@given(st.text(max_size=40))
def test_no_retry_after_and_no_validator_breaks_a_poll(text: str) -> None:
    assert retry_seconds({"retry-after": text}, 0) >= 0
    assert all(value.isascii() and value.isprintable() for value in conditions(text, text).values())


async def test_requests_to_one_host_keep_their_distance(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def note(seconds: float) -> None:
        waits.append(round(seconds))

    monkeypatch.setattr("dateline.fetcher.hosts.asyncio.sleep", note)
    turns = HostTurns(100)
    for url in ("https://a.example/1", "https://b.example/1", "https://A.example/2", "http://a.example:80/3"):
        await turns.turn(url)
    assert waits == [0, 0, 100, 200]
