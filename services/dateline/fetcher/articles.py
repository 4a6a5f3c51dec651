"""From an item that was found to an article of the contract."""

import hashlib
import json
from datetime import datetime
from pathlib import PurePosixPath

from dateline.fetcher.found import Found
from dateline.fetcher.head import agency_of, title_of
from dateline.fetcher.hosts import host_of
from dateline.fetcher.identity import article_id, canonical_url
from dateline.fetcher.stated import stated_day
from dateline.fetcher.wording import NAME_LENGTH, bounded, language_of, one_line
from dateline_schemas.article import Article, ContentStatus, Provenance, SourceKind

TITLE_LENGTH = 1_000
ITEM_LENGTH = 1_000
AUTHORS = 20


def article_of(found: Found, fetched: datetime) -> Article:
    """The item as the first revision of an article."""
    withdrawn = found.status is ContentStatus.WITHDRAWN
    text, text_cut = bounded("" if withdrawn else found.text)
    title = one_line(found.title, TITLE_LENGTH) or one_line(title_of(text), TITLE_LENGTH)
    url = canonical_url(found.url)
    published = found.published if found.published.moment else stated_day(text, fetched)
    published = published.seen_at(fetched)
    authors = (one_line(author, NAME_LENGTH) for author in found.authors[:AUTHORS])
    origin = found.origin
    return Article(
        id=article_id(url, origin, text),
        revision=1,
        url=url,
        outlet=outlet_of(found, url, text),
        title=title,
        text=text,
        text_cut=text_cut,
        published=published.moment,
        published_quality=published.quality,
        fetched=fetched,
        language=language_of(text or title, found.language),
        authors=tuple(author for author in authors if author),
        content_status=found.status,
        content_hash=content_hash(title, text, published.moment, found.status),
        provenance=Provenance(
            kind=origin.kind,
            source=one_line(origin.source, ITEM_LENGTH),
            item=None if origin.item is None else one_line(origin.item, ITEM_LENGTH),
        ),
    )


def content_hash(title: str, text: str, published: datetime | None, status: ContentStatus) -> str:
    """SHA-256 in hex of what an article says."""
    return _hash(title, text, published.isoformat() if published else None, status.value)


def revision_hash(article: Article) -> str:
    """SHA-256 in hex of what a revision is told by: what the article says, and what decides how that is read."""
    return _hash(article.content_hash, article.outlet, article.language)


def _hash(*told_by: str | None) -> str:
    return hashlib.sha256(json.dumps(told_by).encode()).hexdigest()


def outlet_of(found: Found, url: str | None, text: str) -> str:
    """Who published it: as given, else the agency in its dateline, else the site, else the file or the source."""
    file = PurePosixPath(found.origin.item or "").stem if found.origin.kind is SourceKind.FOLDER else ""
    names = (*_own_outlets(found, url, text), file, found.origin.source, found.origin.kind.value)
    return next(name for name in (one_line(name, NAME_LENGTH) for name in names) if name)


def is_named_by_file(found: Found) -> bool:
    """Whether nothing but its file's name can stand for an item's outlet."""
    return found.origin.kind is SourceKind.FOLDER and not any(
        map(str.strip, _own_outlets(found, canonical_url(found.url), found.text))
    )


def _own_outlets(found: Found, url: str | None, text: str) -> tuple[str, str, str]:
    return found.outlet, agency_of(text), host_of(url).removeprefix("www.")
