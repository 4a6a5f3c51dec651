"""What the net sees of a word form: its row in each of a few tables, from its spelling alone."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from string import ascii_letters, digits
from typing import Final
from zlib import crc32

MAX_FORM: Final = 48  # characters of a form that are looked at

_PLAIN: Final = str.maketrans("’‘`´“”„«»–—−", '\'\'\'\'"""""---')
_UNMARKED: Final = str.maketrans("øØłŁđĐðÐıəƏħĦ", "oOlLdDdDieEhH")
_MARKS: Final = frozenset(map(chr, range(0x300, 0x370)))  # Combining Diacritical Marks, the same in every Unicode
_DIGIT: Final = re.compile(r"\d")
_SHAPES: Final = ((re.compile(r"\d"), "d"), (re.compile(r"[^\W_a-z]"), "X"), (re.compile(r"[a-z]"), "x"))
_SHAPE_OF_PLAIN: Final = str.maketrans(ascii_letters + digits, "x" * 26 + "X" * 26 + "x" * 10)
_RUN: Final = re.compile(r"(.)\1{2,}")

# The tables: name, rows, width. "word" has OOV_ROWS hashed rows before those of the words it knows.
OOV_ROWS: Final = 512
AFFIXES: Final = (
    ("prefix2", 1024, 12),
    ("prefix3", 3072, 20),
    ("suffix1", 128, 8),
    ("suffix2", 1024, 20),
    ("suffix3", 4096, 32),
    ("suffix4", 6144, 24),
    ("shape", 512, 20),
)
WORD_WIDTH: Final = 72
WIDTH: Final = WORD_WIDTH + sum(width for _, _, width in AFFIXES)
_ROWS: Final = tuple(count for _, count, _ in AFFIXES)


def normal(form: str) -> str:
    """A form as the word table has it: lower case, digits as 0, quotes and dashes plain."""
    return _DIGIT.sub("0", form[:MAX_FORM].translate(_PLAIN).lower())


def without_marks(form: str) -> str:
    """A form without the marks on its letters, which are too rare in treebanks to be learned: Vučić is Vucic."""
    spread = unicodedata.normalize("NFD", form[:MAX_FORM].translate(_UNMARKED))
    return unicodedata.normalize("NFC", "".join(c for c in spread if c not in _MARKS))


def shape(form: str) -> str:
    """The pattern of capitals, small letters and digits, runs cut to two: Iraq Xxx, F16 Xdd."""
    found = form[:MAX_FORM].translate(_PLAIN)
    for pattern, letter in _SHAPES:
        found = pattern.sub(letter, found)
    return _RUN.sub(r"\1\1", found)


def rows(form: str, vocabulary: Mapping[str, int]) -> tuple[int, ...]:
    """The row of `form` in the word table and in each of AFFIXES."""
    if form.isalnum() and form.isascii():
        return _rows_of_plain(form[:MAX_FORM], vocabulary)
    word = normal(form)
    known = vocabulary.get(word)
    if known is None and not form.isascii() and (plain := without_marks(form)) != form:
        return rows(plain, vocabulary)
    spelled = (word[:2], form[:3].translate(_PLAIN), word[-1:], word[-2:], word[-3:], word[-4:], shape(form))
    return (
        _hash(word, OOV_ROWS) if known is None else OOV_ROWS + known,
        *(_hash(part, count) for part, (_, count, _) in zip(spelled, AFFIXES, strict=True)),
    )


def _rows_of_plain(form: str, vocabulary: Mapping[str, int]) -> tuple[int, ...]:
    """The same for a form of ASCII letters and digits alone, as most are: its bytes are its characters."""
    word = form.lower() if form.isalpha() else normal(form)
    known = vocabulary.get(word)
    spelled = word.encode("ascii")
    prefix2, prefix3, suffix1, suffix2, suffix3, suffix4, _ = _ROWS
    return (
        crc32(spelled) % OOV_ROWS if known is None else OOV_ROWS + known,
        crc32(spelled[:2]) % prefix2,
        crc32(form[:3].encode("ascii")) % prefix3,
        crc32(spelled[-1:]) % suffix1,
        crc32(spelled[-2:]) % suffix2,
        crc32(spelled[-3:]) % suffix3,
        crc32(spelled[-4:]) % suffix4,
        _row_of_shape(form.translate(_SHAPE_OF_PLAIN)),
    )


@lru_cache(maxsize=1 << 12)
def _row_of_shape(pattern: str) -> int:
    """Of a pattern whose runs are not cut yet."""
    return _hash(_RUN.sub(r"\1\1", pattern), _ROWS[-1])


def _hash(part: str, count: int) -> int:
    return crc32(part.encode("utf-8", "surrogatepass")) % count
