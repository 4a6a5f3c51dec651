"""Persons by what they do, where no list has the noun: "Kenyan tea pickers", "a Polish haulier"."""

from functools import lru_cache
from typing import Final

from dateline.enricher.actors.lexicon import words
from dateline.enricher.actors.metonymy import classes

ENDINGS: Final = ("er", "or", "ist", "ian", "man", "woman")
SHORTEST: Final = 6
"""Letters of such a noun: shorter ones are most often something else, and the lists have those that are not."""


@lru_cache(maxsize=1 << 14)
def trade(written: str) -> tuple[str, bool] | None:
    """The noun in the singular, and whether it stands for several; null where it is none for who does something: a
    trawler is a thing."""
    if not (written.isalpha() and written.islower()):
        return None
    several = written.endswith(("men", "women")) or (written.endswith("s") and not written.endswith("ss"))
    noun = f"{written[:-2]}an" if written.endswith("men") else written.removesuffix("s") if several else written
    if len(noun) < SHORTEST or not noun.endswith(ENDINGS) or noun in words("made_by_ending"):
        return None
    kinds = classes().get(noun)
    return (noun, several) if kinds is None or "noun.person" in kinds else None
