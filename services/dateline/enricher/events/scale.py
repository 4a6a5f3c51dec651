"""PLOVER's numbers: the quad class of a type, and the intensity of a type and mode."""

from functools import cache
from typing import Final

from dateline.enricher.events.lexicon import Match, read_lines
from dateline_schemas import EventType, Quad

TYPES: Final = {kind.value: kind for kind in EventType}
"""By what the lexicon calls them."""


@cache
def scores() -> dict[tuple[str, str | None], tuple[Quad, float]]:
    """Quad class and score by type and mode."""
    found = {}
    for line in read_lines("scores.tsv"):
        kind, mode, quad, score = line.split("\t")
        found[kind, None if mode == "-" else mode] = (Quad(int(quad)), float(score))
    return found


def quad_of(kind: EventType) -> Quad:
    return scores()[kind.value, None][0]


def intensity_of(kind: EventType, mode: str | None) -> float:
    """The mode's score; where PLOVER gives it none, the type's."""
    known = scores()
    return known.get((kind.value, mode), known[kind.value, None])[1]


def is_material(match: Match) -> bool:
    """Whether something is done, not only said."""
    return quad_of(TYPES[match.phrase.type]) in (Quad.MATERIAL_COOPERATION, Quad.MATERIAL_CONFLICT)
