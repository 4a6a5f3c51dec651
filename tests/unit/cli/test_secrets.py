"""A password in the address of a feed goes nowhere."""

import click
import pytest

from dateline.cli.choice import settings_of
from dateline.fetcher import FetcherSettings

FEED = "https://reader:s3cr3t@feeds.example:8443/rss"


@pytest.mark.parametrize("more", [(), ("https://other.example/rss",)])
def test_a_feed_with_a_password_is_refused_at_once_and_not_repeated(more: tuple[str, ...]) -> None:
    with pytest.raises(click.ClickException) as refused:
        settings_of(FetcherSettings, feeds=(*more, FEED))
    assert refused.value.message == (
        "DATELINE_FETCHER_FEEDS: a URL on feeds.example:8443 holds a user name or password; "
        "those are not sent, leave them out"
    )


def test_a_list_of_feeds_that_is_none_is_repeated_without_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_FETCHER_FEEDS", FEED.replace("s3cr3t", "s3/cr3t"))
    with pytest.raises(click.ClickException) as refused:
        settings_of(FetcherSettings)
    assert refused.value.message == (
        'DATELINE_FETCHER_FEEDS is \'https://…@feeds.example:8443/rss\'; a list is written as JSON: ["a", "b"]'
    )
