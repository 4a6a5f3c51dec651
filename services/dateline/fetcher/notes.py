"""What to tell of an item that is taken though a part of it is not: a short line each."""

from collections.abc import Collection
from itertools import islice

from dateline.fetcher.published import Published
from dateline.fetcher.wording import one_line
from dateline_schemas.article import Article

NAMES = 5
NAME_LENGTH = 40
WRITTEN_LENGTH = 60


def date_note(written: str | None, read: Published) -> str:
    """What to tell of a date that could not be read."""
    if not written or read.moment:
        return ""
    return f"published is {written[:WRITTEN_LENGTH]!r}; write it as 2025-03-12T14:05:00Z"


def url_note(written: str | None, taken: str | None) -> str:
    """What to tell of a URL that is left out."""
    if not written or taken:
        return ""
    return f"url is {written[:WRITTEN_LENGTH]!r}, which is left out; write it as https://news.example/story"


def cut_note(article: Article) -> str:
    """What to tell of a text that is longer than a record may be."""
    return f"the text is cut after its first {len(article.text):,} characters" if article.text_cut else ""


def unread_note(unread: Collection[str], what_is_read: str) -> str:
    """What to tell of fields that nobody reads: the first of them, and those that are."""
    if not unread:
        return ""
    names = ", ".join(one_line(name, NAME_LENGTH) or "''" for name in islice(unread, NAMES))
    more = f" and {len(unread) - NAMES} more" if len(unread) > NAMES else ""
    return f"not read: {names}{more}; {what_is_read}"


def joined(*notes: str) -> str:
    """The notes as one line, those that say nothing left out."""
    return "; ".join(filter(None, notes))
