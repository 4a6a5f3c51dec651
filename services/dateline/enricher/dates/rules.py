"""What each form of a date comes to: the forms of the data file, each with the function that reads it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.enricher.dates import periods, single
from dateline.enricher.dates.lexicon import alternatives, lines
from dateline.enricher.dates.resolved import DateType, Resolved
from dateline.enricher.dates.single import Named, Reading


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of a date."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Named, date], Reading | None]
    """None where the numbers are no date ("31 June")."""


_PARTS: Final = {
    "M": alternatives("month"),
    "W": alternatives("weekday"),
    "ORD": alternatives("ordinal"),
    "HOLIDAY": alternatives("holiday"),
    "SEASON": alternatives("season"),
    "Y": r"(?:1[5-9]|20)\d\d(?![\d,.]\d|\d)",
    "D": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)",
    "N": r"\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
    r"|(?i:half an?)",
    "FEW": r"(?i:(?:a )?few|several|some|many|a couple(?: of)?|couple(?: of)?|a number of|recent)",
    "UNIT": r"hour|day|week|fortnight|month|year|decade|minute",
    "TO": r"\s?(?:-|–|—|to|until|till|through|and)\s?",
    "TIME": r"morning|afternoon|evening|night|lunchtime|noon|midday|midnight",
    "DEICTIC": r"(?P<which>(?i:last|past|next|this|previous|coming|current|following|this past|this coming))",
    "WHEN": r"(?P<part>(?i:early|earlier|late|later|mid|middle|beginning|start|end|turn))(?: in| of|-)?(?: the)? ?",
}
_PARTS["OFDAY"] = rf"(?:,? (?:early |late )?(?:{_PARTS['TIME']}))?"
_PART: Final = re.compile(r"<([A-Z]+)>")
_NAME: Final = re.compile(r"\?P<\w+>")

_PREPOSITIONS: Final = frozenset(
    "in since until till by during from of for before after between around through".split()
)
_LONGEST: Final = max(map(len, _PREPOSITIONS))


def follows_preposition(text: str, start: int) -> bool:
    """Whether a preposition of time and a space stand before `start`, a line's end between or not; nothing is as
    good."""
    end = start - 1 if start and text[start - 1] == "\n" else start
    return _behind_preposition(text, start) or (end < start and _behind_preposition(text, end))


def _behind_preposition(text: str, start: int) -> bool:
    if not start:
        return True
    at = end = start - 1
    if not text[end].isspace():
        return False
    while at and end - at <= _LONGEST and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at -= 1
    return text[at:end].lower() in _PREPOSITIONS


def _read(reader: str) -> Callable[[Named, date], Reading | None]:
    reason = reader.removeprefix("unresolved: ")
    if reason != reader:
        return lambda _named, _ref: (None, None, DateType.UNRESOLVED, None, reason)
    read: Callable[[Named, date], Reading | None] = getattr(single, reader, None) or getattr(periods, reader)
    return read


@dataclass(frozen=True, slots=True)
class Rules:
    """Forms in their order, and whether any of them is there: most often none is."""

    each: tuple[Rule, ...]
    any: re.Pattern[str]


def _rules(*, behind_preposition: bool) -> Rules:
    found = []
    for line in lines("forms.tsv"):
        name, reader, pattern = line.split("\t")
        if name.endswith("+") is behind_preposition:
            filled = _PART.sub(lambda part: f"(?:{_PARTS[part.group(1)]})", pattern)
            found.append(Rule(name.rstrip("+"), re.compile(f"(?:{filled})(?!\\w)"), _read(reader)))
    return Rules(tuple(found), re.compile("|".join(_NAME.sub("?:", rule.pattern.pattern) for rule in found)))


RULES: Final = _rules(behind_preposition=False)
AFTER_PREPOSITION: Final = _rules(behind_preposition=True)


def apply(rules: Rules, text: str, start: int, ref: date) -> tuple[int, Resolved] | None:
    """The longest date by these rules that begins at `start`, and where it ends; the earlier rule wins a tie."""
    best: tuple[int, Resolved] | None = None
    if rules.any.match(text, start) is None:
        return best
    for rule in rules.each:
        match = rule.pattern.match(text, start)
        if match is None or (best and match.end() <= best[0]):
            continue
        reading = rule.read(match.groupdict(), ref)
        if reading:
            first, last, date_type, granularity, reason = reading
            best = match.end(), Resolved(first, last, date_type, granularity, rule.name, reason)
    return best
