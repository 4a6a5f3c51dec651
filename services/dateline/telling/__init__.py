"""Stories, deeds and amounts in the words of people: for the terminal, and for the gateway's page."""

from dateline.telling.amounts import PLURALS_FILE, counted, in_words
from dateline.telling.phrases import PHRASES_FILE, verb
from dateline.telling.story import DEEDS_TOLD, quoted, tell, when

__all__ = ["DEEDS_TOLD", "PHRASES_FILE", "PLURALS_FILE", "counted", "in_words", "quoted", "tell", "verb", "when"]
