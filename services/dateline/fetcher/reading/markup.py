"""The words of a piece of HTML: paragraphs as lines, nothing that is not shown."""

import re

import lxml.etree
import lxml.html

BLOCKS = re.compile(
    r"address|article|blockquote|br|d[dlt]|div|fig(caption|ure)|footer|h[1-6]|header|hr|li|[ou]l|p|pre|section|t(able|[dhr])"
)
NOT_SHOWN = re.compile(r"script|style|noscript|template|iframe|object|svg|head|form|button")


def text_of(fragment: str) -> str:
    """The text of HTML or of plain text, one line per block."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    try:
        root = lxml.html.fragment_fromstring(fragment, create_parent="div")  # type: ignore[no-untyped-call]
    except (lxml.etree.LxmlError, ValueError):
        return re.sub(r"<[^>]*>", " ", fragment).strip()
    return element_text(root)


def element_text(root: lxml.etree._Element) -> str:
    """The text under an element, one line per block; namespaces do not matter."""
    words: list[str] = []
    hidden: lxml.etree._Element | None = None
    # Walked, not recursed into: hostile markup nests deeper than Python's stack.
    for step, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = lxml.etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
        if hidden is None and NOT_SHOWN.fullmatch(name):
            hidden = element
        if hidden is None and name:
            words += [_break(name), (element.text or "") if step == "start" else ""]
        if hidden is element and step == "end":
            hidden = None
        if hidden is None and step != "start" and element is not root:
            words.append(element.tail or "")
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    return "\n".join(line for line in lines if line)


def _break(name: str) -> str:
    return "\n" if BLOCKS.fullmatch(name) else ""
