"""Words of English text as the Universal Dependencies treebanks cut them, by offsets."""

import re
from typing import Final

from dateline.enricher.memo import Memo
from dateline.enricher.syntax.words import lines, word_set

Span = tuple[int, int]

MAX_TOKEN: Final = 256  # characters; what is longer without a space is cut

TITLES: frozenset[str]
"""Abbreviations, with their stop, that never end a sentence."""
CLOSERS: frozenset[str]
"""Abbreviations, with their stop, that may end one."""
NUMBERED: frozenset[str]
"""Words that with a stop and a number after it are an abbreviation ("No. 5"); their stop is a token."""


def _abbreviations() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Titles, closers and number abbreviations in each way they may be written, with their stop."""
    kinds: dict[str, set[str]] = {"title": set(), "end": set(), "number": set()}
    for line in lines("abbreviations.txt"):
        word, kind = line.split()
        written = {word.capitalize(), word.upper()} | (set() if kind[0].isupper() else {word})
        kinds[kind.lower()].update(form + "." for form in written)
    return frozenset(kinds["title"]), frozenset(kinds["end"]), frozenset(kinds["number"])


TITLES, CLOSERS, NUMBERED = _abbreviations()
_STOPPED: Final = TITLES | CLOSERS
_PREFIXES: Final = word_set("hyphen_prefixes.txt")

# Spaces, and the invisible marks that are no part of any word.
_GAP: Final = r"\s\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_CHUNK: Final = re.compile(rf"[^{_GAP}]{{1,{MAX_TOKEN}}}")
_W: Final = r"[\w\u0300-\u036f\u064b-\u0652\u200c\u200d]"  # a letter, digit or mark that joins one
_TOKEN: Final = re.compile(
    rf"""(?P<address>https?://[^"”<>]+|www\.[^"”<>]+|[\w.+%-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,8}}
         |[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{0,8}}\.(?:com|org|net|gov|edu|info|co\.uk|ir|iq|ru|cn)(?:/[^"”<>]*)?(?!{_W}))
      |(?P<handle>[@\#]\w+)
      |(?P<letters>(?:[A-Za-z]\.){{2,}}(?:[A-Za-z](?!{_W}))?|[A-Z]\.[A-Z](?!{_W})|Ph\.D\.?)
      |(?P<money>(?:US|AU|CA|NZ|HK|[ACS])\$)
      |(?P<clitic>(?<=[\w.)\]”"%])['’](?:s|S|re|ve|ll|d|m)(?!{_W}))
      |(?P<number>(?:(?<!\w)[+-])?\.?\d+(?:[.,:/]\d+)*(?:(?:-\d+){{2,}}|(?:st|nd|rd|th|s)(?!{_W}))?)
      |(?P<company>[A-Z]{{1,4}}&[A-Z]{{1,4}}(?!{_W}))
      |(?P<word>{_W}+(?:['’]{_W}+)*)
      |(?P<mark>\.{{2,}}|…|--+|``|''|[!?]+|(?P<same>[^\w\s])(?P=same){{2,}}|.)""",
    re.VERBOSE | re.DOTALL,
)
_TRAILING: Final = re.compile(r"[.,;:!?)\]'’]+$")
_CLITIC: Final = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_JOINED: Final = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of `text[start:end]` as (start, end) in `text`, in order; linear in the length."""
    spans: list[Span] = []
    add = spans.append
    for chunk in _CHUNK.findall(text, start, len(text) if end is None else end):
        start = text.find(chunk, start)  # nothing but gaps before it
        stop = start + len(chunk)
        if pieces := _PIECES[chunk]:
            spans += [(start + first, start + last) for first, last in pieces]
        else:
            add((start, stop))
        start = stop
    return spans


def _pieces(chunk: str) -> tuple[Span, ...]:
    """The words of a run of characters without spaces; nothing where it is one word."""
    if chunk.isalpha() and chunk.lower() not in _JOINED:
        return ()
    spans: list[Span] = []
    at = 0
    while at < len(chunk):
        found = _TOKEN.match(chunk, at)
        assert found is not None  # its last alternative takes any character
        at = _end_of(chunk, found)
        spans.extend(_parts(chunk, found.start(), at) if found.lastgroup == "word" else [(found.start(), at)])
    return tuple(spans) if len(spans) > 1 else ()


_PIECES: Final = Memo(_pieces, most=1 << 15)


def _end_of(chunk: str, found: re.Match[str]) -> int:
    """Where the token ends that begins as `found` does: with its stop, its suffix after a hyphen, less what
    closes the sentence."""
    start, end = found.span()
    if found.lastgroup == "address":
        trailing = _TRAILING.search(chunk, start, end)
        return trailing.start() if trailing else end
    if found.lastgroup == "word":
        return _word_end(chunk, start, end)
    return end


def _word_end(chunk: str, start: int, end: int) -> int:
    while end < len(chunk) and chunk[end] == "-" and chunk[start:end].lower() in _PREFIXES:
        rest = _TOKEN.match(chunk, end + 1)
        if rest is None or rest.lastgroup not in ("word", "number", "letters"):
            return end
        end = rest.end()
    if end < len(chunk) and chunk[end] == ".":
        word = chunk[start : end + 1]
        initial = end - start == 1 and word[0].isupper() and word != "I."
        if initial or word in _STOPPED:
            return end + 1
    return end


def _parts(chunk: str, start: int, end: int) -> list[Span]:
    """A word without its clitics, then its clitics: do|n't, Iraq|'s, can|not."""
    word = chunk[start:end]
    cut = _JOINED.get(word.lower())
    if cut:
        return [(start, start + cut), (start + cut, end)]
    parts: list[Span] = []
    while found := _CLITIC.search(chunk, start, end):
        if found.start() == start:
            break
        parts.append((found.start(), end))
        end = found.start()
    parts.append((start, end))
    parts.reverse()
    return parts
