"""Where a text gives a number of something, and of what."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple, Protocol

from dateline.enricher.memo import Memo
from dateline.enricher.quantities import counted
from dateline.enricher.quantities.numerals import STARTERS, Numeral, read
from dateline.enricher.quantities.tables import bounds, currencies, measures
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas.coded import Bound, Quantity, QuantityKind
from dateline_schemas.model import Span


class Text(Protocol):
    """What is needed of a document."""

    @property
    def text(self) -> str: ...
    @property
    def sentences(self) -> tuple[Sentence, ...]: ...


class _Amount(NamedTuple):
    """A number with the sign or name of its unit, before it is known what is counted."""

    start: int
    end: int
    value: float
    kind: QuantityKind
    unit: str | None
    vague: bool
    rule: str


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SIGNS, _NAMES = currencies()
_CODES: Final = frozenset(_SIGNS.values())
_SIGN_STARTS: Final = frozenset(sign[0] for sign in _SIGNS if not sign[0].isalnum())
_MEASURES: Final = measures()
_BEFORE, _AFTER = bounds("before"), bounds("after")
_SIGN: Final = re.compile(rf"(?:{_any(_SIGNS)})(?=\s?\d)")
_SIGN_BEHIND: Final = re.compile(
    rf"\s?(?:{_any({sign: code for sign, code in _SIGNS.items() if not sign[0].isascii()})})"
)
_CODE_BEHIND: Final = re.compile(r"\s?([A-Z]{3})(?!\w)")
_NAME: Final = re.compile(r"[\s-]?([A-Za-z.]+(?: [A-Za-z]+){0,2})")
_PERCENT: Final = re.compile(r"\s?(?:%|per cent|percent|pct)(?:age)?(\s?-?\s?points?)?(?!\w)", re.IGNORECASE)
_MEASURE: Final = re.compile(r"[\s-]([A-Za-z]+(?:[23²³]|[\s-][A-Za-z]+)?)(?!\w)")
_BETWEEN: Final = re.compile(r"[\s-]")
_BOUND_BEFORE: Final = re.compile(rf"(?<!\w)({_any(_BEFORE)})(?: the| an?)?[\s-]?$", re.IGNORECASE)
_BOUND_AFTER: Final = re.compile(rf"\s?({_any(_AFTER)})(?!\w)", re.IGNORECASE)
_JOINT: Final = re.compile(r"\s?(?:-|–|—|to|and|or)\s?", re.IGNORECASE)
_PER: Final = re.compile(
    r"[\s-]?(?:an?|per|each|every)[\s-](year|month|week|day|hour)(?!\w)|\s?(annually|yearly|monthly|weekly|daily)(?!\w)"
    r"|\s?in (annual|yearly|monthly|weekly|daily)(?!\w)",
    re.IGNORECASE,
)
_PERIODS: Final = {
    "annually": "year",
    "yearly": "year",
    "annual": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
}
_NOT_A_COUNT: Final = re.compile(
    r"(?:st|nd|rd|th)\b|[:/.,-]\d|\.\d|'?s\b"
    r"|[ -](?:half|third|quarter|fifth|sixth|eighth|tenth)s?\b"
    r"|\s(?:in|out of)\s(?:\d|one|two|three|four|five|ten)\b"
    r"|-year-old|[\s-]years?[\s-]old|\s?[ap]\.?m\b",
    re.IGNORECASE,
)
_OF_A_SHARE: Final = re.compile(r"\b(?:one|two|three|\d+) (?:in|out of)(?: every)? $", re.IGNORECASE)
_ONE_OF: Final = re.compile(r"one (?:of|more|another|thing|way|day|time|side)\b", re.IGNORECASE)
_RANGE_LEAD: Final = re.compile(r"\b(?:between|from) $", re.IGNORECASE)
_LABELS: Final = re.compile(r"(?i:no\.|number|page|chapter|article|section|line) $")  # before what is no count
_MONTHS: Final = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? $")  # before a day
_FEW: Final = 10
_KNOWN: Final = re.compile(
    r"\b(?:the|these|those|its|their|his|her|our) $", re.IGNORECASE
)  # "the two sides" counts nothing
_LOOK_BACK: Final = 28  # characters: longer than any bound


def find(document: Text) -> tuple[Quantity, ...]:
    """Every amount of money, share, measure and count, in the order of the text, none within another."""
    found: list[Quantity] = []
    end = 0
    for sentence in document.sentences:
        for token in [token for token in sentence.tokens if _MAY_BEGIN[token.text]]:
            if token.start < end:
                continue
            quantity = _quantity(document.text, sentence, token.start, end)
            if quantity:
                found.append(quantity)
                end = max(end, quantity.span.end)
    return tuple(found)


def _may_begin(word: str) -> bool:
    return word[0].isdigit() or word[0] in _SIGN_STARTS or word.lower() in STARTERS or word in _SIGNS


_MAY_BEGIN: Final = Memo(_may_begin, most=1 << 15)


def _quantity(text: str, sentence: Sentence, start: int, floor: int) -> Quantity | None:
    amount = _amount(text, start)
    if amount is None or amount.end > sentence.end:
        return None
    value, upper, bound = amount.value, None, Bound.OVER if amount.vague else Bound.EXACT
    second = _second_of_range(text, amount)
    if second:
        value, upper, bound = _range(amount, second), second.value, Bound.RANGE
        lead = _RANGE_LEAD.search(text, max(floor, amount.start - 8), amount.start)
        amount = second._replace(start=lead.start() if lead else amount.start)
    start, end = amount.start, amount.end
    per = _PER.match(text, end)
    if per:
        end = per.end()
    if before := _BOUND_BEFORE.search(text, max(floor, start - _LOOK_BACK), start):
        start = before.start()
        bound = _BEFORE[before.group(1).lower()] if bound is not Bound.RANGE else bound
    elif after := _BOUND_AFTER.match(text, end):
        end = after.end()
        bound = _AFTER[after.group(1).lower()] if bound is not Bound.RANGE else bound
    thing = counted.of(sentence, start, end, amount.kind)
    unit = amount.unit
    period = next((_PERIODS.get(p.lower(), p.lower()) for p in per.groups() if p), None) if per else None
    if period is None and thing is not None:
        period = _PERIODS.get(thing.words.split()[0].lower())  # "10 billion dollars annual trade volume"
    if amount.kind is QuantityKind.COUNT:
        if thing is None or not _is_count(text, amount, sentence.start):
            return None
        unit, end = thing.unit, max(end, thing.end)
    return Quantity(
        kind=amount.kind,
        value=value,
        upper=upper,
        bound=bound,
        unit=unit,
        per=period,
        counted=thing.words if thing else None,
        span=Span(start=start, end=end),
        rule=f"quantity:{amount.rule}",
    )


def _amount(text: str, start: int) -> _Amount | None:
    """The number at `start`, with its sign or unit."""
    sign = _SIGN.match(text, start)
    numeral = read(text, sign.end() + (text[sign.end()] == " ") if sign else start)
    if numeral is None:
        return None
    value, end = numeral.value, numeral.end
    if sign:
        # "$10 billion-dollar" and "$5 US" say the currency twice.
        return _Amount(start, end, value, QuantityKind.MONEY, _SIGNS[sign.group()], False, "sign")
    if behind := _SIGN_BEHIND.match(text, end):
        return _Amount(start, behind.end(), value, QuantityKind.MONEY, _SIGNS[behind[0].strip()], numeral.vague, "sign")
    if (code := _CODE_BEHIND.match(text, end)) and code[1] in _CODES:
        return _Amount(start, code.end(), value, QuantityKind.MONEY, code[1], numeral.vague, "sign")
    name_end, named = _currency_name(text, _past_of(text, numeral))
    if name_end:
        return _Amount(start, name_end, value, QuantityKind.MONEY, named, numeral.vague, "currency")
    if percent := _PERCENT.match(text, end):
        unit = "percentage point" if percent.group(1) else None
        return _Amount(start, percent.end(), value, QuantityKind.PERCENT, unit, numeral.vague, "percent")
    measure_end, measure = _measure(text, _past_of(text, numeral))
    if measure_end:
        return _Amount(start, measure_end, value, QuantityKind.MEASURE, measure, numeral.vague, "measure")
    return _Amount(start, end, value, QuantityKind.COUNT, None, numeral.vague, "count")


def _currency_name(text: str, start: int) -> tuple[int, str | None]:
    """Where a currency's name ends that begins at `start`, 0 where there is none, and its code."""
    match = _NAME.match(text, start)
    if match is None:
        return 0, None
    words = match[1].lower().rstrip(".")
    while words not in _NAMES:
        words, space, _ = words.rpartition(" ")
        if not space:
            return 0, None
    return match.start(1) + len(words), _NAMES[words]


def _measure(text: str, start: int) -> tuple[int, str | None]:
    """Where a unit of measure ends that begins at `start`, 0 where there is none, and its singular; of two words the
    unit is both, where they are one: "square miles"."""
    match = _MEASURE.match(text, start)
    if match is None:
        return 0, None
    words = _BETWEEN.sub(" ", match[1])
    if words not in _MEASURES:
        words = words.partition(" ")[0]
    return (match.start(1) + len(words), _MEASURES[words]) if words in _MEASURES else (0, None)


def _past_of(text: str, numeral: Numeral) -> int:
    """Behind the "of" of "millions of dollars"."""
    return numeral.end + 3 if numeral.vague and text.startswith(" of ", numeral.end) else numeral.end


def _second_of_range(text: str, first: _Amount) -> _Amount | None:
    """The upper end of "$3bn to $5bn", "between 20 and 30", "10-15 percent"."""
    joint = _JOINT.match(text, first.end)
    if joint is None or first.vague:
        return None
    word = joint.group().strip().lower()
    lead = text[max(0, first.start - 8) : first.start].lower()
    if (word == "and" and "between" not in lead) or (word == "or" and "percent" in lead):
        return None
    second = _amount(text, joint.end())
    if second is None or second.vague or second.value <= 0:
        return None
    same = first.kind is second.kind and first.unit == second.unit
    return second if (same or first.kind is QuantityKind.COUNT) and _range(first, second) < second.value else None


def _range(first: _Amount, second: _Amount) -> float:
    """The lower end; in "10 to 15 billion" it has the scale of the upper."""
    if 0 < first.value < 1000 <= second.value and first.value * 1000 < second.value:
        scale = 1000.0
        while first.value * scale * 1000 <= second.value:
            scale *= 1000
        return first.value * scale
    return first.value


def _is_count(text: str, amount: _Amount, opening: int) -> bool:
    """Not a date, a year, a time, a score, an age, a label; `opening` is where its sentence begins."""
    figures = text[amount.start].isdigit()
    if _NOT_A_COUNT.match(text, amount.end) or _OF_A_SHARE.search(text, max(0, amount.start - 20), amount.start):
        return False
    if amount.value <= _FEW and not figures and _KNOWN.search(text, max(0, amount.start - 8), amount.start):
        return False
    if amount.value == 1 and _ONE_OF.match(text, amount.start):
        return False
    before = max(opening, amount.start - 12)
    if _LABELS.search(text, before, amount.start) or (figures and _MONTHS.search(text, before, amount.start)):
        return False
    if figures and text[max(0, amount.start - 1)] in "-–/:.,#":
        return False
    return not (1500 <= amount.value <= 2100 and amount.end - amount.start == 4)
