"""Which language a text is in: by its script, and among Latin ones by its commonest words."""

import re
import unicodedata
from collections import Counter
from functools import cache
from importlib import resources

SCRIPT_LANGUAGE = {
    "ARABIC": "ar", "CYRILLIC": "ru", "HEBREW": "he", "GREEK": "el", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja",
    "CJK": "zh", "THAI": "th", "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta", "GEORGIAN": "ka", "ARMENIAN": "hy",
    "ETHIOPIC": "am", "KHMER": "km", "MYANMAR": "my",
}  # fmt: skip
"""The most widely written language of a script: enough to say why a text was not coded."""
SAMPLE = 6000
"""Characters that are looked at: a language shows in a page of it."""
ENOUGH_WORDS = 12
"""In fewer words the commonest ones may be missing by chance, and the source's word stands."""
ENOUGH_DIFFERENT = 3
"""Fewer of a language's words may be names, as in a list of them ("el-Sisi"), and the source's word stands."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())


def detect(text: str, stated: str = "und") -> str:
    """The BCP 47 code of the text's language, or `und`; `stated` is what the source said of it."""
    sample = text[:SAMPLE]
    script = script_of(sample)
    if script != "LATIN":
        return SCRIPT_LANGUAGE.get(script, "und") if script else plain(stated)
    words = Counter(folded_words(WORD, sample))
    known = function_words()
    telling = words.keys() & known.keys()
    votes: Counter[str] = Counter()
    for word in telling:
        for language in known[word]:
            votes[language] += words[word]
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0] != "en", vote[0]))
    if not ranked:
        return plain(stated)
    best, most = ranked[0]
    english = votes["en"]
    if best != "en" and most < 1.3 * english:
        best = "en"  # names and quotations bring foreign words into English news, hardly ever the other way
    different = sum(best in known[word] for word in telling)
    told = words.total() >= ENOUGH_WORDS and different >= ENOUGH_DIFFERENT
    return best if told or plain(stated) == "und" else plain(stated)


def folded_words(pattern: re.Pattern[str], text: str) -> list[str]:
    """The words of a text by a pattern of them, case folded."""
    if text.isascii():  # all at once: no letter changes the number of them
        return pattern.findall(text.lower())
    return [word.casefold() for word in pattern.findall(text)]


def plain(tag: str) -> str:
    """The language of a BCP 47 tag, without its region."""
    return tag.replace("_", "-").partition("-")[0].casefold() or "und"


def script_of(sample: str) -> str:
    """The script of most letters, by the first word of their Unicode names; empty where there are no letters."""
    scripts: Counter[str] = Counter()
    latin = len(sample.encode("ascii", "ignore").translate(None, delete=NO_LETTERS))
    if latin:
        scripts["LATIN"] = latin
    for letter, count in Counter(filter(str.isalpha, "".join(BEYOND_ASCII.findall(sample)))).items():
        scripts[unicodedata.name(letter, "UNKNOWN").partition(" ")[0].partition("-")[0]] += count
    if not scripts:
        return ""
    if scripts["HIRAGANA"] and scripts["CJK"]:  # Japanese may have more Chinese signs than its own
        scripts["HIRAGANA"] += scripts.pop("CJK")
    return min(scripts.items(), key=lambda item: (-item[1], item[0]))[0]


@cache
def function_words() -> dict[str, tuple[str, ...]]:
    """Each word of the file to the languages that it is common in."""
    found: dict[str, tuple[str, ...]] = {}
    lines = resources.files("dateline.enricher").joinpath("data/function_words.txt").read_text(encoding="utf-8")
    for line in lines.splitlines():
        if line.startswith("#"):
            continue
        language, _, words = line.partition(":")
        for word in words.split():
            found[word] = (*found.get(word, ()), language)
    return found
