"""RSS and Atom, as feedparser reads them."""

import io
import re
import sys
import time
from collections.abc import Mapping
from typing import Any

import feedparser

from dateline.fetcher.reading.markup import text_of
from dateline.fetcher.reading.shapes import Entry, Feed

ENTRIES = 2_000
REFERENCES = re.compile(rb"(?:&#(?:[xX][0-9a-fA-F]+|[0-9]+);)+")
REFERENCE = re.compile(rb"&#([xX]?)([0-9a-fA-F]+);")
LONGEST_REFERENCE = 8  # digits; more are no character
NO_CHARACTER = sys.maxunicode + 1
FULL_LENGTH = 600  # characters; a content element that is shorter is often the summary again


def read_feed(body: bytes, url: str, content_type: str) -> Feed:
    """The feed's first entries; raises ValueError where it is no feed.

    feedparser opens what it is given as a path or an address when it can: so it is given a stream, never the bytes.
    """
    headers = {"content-location": url, "content-type": content_type or "application/xml"}
    parsed: Any = feedparser.parse(  # type: ignore[attr-defined, no-untyped-call]
        io.BytesIO(REFERENCES.sub(_sound, body)), response_headers=headers, sanitize_html=False
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


def _sound(references: re.Match[bytes]) -> bytes:
    """Numbers of characters as they should be: emoji written as two halves (`&#55357;&#56832;`) are joined, and what is
    no character is replaced. For feedparser one such number is the end of the whole feed."""
    codes = [
        int(code, 16 if hexadecimal else 10) if len(code) <= LONGEST_REFERENCE else NO_CHARACTER
        for hexadecimal, code in REFERENCE.findall(references[0])
    ]
    if all(code < 0xD800 or 0xDFFF < code <= sys.maxunicode for code in codes):
        return references[0]
    text = "".join(chr(code) if code <= sys.maxunicode else "\ufffd" for code in codes)
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(f"&#{ord(character)};" for character in whole).encode()


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
