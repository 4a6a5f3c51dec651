"""Where the article's main deed was done."""

import re

from dateline.enricher.actors import Reading
from dateline.enricher.dates.lexicon import words
from dateline.enricher.document import Document
from dateline_schemas.coded import ActorKind

_DIRECTION = "(?:(?:north|south)?(?:east|west)(?:ern)?|(?:nor|sou)th(?:ern)?|central|downtown)"
_PLACE = re.compile(
    rf"\b(?:in|at|near|outside|inside|around)(?: the)? ((?:{_DIRECTION} )?"
    r"(?:[A-ZÀ-Þ]\w+ (?:city|town|village|district|province|region) of )?"
    r"[A-ZÀ-Þ][\w’'-]*\w(?:,? (?:[A-ZÀ-Þ][\w’'-]*\w|of|de|al|el)){0,4})(?!['’]s?\b)"
)
_LINE = re.compile(
    r"\bon ((?:[A-ZÀ-Þ][\w’'-]*\w ){1,3}(?:Bridge|Street|Road|Avenue|Highway|Island|Beach|Hill|Square))\b"
)
"""What one is on: "shot on Morrow Bridge"."""
_PART = re.compile(
    rf"\b({_DIRECTION} [A-ZÀ-Þ]\w+)(?!['’\w])(?! (?:city|town|village|state|province|district|suburb|region|coast))"
)
"""A part of a country or town: "storm batters southern England"."""
_AFTER = r" (?:as|after|in|on|with|amid|and|to|from|for|over|near|before|while|when|despite)\b"
"""What follows a name that is no attribute of a noun."""
_DATELINE = re.compile(
    r"^(?:Photo )?([A-Z][A-Z .'-]{2,25}?)(?:, [A-Za-z. ]{2,20})?(?: \([^)]{2,30}\))? ?(?:--|[-–—])\s"
)
FIGHTERS = frozenset(("REB", "UAF", "PRM"))
"""Sectors of those who bear arms against a state."""
_NO_PLACES = frozenset(word for kind in ("month", "weekday", "holiday") for word in words(kind))


def places_of(document: Document, reading: Reading) -> list[str]:
    """Places of the headline, then the dateline, then the text's in its order."""
    named = [match[1] for match in _PLACE.finditer(document.title)] + _LINE.findall(document.title)
    named += _PART.findall(document.title)
    told = dict.fromkeys(document.text[place.span.start : place.span.end] for place in reading.places)
    first = [match[1] for match in _PLACE.finditer(document.text[:3000])]
    dateline = [match[1] for match in [_DATELINE.match(document.text)] if match]
    titled = [name for name in told if _is_scene(document.title, name)]
    in_order = sorted(told, key=document.text.find)
    actors = acting(document, reading)
    return [
        name
        for name in [*named, *titled, *dateline, *first[:1], *in_order, *first]
        if name.split()[0] not in _NO_PLACES and name.removesuffix("'s").removesuffix("’s") not in actors
    ]


def _is_scene(title: str, place: str) -> bool:
    """Whether a headline opens with a place or names it as no attribute: "Delhi shuts schools", "quake hits Chile"."""
    name = re.escape(place)
    return re.search(rf"^{name}(?![\w-])|\b{name}(?:$|[,:;]|{_AFTER})", title) is not None


def acting(document: Document, reading: Reading) -> frozenset[str]:
    """The names by which the text calls those who can be no place: "in Taliban raid" names none."""
    actors = (actor for actor in reading.actors if actor.kind is ActorKind.PERSON or actor.sector in FIGHTERS)
    return frozenset(document.text[span.start : span.end] for actor in actors for span in actor.spans)
