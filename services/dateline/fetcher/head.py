"""What a plain text says of itself: the lines before it, the agency in its dateline, its title."""

import re
from typing import NamedTuple

KEYS = ("url", "outlet", "published", "title", "language", "authors", "author", "id")
HEAD_LINE = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)")
# "Shafaq News/ The president ..."
SLASHED = re.compile(r"([A-Z][\w.&'’ -]{1,40}?)\s?/\s")
# "CAIRO, March 12 (Meridian Wire) - The president ..."
BRACKETED = re.compile(r"(?P<place>[^\W\d_][^\n()]{1,60}?)\s*\((?P<agency>[A-Z][^()\n]{1,40})\)\s*(?:--|[-–—])\s")
PLACE_WORDS = 7  # "WASHINGTON, D.C., Sept. 12, 2025" and no more
SENTENCE_END = re.compile(r"[.!?][\"'”’»)]*(?=\s|$)")
TITLE_LENGTH = 300


class Split(NamedTuple):
    """A text in its parts: what its head says, the text below, and the head's keys that are none of KEYS."""

    head: dict[str, str]
    text: str
    unread: tuple[str, ...] = ()


def split_head(text: str) -> Split:
    """The `key: value` lines that open a text, and the text after the blank line that ends them.

    It is a head only if all its lines are, and one of its keys is of KEYS; else the whole is the text. It may have
    other keys where a text follows.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    found: dict[str, str] = {}
    unread: dict[str, None] = {}
    position = 0
    while position < len(text):
        newline = text.find("\n", position)
        end = newline if newline >= 0 else len(text)
        line = text[position:end].strip()
        position = end + 1
        if not line:
            break
        match = HEAD_LINE.fullmatch(line)
        if not match:
            return Split({}, text)
        key = match[1].lower()
        if key in KEYS:
            found.setdefault(key, match[2].strip())
        elif match[2].startswith("//"):  # an address, which is no value of `https`
            return Split({}, text)
        else:
            unread[match[1]] = None
    body = text[position:]
    if not found or (unread and not body.strip()):
        return Split({}, text)
    return Split(found, body, tuple(unread))


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
