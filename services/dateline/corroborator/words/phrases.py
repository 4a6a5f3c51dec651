"""Which word stands for a deed where more than one does: "press conference", "carried out an attack", "opened fire"."""

import re
from functools import cache
from typing import Final

from dateline.corroborator.words.wording import WORD, compounds, kinds_by_stem, stem_of
from dateline.corroborator.words.wordlists import rows, words

OBJECT: Final = re.compile(r" (?:out )?(?:an?|the|their|its|his|her|another) ((?:[^\W_][\w-]*(?: |\b)){1,3})")
"""What is done, behind a verb: an article and up to three words."""
BEHIND: Final = 24
"""So many characters behind a verb may hold the rest of its phrase."""
BETWEEN: Final = frozenset({"him", "her", "it", "them", "himself", "herself", "itself", "themselves", "us"})
"""Who may stand inside a phrase: "shut it down"."""


def deed_word(before: str, trigger: str, after: str) -> str:
    """The word by which the deed is compared with others: the trigger, or what it means with the words around it."""
    return compound(before, trigger) or phrase_meaning(trigger, after) or deed_noun(trigger, after)


def compound(before: str, trigger: str) -> str:
    """The trigger's last word with the one before it, where the two are a word of their own: "press conference"; of
    several such for one deed the first that is listed."""
    *_, left, word = ("", "", *before.split()[-1:], *trigger.split())
    return compounds().get(f"{left}_{word}".casefold(), "")


def phrase_meaning(trigger: str, after: str) -> str:
    """What a verb means with the words behind it, of several phrases the longest; empty where it is no phrase."""
    verb, *rest = [word.casefold() for word in WORD.findall(trigger)] or [""]
    known = phrases().get(stem_of(verb))
    if known is None:
        return ""
    close = re.split(r"[^\w\s'’-]", after[:BEHIND], maxsplit=1)[0]
    rest += [word.casefold() for word in WORD.findall(close)]
    if rest and rest[0] in BETWEEN:
        del rest[0]
    return next((meaning for words_behind, meaning in known if tuple(rest[: len(words_behind)]) == words_behind), "")


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By the stem of a verb, the words of its phrases behind it and what each means, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for verb, *rest, meaning in rows("phrases"):
        found.setdefault(stem_of(verb), []).append((tuple(rest), meaning))
    return {verb: tuple(sorted(rows_of, key=lambda row: -len(row[0]))) for verb, rows_of in found.items()}


def deed_noun(word: str, after: str) -> str:
    """The noun for the deed that follows a verb which says little by itself ("began a two-day strike", "carried out an
    attack"), else the word."""
    if stem_of(word.casefold()) not in light_verbs():
        return word
    found = OBJECT.match(after)
    if found is None:
        return word
    known = kinds_by_stem()
    return next((noun for noun in found[1].split() if stem_of(noun.casefold()) in known), word)


@cache
def light_verbs() -> frozenset[str]:
    return frozenset(map(stem_of, words("light_verbs")))
