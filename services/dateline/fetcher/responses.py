"""What a server's status and headers say to one who polls it."""

from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

from dateline.netguard import Fetched

LEAST_RETRY_SECONDS = 60.0
MOST_RETRY_SECONDS = 2 * 24 * 3600.0
VALIDATOR_LENGTH = 1_000


class BadStatus(Exception):
    """Neither the feed nor "not modified". Feeds that answer 404 for a while do come back."""

    cause = "status"

    def __init__(self, fetched: Fetched) -> None:
        self.detail = f"the server answers {fetched.status}"
        self.headers = fetched.headers
        self.is_passing = fetched.status == 429 or fetched.status >= 500
        """Whether it is the server's own trouble, or its answer to too many."""
        super().__init__(self.detail)


class Gone(BadStatus):
    """410: the server asks not to be asked again."""


def conditions(etag: str | None, modified: str | None) -> dict[str, str]:
    """The headers that ask for a feed only if it has changed (RFC 9110, 13.1), from the validators it came with."""
    asked = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {
        name: value
        for name, value in asked.items()
        if value and len(value) <= VALIDATOR_LENGTH and value.isascii() and value.isprintable()
    }


def retry_seconds(headers: Mapping[str, str], now: float) -> float:
    """What Retry-After asks for (RFC 9110, 10.2.3), between a minute and two days; 0 without it."""
    text = headers.get("retry-after", "").strip()
    if not text:
        return 0
    try:
        seconds = float(text) if text.isascii() and text.isdigit() else _until(text, now)
    except (ValueError, TypeError, OverflowError):
        return 0
    return min(max(seconds, LEAST_RETRY_SECONDS), MOST_RETRY_SECONDS)


def _until(text: str, now: float) -> float:
    moment = parsedate_to_datetime(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now
