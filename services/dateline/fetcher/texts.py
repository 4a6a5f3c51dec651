"""An article from a plain text that may open with a head."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time

from dateline.fetcher.articles import article_of
from dateline.fetcher.found import Found, Origin
from dateline.fetcher.head import KEYS, split_head
from dateline.fetcher.notes import date_note, joined, unread_note
from dateline.fetcher.published import UNKNOWN, Published, read_published
from dateline_schemas.article import Article, PublishedQuality, SourceKind

HEAD = f"a text may open with {', '.join(KEYS)}"


@dataclass(frozen=True)
class Defaults:
    """What holds for a source's items that do not say otherwise."""

    published: Published = UNKNOWN
    outlet: str = ""

    @classmethod
    def given(cls, published: datetime | None, outlet: str | None) -> "Defaults":
        """From what a user gave; a midnight is a day."""
        if published is None:
            return cls(outlet=outlet or "")
        quality = PublishedQuality.DAY if published.timetz() == time(tzinfo=UTC) else PublishedQuality.STATED
        return cls(Published(published.astimezone(UTC), quality), outlet or "")


def found_in_text(origin: Origin, text: str, beside: Mapping[str, str], defaults: Defaults) -> Found:
    """The item that a text is; what its head does not say, `beside` (the sidecar) or the defaults do."""
    head, body, unread = split_head(text)
    said = {**beside, **head}
    published = read_published(said.get("published"))
    authors = said.get("authors") or said.get("author") or ""
    return Found(
        origin,
        body,
        title=said.get("title", ""),
        url=said.get("url"),
        outlet=said.get("outlet") or defaults.outlet,
        published=published if published.moment else defaults.published,
        language=said.get("language", ""),
        authors=tuple(author.strip() for author in authors.split(",")),
        note=joined(date_note(said.get("published"), published), unread_note(unread, HEAD)),
    )


def note_of_text(text: str) -> str:
    """What to tell of a text's head."""
    return found_in_text(Origin(SourceKind.FOLDER, ""), text, {}, Defaults()).note


def article_of_text(text: str, *, name: str, published: datetime | None = None, outlet: str | None = None) -> Article:
    """The article that a text of this name is; fetched now, or when it was published, where that is known."""
    origin = Origin(SourceKind.FOLDER, "", name)
    found = found_in_text(origin, text, {}, Defaults.given(published, outlet))
    return article_of(found, found.published.moment or datetime.now(UTC))
