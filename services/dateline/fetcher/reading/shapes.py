"""What comes back from the process that reads: plain models, JSON over the pipe."""

from typing import Literal

from pydantic import BaseModel

Source = Literal["feed", "page", "news"]
"""An RSS or Atom feed; an HTML page; an XML file, which may be a feed, NITF or NewsML-G2."""


class Page(BaseModel, frozen=True):
    """An article's page. Dates are as written."""

    text: str = ""
    title: str = ""
    url: str | None = None
    outlet: str = ""
    published: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    is_paywalled: bool = False


class Entry(BaseModel, frozen=True):
    """An item of a feed or a news file."""

    item: str | None = None
    """Its guid."""
    url: str | None = None
    title: str = ""
    text: str = ""
    is_full: bool = False
    """The text is the article, not a summary of it."""
    published: str = ""
    published_utc: str = ""
    """As the parser reads it, for dates in forms that only it knows."""
    language: str = ""
    authors: tuple[str, ...] = ()


class Feed(BaseModel, frozen=True):
    """A feed or a news file."""

    title: str = ""
    entries: tuple[Entry, ...] = ()
    left_out: int = 0
    """Entries past the limit."""


class Unreadable(Exception):
    """It is not what it should be, or reading it broke a limit. `cause` is one word."""

    def __init__(self, cause: str, detail: str) -> None:
        super().__init__(f"{cause}: {detail}")
        self.cause = cause
        self.detail = detail
