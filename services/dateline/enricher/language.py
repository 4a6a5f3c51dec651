"""Which language a text is in: by its script, and among Latin ones by its commonest words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources

SCRIPT_LANGUAGE = {
    "ARABIC": "ar", "CYRILLIC": "ru", "HEBREW": "he", "GREEK": "el", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja",
    "CJK": "zh", "THAI": "th", "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta", "GEORGIAN": "ka", "ARMENIAN": "hy",
    "ETHIOPIC": "am", "KHMER": "km", "MYANMAR": "my",
}  # fmt: skip
"""The most widely written language of a script: enough to say why a text was not coded."""
LETTERS = {
    "fr": "àâçéèêëîïôùûüœ", "es": "áéíñóúü", "pt": "áâãàçéêíóôõú", "it": "àèéìòù", "de": "äöüß", "nl": "ëïéö",
    "sv": "åäöé", "da": "åæøé", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "ro": "ăâîșțşţ", "tr": "âçğıîöşü\u0307",
    "hu": "áéíóöőúüű", "fi": "äö",
}  # fmt: skip
"""Letters beyond ASCII, lower case, by which a word is of a language and not of English."""
SAMPLE = 6000
"""Characters that are looked at: a language shows in a page of it."""
ENOUGH_WORDS = 12
"""In fewer words the commonest ones may be missing by chance, and the source's word stands."""
ENOUGH_DIFFERENT = 3
"""Fewer of a language's words may be names, as in a list of them ("el-Sisi"), and the source's word stands."""
FEW_WORDS = 40
"""In fewer words those that may be names are left out, for a "Den" or a "La" then weighs too much."""
ENOUGH_TO_REFUSE = 2
"""Words of another language without which a short text of unknown language may well be English."""
SENTENCE_ENDS = ".!?:;\n-–—|"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
BEFORE_CAPITAL = re.compile(r"[ -][A-Z][a-z]")
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())


def detect(text: str, stated: str = "und") -> str:
    """The BCP 47 code of the text's language, or `und`; `stated` is what the source said of it."""
    sample = text[:SAMPLE]
    script = script_of(sample)
    if script != "LATIN":
        return SCRIPT_LANGUAGE.get(script, "und") if script else plain(stated)
    words = Counter(folded_words(WORD, sample))
    total = words.total()
    known = function_words()
    telling = {word: known[word] for word in words.keys() & known.keys()}
    if total < FEW_WORDS:
        words = Counter(word.casefold() for word in words_but_names(sample))
        telling = {word: known[word] if word in known else by_letters(word) for word in words}
    votes: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word, languages in telling.items():
        for language in languages:
            votes[language] += words[word]
            different[language] += 1
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0] != "en", vote[0]))
    if not ranked:
        return plain(stated)
    best, most = ranked[0]
    if best != "en" and most < 1.3 * votes["en"]:
        best = "en"  # names and quotations bring foreign words into English news, hardly ever the other way
    if total >= ENOUGH_WORDS and different[best] >= ENOUGH_DIFFERENT:
        return best
    if plain(stated) == "und" and (best == "en" or different[best] >= ENOUGH_TO_REFUSE):
        return best
    return plain(stated)


def by_letters(word: str) -> tuple[str, ...]:
    """The languages that have all the letters of the word that are beyond ASCII, if it has any."""
    odd = {letter for letter in word if letter.isalpha() and not letter.isascii()}
    return tuple(language for language, letters in LETTERS.items() if odd.issubset(letters)) if odd else ()


def words_but_names(text: str) -> Iterator[str]:
    """The words but those with a capital within a sentence, or that open one before another, as "Al" in "Al Shabaab";
    but German has its nouns so."""
    for word in WORD.finditer(text):
        if word.group()[0].isupper():
            before = text[: word.start()].rstrip(" \"'“”‘«»„(")
            opens = not before or before[-1] in SENTENCE_ENDS
            german = "de" in function_words().get(word.group().casefold(), ())
            if not opens or (BEFORE_CAPITAL.match(text, word.end()) and not german):
                continue
        yield word.group()


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
