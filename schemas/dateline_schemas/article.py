"""An article as it was fetched: the value of the topic `articles`."""

from enum import StrEnum

from dateline_schemas.model import Contract, Id, Moment, Revision


class PublishedQuality(StrEnum):
    """How well the time of publication is known."""

    STATED = "stated"
    """The source gave it with a zone."""
    ZONE_ASSUMED = "zone_assumed"
    """The source gave it without a zone; read as UTC."""
    DAY = "day"
    """Only the day is known; the time is midnight UTC."""
    FUTURE = "future"
    """The source gave a time more than a day ahead of the fetch; kept as given."""
    MISSING = "missing"
    """Not known: `published` is null, and `fetched` stands in for it."""


class ContentStatus(StrEnum):
    """What of the article's text is here."""

    FULL = "full"
    PARTIAL = "partial"
    PAYWALL = "paywall"
    FEED_ONLY = "feed_only"
    WITHDRAWN = "withdrawn"
    """The publisher took it back: the text is empty, and so is what was coded from it."""


class SourceKind(StrEnum):
    FEED = "feed"
    FOLDER = "folder"
    PUSH = "push"


class Provenance(Contract):
    """Where the article came from."""

    kind: SourceKind
    source: str
    """The feed's URL, the folder's path, or who pushed it."""
    item: str | None = None
    """The source's own name of the item: a feed's guid, a file's name."""


class Article(Contract):
    """One article, one revision of it.

    `id` is made from the URL, or where there is none from the source (and the outlet of what is pushed) and its name of
    the item; `revision` counts the versions of title, text, date, status, outlet and language that the fetcher has
    seen, from 1.
    """

    id: Id
    revision: Revision
    url: str | None = None
    outlet: str
    title: str
    text: str
    text_cut: bool = False
    """The text was longer than 256 KB of UTF-8 and is cut there."""
    published: Moment | None = None
    published_quality: PublishedQuality
    fetched: Moment
    language: str = "und"
    """BCP 47; `und` where it is not known."""
    edition: str | None = None
    """What is compared with what: a rule of the source; without one, the language."""
    authors: tuple[str, ...] = ()
    content_status: ContentStatus = ContentStatus.FULL
    content_hash: str
    """SHA-256 in hex of title, text, date and status."""
    provenance: Provenance

    @property
    def event_time(self) -> Moment:
        """When it was published; where that is not known, when it was fetched."""
        return self.published or self.fetched
