"""The deeds that an article tells: who does what to whom."""

from dateline.enricher.events.finding import find
from dateline.enricher.events.judging import main_type_of, penta_of, type_of
from dateline.enricher.events.main import Sides, main_event, main_sides, main_type, type_of_main
from dateline.enricher.events.principals import principals

__all__ = [
    "Sides",
    "find",
    "main_event",
    "main_sides",
    "main_type",
    "main_type_of",
    "penta_of",
    "principals",
    "type_of",
    "type_of_main",
]
