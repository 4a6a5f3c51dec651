"""The article in a web page, as trafilatura finds it, and what the page says of itself."""

import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.etree
import trafilatura

from dateline.fetcher.reading.shapes import Page

ADDRESS = re.compile(r"https?://\S+")
STATED_DATES = (
    '//meta[@property="article:published_time"]/@content',
    '//meta[@itemprop="datePublished"]/@content',
    '//meta[@name="date" or @name="pubdate" or @name="DC.date.issued" or @name="dcterms.created"]/@content',
    "//article//time[@datetime]/@datetime",
)


def read_page(body: bytes, url: str) -> Page:
    """The page's article; its text is empty where none is found. Raises ValueError for what is no HTML.

    `url` is where the page was had, empty for a file.
    """
    tree = trafilatura.load_html(body)
    if tree is None:
        raise ValueError("it is not HTML")
    linked = list(_linked_data(tree))
    stated = [*_named(linked, "datePublished"), *(value for path in STATED_DATES for value in _strings(tree, path))]
    languages = _strings(tree, "/html/@lang")
    paid = any(str(value).lower() == "false" for value in _named(linked, "isAccessibleForFree"))
    found: Any = trafilatura.bare_extraction(
        tree,
        url=url or None,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None:
        return Page(language=languages[0] if languages else "")
    title = found.title or ""
    text = (found.text or "").strip()
    if title and text.startswith(f"{title}\n"):
        text = text[len(title) :].strip()
    return Page(
        text=text,
        title=title,
        url=found.url if found.url and ADDRESS.fullmatch(found.url) else None,
        outlet=found.sitename or "",
        published=next((str(value) for value in stated if isinstance(value, str) and value), found.date or ""),
        language=languages[0] if languages else "",
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        is_paywalled=paid,
    )


def _strings(tree: lxml.etree._Element, path: str) -> list[str]:
    found = tree.xpath(path)
    return [str(value) for value in found] if isinstance(found, list) else []


def _linked_data(tree: lxml.etree._Element) -> Iterator[Any]:
    """The page's JSON-LD blocks."""
    for block in _strings(tree, '//script[@type="application/ld+json"]/text()'):
        try:
            yield json.loads(block)
        except (ValueError, RecursionError):
            continue


def _named(linked: Any, name: str) -> Iterator[Any]:
    """Every value of that name in JSON-LD, outermost first."""
    level = [linked]
    while level:
        inner: list[Any] = []
        for node in level:
            if isinstance(node, dict):
                if name in node:
                    yield node[name]
                inner.extend(node.values())
            elif isinstance(node, list):
                inner.extend(node)
        level = inner
