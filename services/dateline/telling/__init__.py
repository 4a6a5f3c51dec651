"""Stories, deeds and amounts in the words of people: for the terminal, and for the gateway's page."""

from dateline.telling.amounts import counted, in_words
from dateline.telling.phrases import verb
from dateline.telling.story import DEEDS_TOLD, quoted, tell, when
from dateline.telling.tables import FILES

__all__ = ["DEEDS_TOLD", "FILES", "counted", "in_words", "quoted", "tell", "verb", "when"]
