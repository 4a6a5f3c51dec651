"""Lines that write every word with a capital, or in capitals, read as a sentence is written."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Final

from dateline.enricher.gazetteer import Gazetteer, Kind, load
from dateline.enricher.gazetteer.spelling import pieces
from dateline.enricher.syntax.lemmas import lemma
from dateline.enricher.syntax.words import word_set

SMALL: Final = frozenset(
    "a an the of in on at to by for from with and or but as nor so yet vs via per is are was were be been after over "
    "amid into upon about under against between during without within among off up out down than it its if".split()
)
"""Words that headlines with capitals may leave small."""
AT_LEAST: Final = 4  # words; fewer may be a name
NATIONS: Final = frozenset((Kind.COUNTRY, Kind.PEOPLE, Kind.REGION))
INFLECTED: Final = (("VERB", "VBZ"), ("VERB", "VBD"), ("VERB", "VBG"), ("NOUN", "NNS"))
_LINE: Final = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_SMALL_WORD: Final = re.compile(r"(?<![\w'’.@-])[a-zà-þ][^\W\d_]*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’‘`][^\W\d_]+)*")
_BEGINS: Final = re.compile(r"\w\w[.!?…]['\"’”)\]]*\s+['\"‘“(\[]*$")
"""What stands before the first word of a further sentence; an initial's stop ends none."""
BESIDE: Final = 12  # characters before or behind a word that are looked at
_NO_SENTENCE: Final = re.compile(r"http|www\b|@")
_PLAIN: Final = str.maketrans("’‘`", "'''")
MONTHS: Final = frozenset(("march", "may"))
SHORT: Final = 3  # letters; a word in capitals that is no longer and no name may be an abbreviation

Word = re.Match[str]


def recased(text: str, gazetteer: Gazetteer | None = None) -> str:
    """`text`, as long and with the same words, with small letters in its headlines where a sentence would have them:
    "Peru Shuts Border After Raid" as "Peru shuts border after raid".

    A word is a name where the text's other lines write it so more often than not, or the gazetteer has it in a name of
    several words, or it is no common word. With no gazetteer given, the shipped one.
    """
    lines = [(line.start(), line.end(), _capitals(line.group())) for line in _LINE.finditer(text)]
    if not any(shouted or titled for _, _, (shouted, titled) in lines):
        return text
    names = _Names(gazetteer or load())
    for start, end, kind in lines:
        if not any(kind) and not _NO_SENTENCE.search(text, start, end):
            names.learn(text[start:end])
    parts: list[str] = []
    done = 0
    for start, end, (shouted, titled) in lines:
        if shouted or titled:
            parts += text[done:start], names.line(text[start:end], shouted)
            done = end
    return "".join((*parts, text[done:]))


def _capitals(line: str) -> tuple[bool, bool]:
    """Whether a line is in capitals, and whether it is not but every word has one."""
    if any(small.group() not in SMALL for small in _SMALL_WORD.finditer(line)):
        return False, False
    words = _WORD.findall(line)
    shouted = [word for word in words if word.isupper()]
    if sum(word[0].isupper() for word in words) < AT_LEAST:
        return False, False
    return (True, False) if len(shouted) == len(words) else (False, True)


class _Names:
    """What tells a name from a common word in a line that gives both a capital."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._alone: Counter[str] = Counter()
        """By word in small letters, how much oftener sentences write it with a capital, beside no other capital, than
        without."""
        self._pairs: set[tuple[str, str]] = set()
        """Neighbours that sentences write with capitals."""
        self._written: dict[str, str] = {}
        """How sentences write a name: "UNHCR", "McGrath"."""

    def learn(self, line: str) -> None:
        """Takes in how a line of sentences writes its words."""
        words = list(_WORD.finditer(line))
        paired = [
            one.group()[0].isupper() and other.group()[0].isupper() and line[one.end() : other.start()].isspace()
            for one, other in pairwise(words)
        ]
        for number, word in enumerate(words):
            form = word.group()
            small = form.lower()
            if form[0].islower():
                self._alone[small] -= 1
                continue
            with_next = paired[number : number + 1] == [True]
            with_last = paired[max(0, number - 1) : number] == [True]
            if with_next:
                self._pairs.add((small, words[number + 1].group().lower()))
            if with_last or not _begins(line, words, number):
                self._written[small] = form
                self._alone[small] += not (with_last or with_next)

    def line(self, line: str, shouted: bool) -> str:
        """The line as a sentence is written."""
        words = list(_WORD.finditer(line))
        listed = self._listed([word.group() for word in words])
        found: list[str] = []
        done = 0
        for number, word in enumerate(words):
            found += line[done : word.start()], self._form(line, words, number, number in listed, shouted)
            done = word.end()
        return "".join((*found, line[done:]))

    def _form(self, line: str, words: list[Word], number: int, listed: bool, shouted: bool) -> str:
        word = words[number]
        form = word.group()
        small = form.lower()
        if len(small) != len(form) or (not shouted and form[1:] != small[1:]) or _is_initial(line, word):
            return form  # "UNHCR" is in capitals in any line, and "İ" has no small letter of its length
        if listed or self._is_name(line, words, number):
            return self._as_name(form) if shouted else form
        return form[0] + small[1:] if _begins(line, words, number) else small

    def _as_name(self, form: str) -> str:
        """A name in capitals as it is written elsewhere."""
        stem, apostrophe, tail = _parted(form.lower())
        written = self._written.get(stem)
        if written is None:
            of_persons = stem in self._gazetteer.given_names or stem in self._gazetteer.surnames
            abbreviated = len(stem) <= SHORT and not of_persons and not self._gazetteer.named(stem)
            written = stem.upper() if abbreviated or self._gazetteer.needs_capitals(stem) else stem.capitalize()
        return written + apostrophe + tail if len(written) == len(stem) else form

    def _is_name(self, line: str, words: list[Word], number: int) -> bool:
        stem = _parted(words[number].group().lower())[0]
        if stem in MONTHS:  # beside a day or a year
            start, end = words[number].span()
            before, behind = line[max(0, start - BESIDE) : start], line[end : end + BESIDE]
            return bool(re.search(r"\d\s*$", before) or re.match(r"\.?\s*\d", behind))
        if any(entry.kind in NATIONS for entry in self._gazetteer.named(stem)):
            return True
        if not is_common(stem):
            return self._alone[stem] >= 0
        around = [word.group().lower() for word in words[max(0, number - 1) : number + 2]]
        if not self._pairs.isdisjoint(pairwise(around)):
            return True
        if self._alone[stem]:
            return self._alone[stem] > 0
        following = words[number + 1].group().lower() if number + 1 < len(words) else ""
        return bool(following) and stem in self._gazetteer.given_names and not is_common(_parted(following)[0])

    def _listed(self, words: list[str]) -> set[int]:
        """The numbers of the words that stand in a name of several that the gazetteer lists."""
        cut = [pieces(_parted(word)[0]) for word in words]
        joined = [piece for of_word in cut for piece in of_word]
        owner = [number for number, of_word in enumerate(cut) for _ in of_word]
        found: set[int] = set()
        at = 0
        while at < len(joined):
            match = self._gazetteer.match(joined, at)
            count = match[0] if match else 1
            if count > 1:
                found.update(number for number in owner[at : at + count] if words[number].lower() not in SMALL)
            at += count
        return found


def _parted(word: str) -> tuple[str, str, str]:
    """A word, its apostrophe and what follows: "peru's"."""
    stem, apostrophe, tail = word.translate(_PLAIN).partition("'")
    return (stem, word[len(stem)], tail) if apostrophe else (word, "", "")


def _begins(line: str, words: list[Word], number: int) -> bool:
    """Whether a sentence begins with the word."""
    start = words[number].start()
    return number == 0 or _BEGINS.search(line[max(0, start - BESIDE) : start]) is not None


def _is_initial(line: str, word: Word) -> bool:
    """Whether a word is a letter with a stop: "J.", "U.S."."""
    return len(word.group()) == 1 and line[word.end() : word.end() + 1] == "."


def is_common(word: str) -> bool:
    """Whether a word, in small letters, is written with small letters in English."""
    common = _common()
    return word in common or any(lemma(word, upos, xpos) in common for upos, xpos in INFLECTED)


@cache
def _common() -> frozenset[str]:
    return word_set("common_words.txt")
