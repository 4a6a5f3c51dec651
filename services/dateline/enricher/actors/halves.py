"""Names that are half of a word with a hyphen: given names as "Ching-te" and "Hou-jen", and "a Nairobi-based group"."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.lexicon import words
from dateline.enricher.actors.units import Unit, Word
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


def is_half_of_a_word(tokens: Sequence[Token], unit: Unit) -> bool:
    """Whether a name only tells where something else is, or with whom it goes: "a Nairobi-based group"."""
    if unit.last + 1 >= len(tokens) or tokens[unit.last].text != "-":
        return False
    return tokens[unit.last + 1].text.lower() in words("hyphened")
