"""XML files as agencies deliver them: NITF and NewsML-G2 (both of the IPTC), or a saved feed."""

import lxml.etree

from dateline.fetcher.reading.feeds import read_feed
from dateline.fetcher.reading.markup import element_text
from dateline.fetcher.reading.shapes import Entry, Feed

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_news_file(body: bytes) -> Feed:
    """The articles of the file; raises ValueError for another kind of XML."""
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = lxml.etree.fromstring(body, parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        try:
            return read_feed(body, "", "")  # feeds are seldom well-formed; feedparser knows
        except ValueError:
            raise ValueError(f"it is not well-formed XML: {error}") from None
    name = lxml.etree.QName(root).localname
    if name == "nitf":
        return Feed(entries=(_nitf(root),))
    items = [root] if name == "newsItem" else _all(root, ".//*[local-name()='newsItem']")
    if items:
        return Feed(entries=tuple(_news_item(item) for item in items))
    return read_feed(body, "", "")


def _nitf(root: lxml.etree._Element) -> Entry:
    content = _all(root, ".//*[local-name()='body.content']")
    return Entry(
        item=_value(root, ".//*[local-name()='doc-id']/@id-string"),
        url=_value(root, ".//*[local-name()='identified-content']//@href | .//*[local-name()='pubdata']/@ex-ref"),
        title=_value(root, ".//*[local-name()='hl1']")
        or _value(root, "./*[local-name()='head']/*[local-name()='title']"),
        text="\n".join(element_text(part) for part in content),
        is_full=True,
        published=_value(root, ".//*[local-name()='date.issue']/@norm | .//*[local-name()='story.date']/@norm"),
        language=root.get(LANGUAGE, ""),
        authors=_values(root, ".//*[local-name()='byline']/*[local-name()='person']"),
    )


def _news_item(item: lxml.etree._Element) -> Entry:
    inline = _all(item, ".//*[local-name()='inlineXML' or local-name()='inlineData']")
    nested = [part for content in inline for part in _all(content, ".//*[local-name()='nitf']")]
    inner = _nitf(nested[0]) if nested else Entry()
    meta = "./*[local-name()='contentMeta']"
    return Entry(
        item=item.get("guid"),
        url=inner.url,
        title=_value(item, f"{meta}/*[local-name()='headline']") or inner.title,
        text=inner.text or "\n".join(element_text(content) for content in inline),
        is_full=True,
        published=(
            _value(item, f"{meta}/*[local-name()='contentCreated']")
            or _value(item, "./*[local-name()='itemMeta']/*[local-name()='firstCreated']")
            or _value(item, "./*[local-name()='itemMeta']/*[local-name()='versionCreated']")
            or inner.published
        ),
        language=_value(item, f"{meta}/*[local-name()='language']/@tag") or item.get(LANGUAGE, "") or inner.language,
        authors=_values(item, f"{meta}/*[local-name()='creator']/*[local-name()='name']") or inner.authors,
    )


def _all(element: lxml.etree._Element, path: str) -> list[lxml.etree._Element]:
    found = element.xpath(path)
    return [part for part in found if isinstance(part, lxml.etree._Element)] if isinstance(found, list) else []


def _values(element: lxml.etree._Element, path: str) -> tuple[str, ...]:
    found = element.xpath(path)
    parts = found if isinstance(found, list) else []
    texts = (element_text(part) if isinstance(part, lxml.etree._Element) else str(part) for part in parts)
    return tuple(" ".join(text.split()) for text in texts if text.strip())


def _value(element: lxml.etree._Element, path: str) -> str:
    return next(iter(_values(element, path)), "")
