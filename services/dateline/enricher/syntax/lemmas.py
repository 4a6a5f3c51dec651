"""The lemma of an English word: a short list of irregular forms, and rules for the rest."""

import re
from functools import lru_cache
from typing import Final

from dateline.enricher.syntax.words import lines

_MAX_FORM: Final = 64  # characters; what is longer is no word, and is its own lemma

# Verb stems, what is left of "-ing" or "-ed", that lost an e: mov|ing, provid|ed, settl|ing.
_LOST_E: Final = re.compile(
    r"""(?: [vcuz] | [^s]s | [bcdfgkptz]l | [dr]g | (?:[eu]n|[ahr]an)g
      | (?:^|[^aeiou]|qu|gu|[iu](?=at)) (?:a[bdgkmprst] | at | e[dgs] | i[bcdgklmnrsz] | o[bdgkm] | u[bdglmnrst])
      | ^(?:[^aeiou]|qu)*[aeiouy][bdfgklmnprt] )$""",
    re.VERBOSE,
)
_KEPT_DOUBLE: Final = ("ll", "ss", "ff", "zz")


def _irregular() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for line in lines("irregular.txt"):
        upos, lemma_, *forms = line.split()
        for form in forms:
            found.setdefault((form, upos), lemma_)
    return found


_IRREGULAR: Final = _irregular()


@lru_cache(maxsize=1 << 15)
def lemma(form: str, upos: str, xpos: str) -> str:
    """The lemma of `form`, lower case unless it is a name; `xpos` is its Penn tag."""
    if len(form) > _MAX_FORM:
        return form
    if upos == "PROPN":
        return _case_of(form, _noun(form)) if xpos == "NNPS" else form
    word = form.lower()
    if upos == "PRON" and word == "i":
        return "I"
    if xpos == "MD" or upos in ("AUX", "PRON", "DET", "PART"):
        found = _IRREGULAR.get((word, "AUX" if xpos == "MD" else upos))
        if found:
            return _modal(xpos, word, found)
    if upos in ("VERB", "AUX"):
        return _verb(word, xpos)
    if upos == "NOUN" and xpos == "NNS":
        return _noun(word)
    if xpos == "POS":
        return "'s"
    if xpos in ("JJR", "JJS", "RBR", "RBS"):
        return _IRREGULAR.get((word, upos)) or _compared(word, "er" if xpos[-1] == "R" else "est")
    return word


def _modal(xpos: str, word: str, found: str) -> str:
    """'d is "had" or "would": its tag tells."""
    return "would" if xpos == "MD" and word[1:] == "d" else found


def _case_of(form: str, word: str) -> str:
    return form[: len(word)] if form.startswith(word[:-1]) and form[len(word) - 1] == word[-1] else word


def _noun(word: str) -> str:
    found = _IRREGULAR.get((word.lower(), "NOUN"))
    if found:
        return found.capitalize() if word[0].isupper() else found
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("s") and not word.endswith(("ss", "us")) and not word[0].isdigit() and len(word) > 2:
        return word[:-1]
    return word


def _verb(word: str, xpos: str) -> str:
    found = _IRREGULAR.get((word, "VERB"))
    if found and (xpos not in ("VB", "VBP") or found == "be"):
        return found
    if xpos == "VBZ":
        return _third_person(word)
    if xpos == "VBG" and word.endswith("ing") and len(word) > 4:
        return _stem(word[:-3])
    if xpos in ("VBD", "VBN"):
        if word.endswith("ied"):
            return word[:-3] + "y" if len(word) > 4 else word[:-1]
        if word.endswith("eed") or not word.endswith("ed") or len(word) < 4:
            return word[:-1] if word.endswith("reed") else word
        return _stem(word[:-2])
    return word


def _third_person(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1] if len(word) > 1 and word.endswith("s") and not word.endswith("ss") else word


def _stem(stem: str) -> str:
    """The verb whose "-ing" or "-ed" was taken off."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        return stem if stem.endswith(_KEPT_DOUBLE) else stem[:-1]
    return stem + "e" if _LOST_E.search(stem) and not stem.endswith(("w", "x", "y")) else stem


def _compared(word: str, ending: str) -> str:
    """The positive of a comparative or superlative: bigger, easiest, larger."""
    if not word.endswith(ending) or len(word) < len(ending) + 3:
        return word
    stem = word[: -len(ending)]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] in "bdgmnt":
        return stem[:-1]
    return stem + "e" if re.search(r"(?:[vcsz]|[bdpt]l|[rd]g|[^aeiou][aiou][tmrd]|u[rt]|r[ae]r)$", stem) else stem
