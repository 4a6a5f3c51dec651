"""Sources of news to the topic `articles`."""

from dateline.fetcher.errors import FetcherError
from dateline.fetcher.fetcher import Fetcher
from dateline.fetcher.settings import FetcherSettings

__all__ = ["Fetcher", "FetcherError", "FetcherSettings"]
