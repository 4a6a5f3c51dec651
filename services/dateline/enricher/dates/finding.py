"""Where a text tells a time, and the day it means."""

import re
from datetime import date, timedelta
from typing import Final, Protocol

from dateline.enricher.dates.clauses import ANNOUNCING, clause_at, is_announced
from dateline.enricher.dates.lexicon import lines, words
from dateline.enricher.dates.relative import from_day_told
from dateline.enricher.dates.resolved import DateMention, DateType, Resolved
from dateline.enricher.dates.rules import AFTER_PREPOSITION, RULES, apply, follows_preposition
from dateline.enricher.quantities.numerals import STARTERS
from dateline.enricher.syntax.tree import Sentence, Token

_COMPANY: Final = frozenset(word for line in lines("openers.txt") for word in line.split())
_NAMES: Final = {
    re.split(r"[ .']", word.lower())[0] for kind in ("month", "weekday", "holiday") for word in words(kind)
}
_TIME_WORDS: Final = frozenset(word for line in lines("times.txt") for word in line.split()) | _NAMES
_YEAR_OR_DATE: Final = re.compile(r"\d{4}s?$|\d+(?:st|nd|rd|th)$|\d.*[-/.]\d|\d0s$")
_DIGIT: Final = re.compile(r"\d")
_WIDEST: Final = 4  # words of an expression before its first word of time ("the last twenty five")
_STARTS: Final = frozenset(STARTERS | _COMPANY | _NAMES)
_PROPER: Final = {word.lower(): word for kind in ("month", "weekday") for word in words(kind) if not word.isupper()}
_WORD: Final = re.compile(r"[\w'’]+")
_MAX_EXPRESSION: Final = 200  # characters: no expression of time is longer
_FUTURE_AUXILIARIES: Final = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_TIMETABLED: Final = frozenset(
    "begin start end open close conclude resume reopen expire convene meet vote take kick fall".split()
)
"""What the present tells of the days to come: "the summit ends on Friday"."""
_PAST: Final = frozenset({"was", "were", "has", "had", "have"})


class Text(Protocol):
    """What is needed of a document."""

    @property
    def text(self) -> str: ...
    @property
    def published(self) -> date | None: ...
    @property
    def sentences(self) -> tuple[Sentence, ...]: ...


def resolve(expression: str, ref: date) -> Resolved:
    """The day that `expression` means in a text of the day `ref`: of its first part that is a date."""
    text = _with_capitals(expression[:_MAX_EXPRESSION].strip())
    for word in _WORD.finditer(text):
        found = _at(text, word.start(), ref)
        if found:
            return found[1]
    return Resolved(None, None, DateType.UNRESOLVED, None, "none", "no date in it")


def find(document: Text) -> tuple[DateMention, ...]:
    """Every expression of time, in the order of the text, none within another.

    Without the day of publication only full dates are resolved; the others have the reason "no day of publication".
    """
    found: list[DateMention] = []
    end = 0
    for sentence in document.sentences:
        for token in _candidates(document.text, sentence):
            if token.start < end:
                continue
            match = from_day_told(document.text, token.start, found) or _read(document, sentence, token)
            if match is None or match[0] > sentence.end:
                continue
            end, resolved = match
            found.append(
                DateMention(
                    span=(token.start, end),
                    start=resolved.start,
                    end=resolved.end,
                    date_type=resolved.date_type,
                    granularity=resolved.granularity,
                    rule=resolved.rule,
                    reason=resolved.reason,
                )
            )
    return tuple(found)


def _read(document: Text, sentence: Sentence, token: Token) -> tuple[int, Resolved] | None:
    """The expression at a token, seen from the day of publication and from how the verb beside it tells its time."""
    match = _at(document.text, token.start, document.published or date(2000, 1, 1))
    if match is None:
        return None
    end, resolved = match
    if document.published is None:
        return end, _without_publication(document.text, token.start, resolved)
    if resolved.rule == "weekday" and resolved.start and _is_ahead(sentence, token.index):
        return end, _next_week(resolved, document.published)
    return match


def _candidates(text: str, sentence: Sentence) -> list[Token]:
    """The words that an expression can begin with: those with a word of time at or close behind them."""
    lowers = [word.rstrip(".") for word in sentence.words]
    if _TIME_WORDS.isdisjoint(lowers) and not _DIGIT.search(text, sentence.start, sentence.end):
        return []
    near: set[int] = set()
    for at, word in enumerate(lowers):
        if word in _TIME_WORDS or (word[:1].isdigit() and _YEAR_OR_DATE.match(word)):
            near.update(range(max(0, at - _WIDEST), at + 1))
    return [sentence[at] for at in sorted(near) if lowers[at] in _STARTS or lowers[at][:1].isdigit()]


def _at(text: str, start: int, ref: date) -> tuple[int, Resolved] | None:
    found = apply(RULES, text, start, ref)
    if found is None and follows_preposition(text, start):
        found = apply(AFTER_PREPOSITION, text, start, ref)
    return found


def _with_capitals(expression: str) -> str:
    """Months and weekdays in their usual writing: who asks for one expression means a date by it."""
    return _WORD.sub(lambda word: _PROPER.get(word.group(), word.group()), expression)


def _without_publication(text: str, start: int, resolved: Resolved) -> Resolved:
    """What two days of publication give alike is fixed by the words alone."""
    other = _at(text, start, date(1987, 8, 19))
    if resolved.start is None or (other and other[1] == resolved):
        return resolved
    return Resolved(None, None, DateType.UNRESOLVED, None, resolved.rule, "no day of publication")


def _is_ahead(sentence: Sentence, index: int) -> bool:
    """Whether the verb that the date belongs to tells what is to come."""
    token = sentence[index]
    if token.text.lower() in ("last", "next", "this", "past", "coming", "current"):
        return False
    clause = clause_at(sentence, index)
    if sentence[clause].xpos == "VB" and is_announced(sentence, clause):
        return True
    for above in sentence.ancestors(index):
        verb = sentence[above]
        children = [sentence[child] for child in sentence.children(above)]
        if any(child.deprel.startswith("aux") and child.text.lower() in _FUTURE_AUXILIARIES for child in children):
            return True
        if verb.upos in ("VERB", "ADJ"):
            if verb.lemma.lower() in ANNOUNCING and above < index:
                return True
            if verb.xpos in ("VBD", "VBP", "VBZ"):
                return verb.xpos != "VBD" and above < index and verb.lemma.lower() in _TIMETABLED
            if verb.xpos == "VBN" and any(child.text.lower() in _PAST for child in children):
                return False
    return False


def _next_week(resolved: Resolved, published: date) -> Resolved:
    assert resolved.start is not None
    if resolved.start >= published:
        return resolved
    start = resolved.start + timedelta(days=7)
    return Resolved(start, None, resolved.date_type, resolved.granularity, "weekday ahead", None)
