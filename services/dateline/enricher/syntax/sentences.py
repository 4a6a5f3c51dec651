"""Where the sentences of news text end, by rule; in linear time, and no sentence is past a bound."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.enricher.syntax.tokens import CLOSERS, NUMBERED, TITLES, Span, tokenise
from dateline.enricher.syntax.words import REPORTING, word_set

MAX_TOKENS: Final = 160  # of a sentence; the scores of a sentence take memory by its square
_SOFT_CUT: Final = 40  # a sentence past the bound is cut at a comma among its last so many tokens

_OPENERS: Final = word_set("openers.txt")

_STOPS: Final = frozenset({".", "!", "?", "...", "…", "?!", "!?", "。", "؟", "।"})
_CLOSING: Final = frozenset("\"'”’)]»") | {"''"}
_OPENING: Final = frozenset("\"'“‘([«-–—•*") | {"``", "--"}

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BULLET: Final = re.compile(r"(?:[-–—•*▪●·]|\d{1,2}[.)])\s")
_ENDED: Final = re.compile(r"[.!?…:;][\"'”’)\]»]*$")
_HELD_OPEN: Final = re.compile(
    r"(?:,|-|\b(?:a|an|the|of|in|on|at|to|by|for|from|with|and|or|but|as|that|which|who|is|are|was|were|his|her|its|their))$"
)
_WRAP_AT_LEAST: Final = 40  # characters: a shorter line that is not the last of its block was not cut by a margin
_WRAP_AT_MOST: Final = 110
_WRAPS_AT_LEAST: Final = 2  # lines that a margin cut

# "BEIJING, Sept 15 (Xinhua) --", "Tehran (Press) -", "LIMA, Mar 3 (EFE):", "BAGHDAD:", "Example News/", "Accra, GNA -",
# "New Delhi, Aug 14 (PTI)", "19:40 Port Sudan -", "Addis Ababa –"
_DATELINE: Final = re.compile(
    r"""(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,20}(?:[ ,/]{1,2}(?:of|the|and|[A-ZÀ-Þ0-9][\w.'’-]{0,20})){0,8}
            (?:\s?\([^()\n]{2,40}\))?\s?(?:--|[–—]|-(?=\s))
         |[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,20}(?:[ ,/]{1,2}[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{1,20}){0,3}:(?=\s)
         |[A-Z][\w.,'’/ -]{2,40}?\s?\([A-Z][^()\n]{1,40}\)\s?(?:--|[–—]|-(?=\s))
         |[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30}(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?\s\([A-Z][^()\n]{1,40}\):(?=\s)
         |[A-ZÀ-Þ]\w{1,20}(?:\s[A-Z]\w{1,20}){0,2},\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}\s\([A-Z][\w\s/-]{1,20}\)(?=\s)
            |(?:[A-Z]{2,12}|(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?)\s(?:--|[–—]|-(?=\s)))
         |[A-ZÀ-Þ][\w.'’-]{1,20}(?:[ ,/]{1,2}[A-ZÀ-Þ][\w.'’-]{1,20}){0,4}\s\([A-Z][^()\n]{1,40}\),\s
            (?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?(?:\s\([^()\n]{2,40}\))?\s
            (?:--|[–—]|-(?=\s))
         |\([A-Z][\w -]{1,20}\)\s[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30},\s[A-Z][a-z]{2,8}\.?\s\d{1,2}\s(?:--|[–—]|-(?=\s))
         |[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30}\s?\|(?=\s)
         |[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30},\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?:(?=\s)
         |[A-Z]\w{1,20}(?:\s[A-Z]\w{1,20}){0,3}/(?=\s)
         |\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s[A-ZÀ-Þ][\w.'’-]{1,20}){0,4}\s(?:--|[–—]|-(?=\s))
         |[A-Z]\w{2,20}(?:[ -](?:de|la|el|al|au|[A-ZÀ-Þ]\w{1,20})){0,3}(?:,\s[A-Z][\w.]{1,20}){0,2}
            (?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?\s(?:--|[–—]))\s*
      (?=["“‘']?[A-Z])""",
    re.VERBOSE,
)


def split(text: str) -> list[list[Span]]:
    """The sentences of `text` in order, each the (start, end) of its tokens; none is empty."""
    found: list[list[Span]] = []
    for start, end in _paragraphs(text):
        dateline = _DATELINE.match(text, start, end)
        if dateline and dateline.end() < end:
            found.extend(_bounded(text, tokenise(text, start, dateline.end())))
            start = dateline.end()
        spans = tokenise(text, start, end)
        first = 0
        for last in _ends(text, spans):
            found.extend(_bounded(text, spans[first:last]))
            first = last
    return found


def _paragraphs(text: str) -> Iterator[Span]:
    """Runs of text that no sentence crosses: a blank line ends one, so does a line that was not cut by a
    margin."""
    blocks: list[list[Span]] = [[]]
    for line in _LINE.finditer(text):
        stripped = line.group().strip()
        span = (line.start(), line.end())
        block = blocks[-1]
        if not stripped or (block and text.count("\n", block[-1][1], span[0]) > 1):
            blocks.append([])
        if stripped:
            blocks[-1].append(span)
    everywhere = _are_wrapped(text, blocks)
    for block in blocks:
        if block:
            yield from _unwrapped(text, block, everywhere or _are_wrapped(text, [block]))


def _are_wrapped(text: str, blocks: list[list[Span]]) -> bool:
    """Whether a margin cut the lines of the blocks: none is long, none short that ends no sentence, and those that do
    not are of a length or mostly go on in small letters."""
    cut = [end - start for block in blocks for start, end in block[:-1] if not _is_ended(text, end)]
    longest = max((end - start for block in blocks for start, end in block), default=0)
    if len(cut) < _WRAPS_AT_LEAST or longest > _WRAP_AT_MOST or min(cut) < _WRAP_AT_LEAST:
        return False
    small = sum(text[start:end].lstrip()[:1].islower() for block in blocks for start, end in block[1:])
    return 2 * small > len(cut) or min(cut) >= 0.7 * longest


def _is_ended(text: str, end: int) -> bool:
    """Whether the line that ends there is the end of a sentence."""
    return _ENDED.search(text[max(0, end - 200) : end].rstrip()) is not None


def _unwrapped(text: str, block: list[Span], wrapped: bool) -> Iterator[Span]:
    """The lines of a block, joined where a margin cut them."""
    start, end = block[0]
    for next_start, next_end in block[1:]:
        line = text[max(start, end - 200) : end].rstrip()
        following = text[next_start : next_start + 80].lstrip()
        if _BULLET.match(following):
            joined = False
        elif wrapped or following[:1].islower():
            joined = True
        else:
            joined = not _is_ended(text, end) and len(line) >= _WRAP_AT_LEAST and bool(_HELD_OPEN.search(line))
        if not joined:
            yield start, end
            start = next_start
        end = next_end
    yield start, end


def _ends(text: str, spans: list[Span]) -> Iterator[int]:
    """The number of tokens up to the end of each sentence."""
    count = len(spans)
    at = 0
    while at < count:
        start, end = spans[at]
        at += 1
        if text[end - 1] not in ".!?…。؟।":
            continue
        token = text[start:end]
        if token in TITLES:
            continue
        abbreviated = token not in _STOPS and not _repeated(token)
        if abbreviated and token not in CLOSERS and not _dotted(token):
            continue
        while at < count and _closes(text, spans, at):
            at += 1
        if at < count and _opens(text, spans, at, token, abbreviated):
            yield at
    if count:
        yield count


def _repeated(token: str) -> bool:
    return token.strip(".!?…") == ""


def _dotted(token: str) -> bool:
    """U.S., Ph.D., J.: letters with stops."""
    return len(token) <= 8 and token.replace(".", "").isalpha()


def _closes(text: str, spans: list[Span], at: int) -> bool:
    """Whether the token is a quote or bracket that closes: it stands against what goes before."""
    start, end = spans[at]
    if text[start:end] not in _CLOSING or spans[at - 1][1] != start:
        return False
    return text[start] not in "\"'" or at + 1 == len(spans) or spans[at + 1][0] > end or text[start - 1] in ".!?…"


def _opens(text: str, spans: list[Span], at: int, stop: str, abbreviated: bool) -> bool:
    """Whether the token can be the first of a sentence after `stop`."""
    start, end = spans[at]
    word = text[start:end]
    quoted = text[spans[at - 1][0]] in "\"'”’»"
    if spans[at - 1][1] == start and stop == ".":
        return word[0].isupper() and end - start > 1  # no space: "talks.The"
    if abbreviated:
        if len(stop) == 2 and stop[0].isupper():
            return False  # an initial
        return word in _OPENERS or (word in _OPENING and quoted)
    if stop == "." and word[0].isdigit():
        before = spans[at - 2]
        return text[before[0] : before[1]] + "." not in NUMBERED
    if quoted and stop[0] in "!?" and _reported(text, spans, at):
        return False
    return not word[0].islower()


def _reported(text: str, spans: list[Span], at: int) -> bool:
    """Whether a speaker and a verb of saying begin here: '"Why?" Mr Brown asked.'"""
    for start, end in spans[at : at + 5]:
        word = text[start:end]
        if word in REPORTING:
            return True
        if not (word[0].isupper() or word in ("the", "of", "a")):
            return False
    return False


def _bounded(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    """A sentence, or the pieces of one that is too long."""
    first = 0
    while len(spans) - first > MAX_TOKENS:
        last = first + MAX_TOKENS
        soft = range(last, last - _SOFT_CUT, -1)
        last = next((at for at in soft if text[spans[at - 1][0]] in ",;:"), last)
        yield spans[first:last]
        first = last
    if first < len(spans):
        yield spans[first:]
