"""What a plain text says of itself: the lines before it, the agency in its dateline, its title."""

import re

KEYS = frozenset({"url", "outlet", "published", "title", "language", "authors", "author", "id"})
HEAD_LINE = re.compile(r"([A-Za-z]+)[ \t]*:[ \t]*(.*)")
# "Shafaq News/ The president ..."
SLASHED = re.compile(r"([A-Z][\w.&'’ -]{1,40}?)\s?/\s")
# "CAIRO, March 12 (Meridian Wire) - The president ..."
BRACKETED = re.compile(r"(?P<place>[^\W\d_][^\n()]{1,60}?)\s*\((?P<agency>[A-Z][^()\n]{1,40})\)\s*(?:--|[-–—])\s")
PLACE_WORDS = 7  # "WASHINGTON, D.C., Sept. 12, 2025" and no more
SENTENCE_END = re.compile(r"[.!?][\"'”’»)]*(?=\s|$)")
TITLE_LENGTH = 300


def split_head(text: str) -> tuple[dict[str, str], str]:
    """The `key: value` lines that open a text, and the text after the blank line that ends them.

    It is a head only if all its lines are; else the whole is the text.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    found: dict[str, str] = {}
    position = 0
    while position < len(text):
        line, newline, _ = text[position:].partition("\n")
        if not line.strip():
            return found, text[position + len(line) + len(newline) :] if found else text
        match = HEAD_LINE.fullmatch(line.strip())
        if not match or match[1].lower() not in KEYS:
            return {}, text
        found.setdefault(match[1].lower(), match[2].strip())
        position += len(line) + len(newline)
    return found, ""


def agency_of(text: str) -> str:
    """The agency that the text's dateline names; empty without one."""
    start = text[:200].lstrip()
    if match := SLASHED.match(start):
        return match[1].strip()
    match = BRACKETED.match(start)
    if match and len(match["place"].split()) <= PLACE_WORDS and match["place"].split()[0][0].isupper():
        return match["agency"].strip()
    return ""


def title_of(text: str) -> str:
    """The first line where it reads as a headline; else the first sentence."""
    line = text.strip().partition("\n")[0].strip()
    end = SENTENCE_END.search(line)
    return (line[: end.end()] if end else line)[:TITLE_LENGTH].strip()
