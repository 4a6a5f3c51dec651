"""What is known of how common words are before there is an article."""

from functools import cache
from typing import Final

from dateline.corroborator.words.wordlists import rows

BACKGROUND_TEXTS: Final = 400
"""How many texts of a window the background counts for: enough for a window of a few articles to know common words."""
UNIT: Final = 5
"""An article's part in a depth: with it, the background's share is a whole number too, and sums are exact whatever
their order."""


@cache
def background() -> dict[str, float]:
    """In what share of English texts a common word stands."""
    return {word: int(share) / 1000 for word, share in rows("background_terms")}


@cache
def beforehand() -> dict[str, int]:
    """The depth of a common word that stands in no article yet."""
    return {word: UNIT * BACKGROUND_TEXTS * int(share) // 1000 + UNIT for word, share in rows("background_terms")}
