"""Words as they are compared: the telling ones of a sentence, and the stem that a word shares with its other forms."""

import re
from functools import cache, lru_cache
from sys import intern
from typing import Final

from dateline.corroborator.words.wordlists import rows, words

WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")

BEHIND_VERBS: Final = frozenset({"dead", "alive", "free", "open", "awake"})
"""What verbs make of somebody: no noun, though the last of its phrase."""


@cache
def compounds() -> dict[str, str]:
    return {noun: row[0] for row in rows("compounds") for noun in row}


@lru_cache(maxsize=1 << 16)
def stem(phrase: str) -> str:
    """What is left of the word that tells the deed without its ending: visited, visiting, visitor -> visit."""
    if phrase in compounds():
        return phrase
    found = [word.casefold() for word in WORD.findall(phrase)]
    telling = [word for word in found if word not in words("stop_words")]
    if not telling:
        return stem_of(found[0] if found else "")
    return stem_of(telling[-1] if is_noun_phrase(found, telling) else telling[0])


def is_noun_phrase(found: list[str], telling: list[str]) -> bool:
    """Whether the last word is what the others tell more of ("shooting death", "definitive agreement"): no word between
    says little by itself, and the last is neither an adverb nor what becomes of somebody ("shooting dead")."""
    return len(found) == len(telling) and not telling[-1].endswith("ly") and telling[-1] not in BEHIND_VERBS


@lru_cache(maxsize=1 << 16)
def stems(phrase: str) -> frozenset[str]:
    """The stems of all telling words."""
    found = [word.casefold() for word in WORD.findall(phrase)]
    return frozenset(stem_of(word) for word in found if word not in words("stop_words")) or frozenset([stem(phrase)])


@lru_cache(maxsize=1 << 13)
def stems_of(some: tuple[str, ...]) -> frozenset[str]:
    """The stems of words without capitals: a sentence is asked for many."""
    return frozenset(map(stem_of, some))


@lru_cache(maxsize=1 << 16)
def stem_of(word: str) -> str:
    """The stem of one word without capitals; that of "shoot" for "shot"."""
    return plain_stem(irregular().get(word, word).replace("-", ""))


@cache
def irregular() -> dict[str, str]:
    """The verb of each form that is made by no rule."""
    return {row[0]: row[1] for row in rows("irregular")}


def plain_stem(word: str) -> str:
    """The word without its ending."""
    for ending in rows("endings")[0]:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == "y":  # deny, denied, denying
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return intern(word)


@lru_cache(maxsize=1 << 16)
def kinds(phrase: str) -> frozenset[int]:
    """The kinds of deed that the words of the phrase are words for, by number."""
    known = kinds_by_stem()
    return frozenset(kind for word in WORD.findall(phrase) for kind in known.get(stem_of(word.casefold()), ()))


@cache
def kinds_by_stem() -> dict[str, tuple[int, ...]]:
    """The kinds of deed that a stem's words are words for."""
    found: dict[str, tuple[int, ...]] = {}
    for number, row in enumerate(rows("deed_words")):
        for stem in dict.fromkeys(map(stem_of, row)):
            found[stem] = (*found.get(stem, ()), number)
    return found


def content_words(text: str) -> tuple[str, ...]:
    """The telling words, each once, in the signature's form and the order of the alphabet."""
    found = set(map(content_word, WORD.findall(text)))
    found.discard("")
    return tuple(sorted(found))


@lru_cache(maxsize=1 << 16)
def content_word(written: str) -> str:
    """The word in the signature's form; nothing where it tells nothing."""
    word = written.casefold()
    return singular(word) if len(word) > 1 and word not in words("stop_words") else ""


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> str:
    """The word without a possessive or a plural's ending, as the signature's terms have it."""
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    if len(word) > 4 and word.endswith("ies"):
        return intern(word[:-3] + "y")
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return intern(word[:-1])
    return intern(word)
