"""Numbers as news writes them, in figures, in words or both: what stands at a place of the text, and its value."""

import re
from dataclasses import dataclass
from typing import Final

from dateline.enricher.quantities.tables import numbers


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number from `start` to `end` in the text."""

    start: int
    end: int
    value: float
    vague: bool
    """Only a lower bound is told: "dozens", "tens of thousands"."""


_UNITS, _SCALES, _VAGUE = numbers("unit"), numbers("scale"), numbers("vague")
_SPELT_SCALES: Final = {word: value for word, value in _SCALES.items() if len(word) > 3}


def _any(words: dict[str, float]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_FIGURES: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?")
_SCALE: Final = re.compile(rf"(?:[ \u00a0-]?({_any(_SPELT_SCALES)})|\s?({_any(_SCALES)}))(?![\w])", re.IGNORECASE)
_WORDS: Final = re.compile(
    rf"(?:(?:half|quarter) an? (?:{_any(_SPELT_SCALES)})|(?:(?:an? )?(?:{_any(_SPELT_SCALES)})|{_any(_UNITS)})(?!\w)"
    rf"(?:(?:[ -]| and )(?:{_any(_UNITS)}|{_any(_SPELT_SCALES)})(?!\w)){{0,8}})",
    re.IGNORECASE,
)
_LOOSE: Final = re.compile(
    rf"(?:(?:tens|scores|hundreds|dozens|thousands) of |many |several |(?:a )?few )?(?:{_any(_VAGUE)})(?!\w)"
    rf"|(?:several|many|(?:a )?few|a couple of) (?:{_any(_SPELT_SCALES)})(?!\w)",
    re.IGNORECASE,
)
MOST: Final = 1e24
"""Above it a text plays with words: no news counts so much."""
_PART: Final = re.compile(r"[a-z]+", re.IGNORECASE)
STARTERS: frozenset[str] = frozenset(
    {*_UNITS, *_SPELT_SCALES, *_VAGUE, "half", "tens", "several", "a", "an", "few", "many"}
)
"""The words, in lower case, that a number in words can begin with."""


def read(text: str, start: int) -> Numeral | None:
    """The longest number that begins at `start`, or None."""
    if text[start : start + 1].isdecimal():
        figures = _FIGURES.match(text, start)
        return _scaled(text, figures) if figures else None
    loose = _LOOSE.match(text, start)
    if loose:
        value = 1.0
        for word in _PART.findall(loose.group().lower()):
            value *= 10.0 if word == "tens" else _VAGUE.get(word, _SCALES.get(word, 1.0))
        return Numeral(start, loose.end(), value, True)
    spelt = _WORDS.match(text, start)
    return Numeral(start, spelt.end(), _value(spelt.group().lower()), False) if spelt else None


def _scaled(text: str, figures: re.Match[str]) -> Numeral | None:
    """Figures and the words of scale behind them, "5 thousand billion"; None for what counts nothing in the world."""
    value, end = float(figures.group().replace(",", "")), figures.end()
    while value <= MOST and (scale := _SCALE.match(text, end)):
        value *= _SCALES[(scale.group(1) or scale.group(2)).lower()]
        end = scale.end()
    if value > MOST:
        return None
    # Figures such as 3.2 times 1e9 carry the last bit's error into the record.
    return Numeral(figures.start(), end, float(f"{value:.12g}"), False)


def _value(words: str) -> float:
    """ "two hundred and five thousand" and its like."""
    total, group = 0.0, 0.0
    parts = _PART.findall(words)
    factor = 0.5 if parts[0] == "half" else 0.25 if parts[0] == "quarter" else 1.0
    for part in parts:
        if part in _UNITS:
            group += _UNITS[part]
        elif part in _SCALES:
            group = max(group, 1.0) * _SCALES[part]
            if _SCALES[part] >= 1000:
                total, group = total + group, 0.0
    return factor * (total + group)
