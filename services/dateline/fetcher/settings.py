"""The fetcher's settings."""

from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

from pydantic import AwareDatetime, Field, field_validator
from pydantic_settings import BaseSettings

from dateline.fetcher.hosts import authority_of
from dateline.netguard import Limits, Policy


class FetcherSettings(BaseSettings, env_prefix="DATELINE_FETCHER_", frozen=True, hide_input_in_errors=True):
    feeds: tuple[str, ...] = ()
    """URLs of RSS and Atom feeds."""
    folder: Path | None = None
    """A folder of .txt, .html, .xml and .jsonl files, and of folders of them."""
    published: AwareDatetime | None = None
    """The date of the folder's articles that have none of their own."""
    outlet: str | None = None
    """The outlet of the folder's articles that name none."""
    follow: bool = True
    """Whether to wait for more files when the folder is read."""
    scan_seconds: float = Field(default=1.0, gt=0)
    """Between two looks at the folder."""
    file_bytes: int = Field(default=20_000_000, ge=1)
    """A file larger than this is refused, but for .jsonl, where it holds for a line."""

    push_port: int | None = Field(default=None, ge=0, le=65535)
    """A port of its own for POST /articles, on loopback; not needed where the gateway takes it in."""
    push_bytes: int = Field(default=4_000_000, ge=1)
    """The largest body of a push."""

    poll_seconds: float = Field(default=300, gt=0)
    """Between two polls of a feed that brings something each time."""
    poll_most_seconds: float = Field(default=6 * 3600, gt=0)
    """Between two polls of one that does not, or that cannot be had."""
    unconditional_seconds: float = Field(default=24 * 3600, ge=0)
    """After so long a feed is asked for whole: some servers say "not modified" when it is."""
    fetch_pages: bool = True
    """Whether to fetch an item's page where the feed holds a summary only."""
    host_seconds: float = Field(default=1.0, ge=0)
    """Between two requests for pages of one host."""
    require_feeds: bool = True
    """Whether a feed that was never read, and is not one, ends the fetcher at its start where it is the only source."""

    request_seconds: float = Field(default=30, gt=0)
    """The longest that a feed or page may take to come, redirects and all."""
    request_bytes: int = Field(default=10_000_000, ge=1)
    """The largest feed or page that is taken, unpacked."""
    user_agent: str = "Dateline/0.1 (feed reader)"
    """Who servers are told asks them; an address of yours in it lets them write to you."""
    allowed_networks: tuple[IPv4Network | IPv6Network, ...] = ()
    """Networks that are not public and may be reached all the same, on any port: a feed on 127.0.0.0/8, say."""

    parse_seconds: float = Field(default=10, gt=0)
    """The longest that reading one feed or page may take."""
    parse_memory_mb: int = Field(default=1024, ge=256)
    """The address space of the process that does it."""

    @field_validator("feeds")
    @classmethod
    def _hold_no_password(cls, feeds: tuple[str, ...]) -> tuple[str, ...]:
        """A feed's URL stands in the log, in `dateline status` and in every article that it brings."""
        for feed in feeds:
            if "@" in authority_of(feed):
                host = authority_of(feed).rpartition("@")[2]
                raise ValueError(f"a URL on {host} holds a user name or password; those are not sent, leave them out")
        return feeds

    @property
    def one_feed_only(self) -> bool:
        """Whether a single feed is all there is to read."""
        return len(self.feeds) == 1 and self.folder is None

    @property
    def policy(self) -> Policy:
        return Policy(allowed=self.allowed_networks)

    @property
    def limits(self) -> Limits:
        return Limits(seconds=self.request_seconds, body_bytes=self.request_bytes)
