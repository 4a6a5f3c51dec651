"""RSS and Atom, as feedparser reads them."""

import io
import time
from collections.abc import Mapping
from typing import Any

import feedparser

from dateline.fetcher.reading.markup import text_of
from dateline.fetcher.reading.shapes import Entry, Feed

ENTRIES = 2_000
FULL_LENGTH = 600  # characters; a content element that is shorter is often the summary again


def read_feed(body: bytes, url: str, content_type: str) -> Feed:
    """The feed's first entries; raises ValueError where it is no feed.

    feedparser opens what it is given as a path or an address when it can: so it is given a stream, never the bytes.
    """
    headers = {"content-location": url, "content-type": content_type or "application/xml"}
    parsed: Any = feedparser.parse(  # type: ignore[attr-defined, no-untyped-call]
        io.BytesIO(body), response_headers=headers, sanitize_html=False
    )
    if not parsed.get("version"):
        raise ValueError(f"it is neither RSS nor Atom, but {_looks_like(body)}")
    about = parsed.get("feed", {})
    language = str(about.get("language") or "")
    return Feed(
        title=text_of(str(about.get("title") or "")),
        entries=tuple(_entry(entry, language) for entry in parsed.entries[:ENTRIES]),
        left_out=max(0, len(parsed.entries) - ENTRIES),
    )


def _entry(entry: Mapping[str, Any], feed_language: str) -> Entry:
    contents = [text_of(str(part.get("value") or "")) for part in entry.get("content") or ()]
    content = max(contents, key=len, default="")
    summary = text_of(str(entry.get("summary") or ""))
    text = max(content, summary, key=len)
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    languages = [str(part.get("language") or "") for part in entry.get("content") or ()]
    return Entry(
        item=entry.get("id") or None,
        url=entry.get("link") or None,
        title=" ".join(text_of(str(entry.get("title") or "")).split()),
        text=text,
        is_full=(len(content) >= FULL_LENGTH and len(content) > len(summary)) or len(content) >= 4 * FULL_LENGTH,
        published=str(entry.get("published") or entry.get("updated") or ""),
        published_utc=time.strftime("%Y-%m-%dT%H:%M:%S", moment) if moment else "",
        language=next((language for language in languages if language), feed_language),
        authors=tuple(str(author["name"]) for author in entry.get("authors") or () if author.get("name")),
    )


def _looks_like(body: bytes) -> str:
    start = body[:1000].lstrip().lower()
    if not start:
        return "empty"
    if b"<html" in start or b"<!doctype html" in start:
        return "a web page (its feed's address is often in its <link rel=alternate>)"
    return "something else"
