"""Whether two actors are one under other names."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from dateline.corroborator.reports.held import Who
from dateline.corroborator.words.wordlists import rows, words

UNLIKE_PERSONS: Final = 0.0
SAME_BODY: Final = 0.5
"""Two actors of one country and sector: a president and his government act for each other."""
LONG_ENOUGH: Final = 6
"""Letters of a word that may be spelled with one vowel more."""
VOWELS: Final = "aeiou"
SAME_COUNTRY: Final = 0.25


@lru_cache(maxsize=1 << 16)
def spelled(name: str) -> tuple[str, ...]:
    """The words of a name without marks, titles and particles."""
    spread = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in spread if not unicodedata.combining(c)).casefold().replace("'", "").replace("’", "")
    return tuple(word for word in re.findall(r"[^\W_]+", plain) if word not in words("name_words"))


@lru_cache(maxsize=1 << 16)
def pieces(name: str) -> tuple[str, ...]:
    """The words of a name as they sound."""
    return tuple(sound(word) for word in spelled(name))


def sound(word: str) -> str:
    """What the usual transliterations of a word share: Hussein, Hossein, Husayn."""
    for written, spoken in rows("sounds"):
        word = word.replace(written, spoken)
    return re.sub(r"(.)\1+", r"\1", word)


def one_person(a: str, b: str) -> bool:
    """Whether two names can be one person's: the last words sound alike, and the shorter's words stand in the longer in
    order, one of them a letter or a vowel apart at most. The last words may be so where the others are the same."""
    short, long = sorted((pieces(a), pieces(b)), key=len)
    if not short:
        return False
    if short[-1] != long[-1]:
        return len(short) > 1 and short[:-1] == long[:-1] and is_vowel_longer(short[-1], long[-1])
    rest = iter(long[:-1])
    missing = [word for word in short[:-1] if not any(alike(word, other) for other in rest)]
    return not missing


def alike(a: str, b: str) -> bool:
    """Equal, an initial of the other, or one letter apart in words of four letters or more; or one vowel longer."""
    if a == b or (1 in (len(a), len(b)) and a[0] == b[0]) or is_vowel_longer(a, b):
        return True
    return len(a) == len(b) >= 4 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def is_vowel_longer(a: str, b: str) -> bool:
    """Whether one of two long words has one vowel more within: Abdurahman, Abdurahaman."""
    short, long = sorted((a, b), key=len)
    if len(short) < LONG_ENOUGH or len(long) != len(short) + 1:
        return False
    return any(long[at] in VOWELS and long[:at] + long[at + 1 :] == short for at in range(1, len(short)))


def sounds_alike(a: str, b: str) -> bool:
    """Whether two words, without marks and capitals, may be one name's word in two spellings."""
    return alike(sound(a), sound(b))


@lru_cache(maxsize=1 << 17)
def likeness(a: Who, b: Who) -> float:
    """1 for one actor, less for one that can stand for the other, 0 for strangers."""
    if a.actor == b.actor:
        return 1.0
    if a.country and b.country and a.country != b.country:
        return 0.0
    if a.kind == b.kind == "person" and not (is_description(a.name) or is_description(b.name)):
        return 1.0 if one_person(a.name, b.name) else UNLIKE_PERSONS
    if a.country and a.country == b.country:
        return SAME_BODY if a.sector == b.sector else SAME_COUNTRY
    if pieces(a.name) == pieces(b.name) and a.kind == b.kind:
        return 1.0
    return SAME_BODY if may_be_described_so(a, b) else 0.0


def may_be_described_so(a: Who, b: Who) -> bool:
    """Whether both only say what somebody is, in the same words or one in fewer, and one of them not of which country:
    "the opposition of Kenya", "the port authority", "the authority"; or that it is not known who did it: "gunmen"."""
    if not (is_description(a.name) and is_description(b.name)):
        return False
    ours, theirs = a.name.partition(" of ")[0], b.name.partition(" of ")[0]
    short, long = sorted((ours, theirs), key=len)
    same = short == long or long.endswith(f" {short}")
    return (a.kind == b.kind and same) or (is_unknown(ours) and is_unknown(theirs))


def is_unknown(description: str) -> bool:
    """Whether it says no more of somebody than that he did it."""
    return description.replace(" ", "_") in words("unknown_doers")


def are_strangers(a: Who, b: Who) -> bool:
    """Whether two persons by name share no word of it, nor an initial."""
    if not (a.kind == b.kind == "person") or is_description(a.name) or is_description(b.name):
        return False
    return a.actor != b.actor and not any(alike(one, other) for one in pieces(a.name) for other in pieces(b.name))


def is_description(name: str) -> bool:
    """Whether it only says what somebody is: "president of Iraq"."""
    return name[:1].islower()


def is_among(who: Who, others: Iterable[Who]) -> bool:
    """Whether one of the others can stand for the actor."""
    return any(likeness(who, other) == 1.0 for other in others)


def best_likeness(some: Sequence[Who], others: Sequence[Who]) -> float | None:
    """How well two groups of actors meet; null where one is empty."""
    if not some or not others:
        return None
    best = 0.0
    for who in some:
        found = nearest(who, others)
        if found == 1.0:
            return found
        best = max(best, found)
    return best


def nearest(who: Who, others: Sequence[Who]) -> float:
    """How like an actor the likeliest of others is."""
    if who in others:
        return 1.0
    return max([likeness(who, other) for other in others])


def shared_parties(some: tuple[Who, ...], others: tuple[Who, ...]) -> float | None:
    """How well each of the smaller group has its like in the larger, on average; null where one is empty."""
    if not some or not others:
        return None
    few, many = (some, others) if len(some) <= len(others) else (others, some)
    return sum([nearest(who, many) for who in few]) / len(few)
