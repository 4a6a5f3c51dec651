"""Text as it goes into a record: no control characters, one way to end a line, no more than fits."""

import re
import unicodedata

from dateline_schemas.topics import TEXT_LIMIT

LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters but tab and newline; what is invisible or turns the direction of writing; halves of code points.
STRAY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
# Marks that are put into order when text is composed, which takes time by the square of their number; no writing
# system puts more than 30 on one letter (Unicode Standard Annex 15, stream-safe text).
MARKS = "".join(filter(unicodedata.combining, map(chr, range(0x300, 0x1E94B))))
PILE = re.compile(f"([{MARKS}]{{30}})[{MARKS}]+")
BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
NAME_LENGTH = 200
READ_LENGTH = 4 * TEXT_LIMIT  # characters
WORD = re.compile(r"[^\W\d_]+")
ENGLISH_WORD = re.compile(
    r"\b(?:the|of|and|to|in|an?|that|is|was|were|are|for|on|with|as|by|at|from|it|said|ha[sd]|he|his|who|be)\b"
)
ENGLISH_ALONE = re.compile(r"\b(?:the|of|and|to|that|were|are|for|with|by|from|said|ha[sd]|his|who)\b")
"""Those that are hardly words of other languages."""
SAMPLE_LENGTH = 2_000  # characters
ENGLISH_SHARE = 0.2  # of an English text's words, names left out, about a third to a half are of these


def cleaned(text: str) -> str:
    """The text without what no reader sees, in Unicode's composed form (NFC)."""
    text = STRAY.sub("", LINE_ENDS.sub("\n", text))
    if not text.isascii():
        text = unicodedata.normalize("NFC", PILE.sub(r"\1", LONE_SURROGATE.sub("\ufffd", text)))
    return BLANK_LINES.sub("\n\n", text).strip()


def one_line(text: str, length: int) -> str:
    """Cleaned, with every run of white space made one space, and no longer than `length` characters."""
    return " ".join(cleaned(text[: 16 * length]).split())[:length].rstrip()


def bounded(text: str) -> tuple[str, bool]:
    """Cleaned and cut to what fits into a record, and whether that is less than all; reads no further than it must."""
    clean, is_cut = cut(cleaned(text[:READ_LENGTH]))
    return clean, is_cut or len(text) > READ_LENGTH


def cut(text: str, limit: int = TEXT_LIMIT) -> tuple[str, bool]:
    """The longest beginning of the text that is at most `limit` bytes of UTF-8, and whether that is less than all."""
    encoded = text.encode()
    if len(encoded) <= limit:
        return text, False
    return encoded[:limit].decode(errors="ignore"), True


def language_of(text: str, stated: str) -> str:
    """The BCP 47 tag that the source states; where it is silent, `en` for what reads like English, else `und`."""
    tag = stated.strip().replace("_", "-")
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", tag):
        return tag.lower().partition("-")[0]
    sample = text[:SAMPLE_LENGTH]
    english = len(ENGLISH_WORD.findall(sample.lower()))
    # Names left out: a short text may be names for the most part.
    words = sum(not word[0].isupper() or bool(ENGLISH_WORD.fullmatch(word.lower())) for word in WORD.findall(sample))
    if not words or english < ENGLISH_SHARE * words:
        return "und"
    return "en" if ENGLISH_ALONE.search(sample) else "und"
