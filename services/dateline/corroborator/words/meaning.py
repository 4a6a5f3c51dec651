"""How near the words for two deeds are in meaning: buy and acquisition, quake and tremor, foil and thwart."""

from functools import cache, lru_cache
from math import sqrt

from dateline.corroborator.words.wordlists import rows


@lru_cache(maxsize=1 << 17)
def nearness(stem: str, other: str) -> float:
    """From 0 to 1: how often both words are meant in one sense, or in senses of one kind."""
    ours, theirs = senses().get(stem), senses().get(other)
    if ours is None or theirs is None:
        return 0.0
    both = [share * theirs[sense] for sense, share in ours.items() if sense in theirs]
    return sqrt(max(both, default=0.0))


@cache
def senses() -> dict[str, dict[int, float]]:
    """The senses of a stem, by number, each with its share."""
    found = {}
    for stem, *meanings in rows("deed_senses"):
        pairs = (meaning.split(":") for meaning in meanings)
        found[stem] = {int(number): int(share) / 100 for number, share in pairs}
    return found
