"""What ends the fetcher."""


class FetcherError(Exception):
    """A source that the user named cannot be used; the message is one line with the way out."""
