"""When the article's main deed was done."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import timedelta
from itertools import zip_longest

from dateline.enricher import dates
from dateline.enricher.dates import DateMention, DateType, Granularity
from dateline.enricher.document import Document
from dateline.enricher.syntax.tree import ROOT, Sentence

_TIME_BEFORE = re.compile(
    r"(?:\b(?:at |around |about )*\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.? (?:local time )?(?:on )?"
    r"|\bthe (?:early|small) hours of |\b(?:late|early) on )$"
)
_CLOCK = re.compile(
    r"\b(?<=[Aa]t )(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]\.?m\b)?(?: (?:GMT|local time))?|\b(?<=[Aa]t )1?\d ?[ap]\.?m\b"
)
_COUNTS = frozenset({"toll", "number", "total", "count", "tally"})
_BEGINNING = 3000  # characters in which the deed is told
_FURTHER = 1  # words of the headline that a sentence further down must have more
_ASIDE = 2  # words of the headline that a day within a relative clause must have more
_COUNTED = 8  # words of the headline that outweigh that a day tells when something was counted
_FAR = 15  # sentences without a word of the headline, after which a day is no longer the deed's
_LATELY = timedelta(days=7)
_LATE_MONTHS = timedelta(days=62)  # "last month", where no day is told


def times_of(document: Document) -> list[str]:
    """Days of the last week, those first that stand with most of the headline's words and early, and neither in a
    relative clause nor with a toll that rose; then a month just gone, the day of publication, and wider times. A day
    told far down comes after that of publication."""
    days: list[tuple[float, int, str]] = []
    wider: list[str] = []
    months: list[str] = []
    headline = _content_words(token.lower() for token in document.title.split())
    found = dates.find(document)
    for mention, following in zip_longest(found, found[1:]):
        if following and document.text[mention.span[1] : following.span[0]] == " of ":
            continue  # "in the early hours of Wednesday" is one time
        told = _with_time(document.text, mention)
        if (
            mention.date_type is DateType.EXACT
            and mention.granularity is Granularity.DAY
            and _is_lately(mention, document)
        ):
            at = bisect_right(document.sentences, mention.span[0], key=lambda sentence: sentence.start) - 1
            sentence = document.sentences[at]
            shared = headline & _content_words(token.text.lower() for token in sentence.tokens)
            aside = _ASIDE if _in_relative_clause(sentence, mention.span[0]) else 0
            counted = _COUNTED if _tells_count(sentence, mention.span[0]) else 0
            days.append((at * _FURTHER - len(shared) + aside + counted, mention.span[0], told))
        elif mention.start is not None:
            wider.append(told)
            if mention.granularity is Granularity.MONTH and _is_lately(mention, document, _LATE_MONTHS):
                months.append(told)
    days.sort()
    far = bool(days) and days[0][0] > _FAR
    published = document.published
    stated = [f"{published:%B} {published.day}, {published.year}"] if published else []
    return [
        *(stated if far else []),
        *(told for _, _, told in days[:2]),
        *([] if days else [*clock_times(document.text), *months][:1]),
        *(stated if len(days) < 2 else []),
        *wider,
        *stated,
    ]


def clock_times(text: str) -> list[str]:
    """The first time of day that the text tells, which with no day is when it was done."""
    match = _CLOCK.search(text, 0, _BEGINNING)
    return [match[0]] if match else []


def _in_relative_clause(sentence: Sentence, offset: int) -> bool:
    """Whether the word there tells of somebody what else they did: "Quill, who landed on Monday, said"."""
    at = next((token.index for token in sentence.tokens if token.end > offset), sentence.root)
    for _ in sentence.tokens:
        if at == ROOT:
            return False
        if sentence[at].deprel == "acl:relcl":
            return True
        at = sentence[at].head
    return False


def _tells_count(sentence: Sentence, offset: int) -> bool:
    """Whether the word there tells when a count was known and not when the deed was done: "the toll rose on Monday"."""
    at = next((token.index for token in sentence.tokens if token.end > offset), sentence.root)
    governor = sentence[at].head
    subjects = sentence.children_by(governor, "nsubj", "nsubj:pass") if governor != ROOT else ()
    return any(sentence[subject].lemma.lower() in _COUNTS for subject in subjects)


def _content_words(words: Iterable[str]) -> set[str]:
    """Words of four letters or more, without their endings."""
    return {word.strip(".,:;!?'\"’”“")[:5] for word in words if len(word) > 3}


def _is_lately(mention: DateMention, document: Document, within: timedelta = _LATELY) -> bool:
    if document.published is None or mention.start is None:
        return True
    return document.published - within <= mention.start <= document.published


def _with_time(text: str, mention: DateMention) -> str:
    start, end = mention.span
    before = _TIME_BEFORE.search(text, max(0, start - 40), start)
    return text[before.start() if before else start : end]
