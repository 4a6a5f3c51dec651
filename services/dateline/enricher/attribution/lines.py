"""Attributions that a line's form makes: a headline's "Name: …", a transcript, a name below a quotation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.enricher.attribution.quotes import Quotes

_NAME: Final = r"[A-ZÀ-Þ][\w.’'-]*(?:,? (?:[A-ZÀ-Þ][\w.’'-]*|of|the|and|de|al|for|bin|von|van)){0,6}"
_SPEAKER: Final = re.compile(rf"^[\"“]?({_NAME})(:)\s+(?=\S)", re.MULTILINE)
_SIGNED: Final = re.compile(rf"(?<=[\"”])\s*([―—–-]{{1,2}})\s*({_NAME})", re.MULTILINE)
_SAY: Final = re.compile(r"\W{0,3}(?:said|says|told|added|wrote|asked|noted)\b")
_SHORT: Final = 3  # letters of an abbreviation: "UN: Ceasefire holds"
_MAX_LINES: Final = 400
_LOOK_AHEAD: Final = 6000  # characters in which the name may come again


@dataclass(frozen=True, slots=True)
class Line:
    """One of them, by character spans, with the traits it is weighed by."""

    source: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[int, int]
    kind: str
    """headline, transcript, signature"""
    traits: list[str]


def of(text: str, quotes: Quotes) -> Iterator[Line]:
    """The lines of a text that attribute by their form, in order of their kinds."""
    spoken = [match for _, match in zip(range(_MAX_LINES), _SPEAKER.finditer(text), strict=False)]
    often = len(spoken) >= 4 and len({match[1] for match in spoken}) < len(spoken)
    for match in spoken:
        end = text.find("\n", match.end())
        content = match.end(), len(text.rstrip()) if end < 0 else end
        if content[0] >= content[1]:
            continue
        kind = "transcript" if often else "headline" if match.start() == 0 else "label"
        if kind != "label" and not (kind == "headline" and _is_dateline(match[1])):
            yield Line(match.span(1), match.span(2), content, kind, _traits(text, match, kind))
    for match in _SIGNED.finditer(text):
        quote = quotes.at(match.start() - 1)
        if quote is not None and text[match.end() : match.end() + 2].strip(" .")[:1] in ("", "\n"):
            yield Line(match.span(2), match.span(1), (quote.start, quote.end), "signature", ["kind=signature"])


def _is_dateline(name: str) -> bool:
    """Whether a text is sent from there: "DHAKA: Students clashed"."""
    return name.isupper() and len(name) > _SHORT


def _traits(text: str, match: re.Match[str], kind: str) -> list[str]:
    name = match[1]
    last = name.split()[-1]
    body = text[match.end() : match.end() + _LOOK_AHEAD]
    again = re.search(rf"\b{re.escape(last)}\b", body)
    says = any(_SAY.match(body, found.end()) for found in re.finditer(rf"\b{re.escape(last)}\b", body))
    return [
        f"kind={kind}",
        f"kind={kind} words={min(4, len(name.split()))}",
        f"kind={kind} again={again is not None}",
        f"kind={kind} says={says}",
    ]
