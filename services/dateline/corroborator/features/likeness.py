"""How alike two articles are: the words, names and numbers that they share, by how rare those are."""

import re
from collections.abc import Iterator
from functools import lru_cache
from math import exp
from typing import Final

from dateline.corroborator.features.background import background
from dateline.corroborator.features.copies import copied
from dateline.corroborator.features.rarity import Rarity
from dateline.corroborator.reports.feature import Feature
from dateline.corroborator.reports.held import Held
from dateline.corroborator.words.wording import singular
from dateline_schemas.coded import UNPLACED

TITLE_SHARE: Final = 1 / 6
"""What the titles count beside the texts, where both articles have one."""
PERSONS_SHARE: Final = 0.3
PERSONS_EXPECTED: Final = 0.5
"""How alike the main persons of two articles of one story are at least, most often: less than that speaks against
one."""
OF_UNKNOWN_COUNTRY: Final = f"@{UNPLACED}"
"""`UNPLACED` among an article's features."""
OF_THEIR_OWN: Final = ("person", "company", "armed_group")
ELSEWHERE: Final = 0.6
"""What it speaks against one story that one is a round-up of many."""
SHORT: Final = 250
"""And that two articles of so few words are of other countries: two bus crashes of one day are told in the same words,
and there is little else in them."""

NAME_WORD: Final = re.compile(r"[^\W_]+")
CONFIDENCE_MIDDLE, CONFIDENCE_SLOPE = 6.2, 39.9
"""A logistic curve through pairs of articles of known stories (see the model card)."""


class Likeness:
    """Likenesses between articles under one rarity, each worked out once."""

    def __init__(self, rarity: Rarity) -> None:
        self.rarity = rarity
        self._vectors: dict[str, tuple[dict[Feature, float], float]] = {}
        self._known: dict[tuple[str, str], float] = {}

    def of(self, a: Held, b: Held) -> float:
        """From about -0.7 to 1.3; the same text is 1 at least."""
        pair = (a.article, b.article) if a.article < b.article else (b.article, a.article)
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = self._compare(a, b) if a.article < b.article else self._compare(b, a)
        return known

    def _compare(self, a: Held, b: Held) -> float:
        if a.text and a.text == b.text:
            return 1.0
        found = self._cosine(a, b)
        if a.title_words and b.title_words:
            found += TITLE_SHARE * (self.rarity.overlap(a.title_words, b.title_words) - found)
        if a.main_persons and b.main_persons:
            found += PERSONS_SHARE * (persons_alike(a, b) - PERSONS_EXPECTED)
        if (a.items > 0) != (b.items > 0):
            return found - ELSEWHERE  # though it may have copied an item
        if are_elsewhere(a, b):
            found -= ELSEWHERE
        return max(found, copied(a, b))

    def vector(self, held: Held) -> tuple[dict[Feature, float], float]:
        """The article's features by weight and rarity, and the length of that vector."""
        known = self._vectors.get(held.article)
        if known is None:
            weights = self.rarity.weighed(held)
            table = dict(zip(held.features, weights, strict=True))
            known = self._vectors[held.article] = table, sum([w * w for w in weights]) ** 0.5
        return known

    def _cosine(self, a: Held, b: Held) -> float:
        ours, length = self.vector(a)
        theirs, other_length = self.vector(b)
        if len(theirs) < len(ours):
            ours, theirs = theirs, ours
        shared = sum([weight * theirs[feature] for feature, weight in ours.items() if feature in theirs])
        return shared / (length * other_length) if shared else 0.0


def are_elsewhere(a: Held, b: Held) -> bool:
    """Whether two short articles tell of no country in common, or of violence in no town in common, and of nobody by
    name; or begin in no country in common, and name nothing that is not often named. Of what two countries do to each
    other, each side names towns of its own."""
    if max(a.length, b.length) > SHORT:
        return False
    if a.lands and b.lands and a.lands.isdisjoint(b.lands):
        return not any(is_name(name) for name in shared_names(a, b))
    if a.lead and b.lead and a.lead.isdisjoint(b.lead) and not any(is_rare(name) for name in shared_names(a, b)):
        return True
    between_two = len(a.lands & b.lands) > 1
    if a.towns and b.towns and a.towns.isdisjoint(b.towns) and not between_two:
        towns = a.towns | b.towns
        return not any(name[1:] in towns or is_somebody(name) for name in shared_names(a, b))
    return False


def shared_names(a: Held, b: Held) -> Iterator[str]:
    """The actors and places that both name."""
    return (feature.name for feature in a.features if feature.name[0] == "@" and feature in b.features)


@lru_cache(maxsize=1 << 16)
def is_name(feature: str) -> bool:
    """Whether an actor or a place is one of its own: not only "police" or "people", whosever they are."""
    if not feature.startswith(OF_UNKNOWN_COUNTRY):
        return True
    return any(singular(word) not in background() for word in feature.rpartition("/")[2].split("-"))


@lru_cache(maxsize=1 << 16)
def is_rare(feature: str) -> bool:
    """Whether a word of the name is none that many texts have; a great country's name and its people's are not."""
    return any(singular(word) not in background() for word in NAME_WORD.findall(feature.rpartition("/")[2].casefold()))


@lru_cache(maxsize=1 << 16)
def is_somebody(feature: str) -> bool:
    """Whether it is a person, a company or a group by name, and not a place, or what every country has."""
    kind = feature.split("/")
    if len(kind) == 1:
        return feature[1:2] == "Q" and feature[2:].isdigit()
    return kind[1] in OF_THEIR_OWN and is_name(feature)


def persons_alike(a: Held, b: Held) -> float:
    """The cosine of how often both name the main persons of either: who is one of the two's alone, but is named in the
    other too, sets them less apart."""
    main = a.main_persons | b.main_persons
    shared = sum([a.persons[name] * b.persons[name] for name in main if name in a.persons and name in b.persons])
    if not shared:
        return 0.0
    lengths = [sum([held.persons.get(name, 0) ** 2 for name in main]) for held in (a, b)]
    return float(shared / (lengths[0] * lengths[1]) ** 0.5)


def confidence(likeness: float) -> float:
    """How often two articles so alike are of one story."""
    return 1 / (1 + exp(CONFIDENCE_MIDDLE - CONFIDENCE_SLOPE * likeness))
