"""Where a text quotes: the stretches between quotation marks of any make, over sentences and paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

_MARK: Final = re.compile(r"[\"“”„«»]|''|``|(?<![\w.,!?…])['‘](?=\w)|(?<=[.,!?…])['’](?!\w)|\n\s*\n")
_SIGN: Final = re.compile(r"[\"“”„«»'’‘`\n]")  # what a mark begins with: found faster than the marks themselves
_MAX_QUOTE: Final = 6000  # characters: a mark that is not closed by then was no opening one
_CLOSING_BEFORE: Final = frozenset(".,!?…;:—–-")


class Quote(NamedTuple):
    """A quotation with its marks."""

    start: int
    end: int


class Quotes:
    """The outermost quotations of a text, in order."""

    def __init__(self, text: str) -> None:
        self.spans = _found(text)
        self._starts = [quote.start for quote in self.spans]

    def at(self, offset: int) -> Quote | None:
        """The quotation that has the character at `offset`."""
        index = bisect_right(self._starts, offset)
        if not index:
            return None
        quote = self.spans[index - 1]
        return quote if offset < quote.end else None

    def touch(self, start: int, end: int) -> bool:
        """Whether any of `start`..`end` is quoted."""
        return bool(self._starts) and (self.at(start) is not None or bool(self.between(start, end)))

    def between(self, start: int, end: int) -> list[Quote]:
        """The quotations that begin in `start`..`end`."""
        first, last = bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)
        return self.spans[first:last]


def _found(text: str) -> list[Quote]:
    found: list[Quote] = []
    opened, by = -1, ""
    for mark in _marks(text):
        sign, at = mark.group(), mark.start()
        if opened >= 0 and at - opened > _MAX_QUOTE:
            opened = -1
        if sign[0] == "\n":
            if opened >= 0 and not _goes_on(text, mark.end(), by):
                if by not in "'‘":
                    found.append(Quote(opened, at))
                opened = -1
        elif opened < 0:
            if _opens(text, mark):
                opened, by = at, sign
        elif _closes(text, mark, by):
            found.append(Quote(opened, mark.end()))
            opened = -1
    if opened >= 0 and len(text) - opened <= _MAX_QUOTE and by not in "'‘":
        found.append(Quote(opened, len(text.rstrip())))
    return [quote for quote in found if quote.end - quote.start > 2]


def _marks(text: str) -> Iterator[re.Match[str]]:
    """The quotation marks and blank lines, in order."""
    end = 0
    for sign in _SIGN.finditer(text):
        at = sign.start()
        if at >= end and (mark := _MARK.match(text, at)):
            end = mark.end()
            yield mark


def _goes_on(text: str, paragraph: int, by: str) -> bool:
    """Whether the next paragraph begins with the mark that opened the quotation: it is quoted on."""
    return text.startswith(by, paragraph)


def _opens(text: str, mark: re.Match[str]) -> bool:
    sign = mark.group()
    if sign in ("“", "„", "«", "``", "‘", "'"):
        return True
    if sign in ("”", "»", "’"):
        return False
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([—–-:/,'‘\"“")


def _closes(text: str, mark: re.Match[str], by: str) -> bool:
    sign = mark.group()
    if by in ("“", "„"):
        return sign in ("”", "“") if by == "„" else sign == "”" or (sign == '"' and not _opens(text, mark))
    if by == "«":
        return sign == "»"
    if by in ("'", "‘"):
        return sign in ("'", "’") and mark.start() > 0 and text[mark.start() - 1] in _CLOSING_BEFORE
    if by in ("``", "''"):
        return sign == "''"
    before = text[mark.start() - 1]
    if sign == "”":
        return True  # opened by a straight mark, closed by a curly one
    return sign == by and not (before.isspace() and mark.end() < len(text) and not text[mark.end()].isspace())
