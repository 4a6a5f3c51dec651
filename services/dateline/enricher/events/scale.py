"""PLOVER's numbers: the quad class of a type, and the intensity of a type and mode."""

from functools import cache

from dateline.enricher.events.lexicon import read_lines
from dateline_schemas import EventType, Quad


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
