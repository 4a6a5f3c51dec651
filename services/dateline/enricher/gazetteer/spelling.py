"""How names are compared: folded to plain letters, cut into pieces, reduced to what transliterations share."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_PIECE: Final = re.compile(r"[^\W_]+")
_APOSTROPHES: Final = re.compile(r"(?<=\w)['’‘`ʿʾ](?=\w)(?![sS]\b)")
_STOPS: Final = re.compile(r"(?<=\b\w)\.(?=\w\b|\s|$)|(?<=\w)\.$")
_PLAIN: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"}
)

PARTICLES: Final = frozenset(
    "al el ul ol ad as ash an ar at az bin ben ibn bint de da di do dos del della la le van von der den".split()
)
"""Pieces of a name that may be left out, or written with another vowel."""


@lru_cache(maxsize=1 << 15)
def pieces(text: str) -> tuple[str, ...]:
    """The words of a name in lower case, without marks: "al-Assad's" -> al, assad, s; "U.S." -> us."""
    if text.isascii():
        if text.isalpha():
            return (text.lower(),)
        plain = text
    else:
        spread = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN))
        plain = "".join(c for c in spread if not unicodedata.combining(c))
    plain = _STOPS.sub("", _APOSTROPHES.sub("", plain)) if not plain.isalnum() else plain
    return tuple(_PIECE.findall(plain.lower()))


def key(text: str) -> str:
    """The pieces of a name with a space between."""
    return " ".join(pieces(text))


_SOUNDS: Final = (
    (re.compile(r"(?:ei|ai|ey|ay|ee|ie|iy|y)"), "i"),
    (re.compile(r"(?:ou|oo|au|aw|ow|w)"), "u"),
    (re.compile(r"(?:kh|ch)"), "h"),
    (re.compile(r"(?:dh|zh|th)"), "z"),
    (re.compile(r"(?:gh)"), "g"),
    (re.compile(r"(?:tch|tsch)"), "c"),
    (re.compile(r"[qck]"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"o"), "u"),
    (re.compile(r"(?<=.)[aei]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=..)h$"), ""),
)


@lru_cache(maxsize=1 << 15)
def sound(piece: str) -> str:
    """What the usual transliterations of a piece share: Hussein, Hossein, Husayn -> husn; Mohammed -> muhmd."""
    for pattern, letter in _SOUNDS:
        piece = pattern.sub(letter, piece)
    return piece


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names in pieces can be one person's.

    Their last pieces sound alike and the shorter's pieces stand in the longer in order, particles aside; an
    initial stands for any name that begins so. The shorter may leave out the first given name, not more: Jamil Rashid
    is not Abdul Latif Jamil Rashid.
    """
    short, long = sorted((_solid(a), _solid(b)), key=len)
    if not short or (len(short) > 1 and short[0] not in long[:2] and not alike(short[0], long[0])):
        return False
    at = 0
    for piece in short:
        while at < len(long) and not alike(piece, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _solid(name: tuple[str, ...]) -> tuple[str, ...]:
    """The name without particles; what would leave a surname alone may be a given name: Ben Rhodes."""
    if len(name) == 2 and name[0] in ALSO_GIVEN:
        return name
    return tuple(p for p in name if p not in PARTICLES) or name


ALSO_GIVEN: Final = frozenset({"ben", "van", "della"})
"""Particles that are given names as well."""
OPPOSED: Final = frozenset("ai")
"""Vowels that no transliteration writes for one another: Jamal and Jamil are two names."""
_VOWELS: Final = re.compile(r"[aeiouy]+")


def alike(a: str, b: str) -> bool:
    """Whether two pieces may be one name: the same, an initial, or transliterations with as many syllables."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    ours, theirs = _VOWELS.findall(a), _VOWELS.findall(b)
    if sound(a) != sound(b) or len(ours) != len(theirs) or abs(len(a) - len(b)) > 2:
        return False
    if _ends_open(a) != _ends_open(b):
        return False
    return not any({one, other} == OPPOSED for one, other in zip(ours, theirs, strict=True))


def _ends_open(piece: str) -> bool:
    """Whether a piece ends in a vowel that is heard, whatever is written for it: Abdulla, Abdullah, but not Kerr."""
    return piece.removesuffix("h")[-1:] in "aiouy"
