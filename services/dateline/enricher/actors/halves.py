"""Given names of two halves with a hyphen between, the second without a capital: "Ching-te", "Hou-jen"."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.lexicon import words
from dateline.enricher.actors.units import Word
from dateline.enricher.syntax.tree import Token

SHORT: Final = 8  # letters; a longer word after a hyphen is no second half of a given name
SYLLABLE: Final = re.compile(r"[b-df-hj-np-tv-z]*[aeiou]+(?:ng|[hklmnprt])?", re.IGNORECASE)
"""What given names of two halves are made of in China and Korea: "Ching-te", "Min-su"."""
PARTICIPLE: Final = tuple(sorted(words("participle")))


def is_second_half(known: Sequence[Word], hyphen: int, text: str) -> bool:
    """Whether "jen" in "Hou-jen" goes on with a given name, unlike "led" in "US-led"."""
    whole = text.isalpha() and not text.endswith(PARTICIPLE)
    return whole and hyphen > 1 and known[hyphen - 2].capital and len(text) < SHORT and text not in words("function")


def are_halves(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words around the hyphen before the last token are syllables of such a name."""
    return all(SYLLABLE.fullmatch(tokens[at].text) for at in (end - 3, end - 1))
