"""The lexicon of deeds: phrases with the code they are given, and by which words they open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Final, NamedTuple

from dateline.enricher.memo import Memo
from dateline.enricher.syntax.lemmas import lemma
from dateline.enricher.syntax.tokens import tokenise

UNTAGGED: Final = "X"
AGAIN: Final = "re-"
NEGATIONS: Final = ("not", "no", "never")
NEVER_A_VERB: Final = frozenset(("not",))
"""What a participle without its ending looks like: "noted"."""
MOST_PHRASES: Final = 1 << 20
"""More than the file will have; so that a rank is one number."""
NO_FORM: Final = ("according", "its")
"""Words that stand for themselves alone: "struck a depot, according to the army" is no accord."""
DOUBLED: Final = re.compile(r"(?:[^aeiou]|qu)*[aeiou][bdgklmnprtvz]")
"""Words whose last letter is doubled before an ending: who "raped" did not rap."""
LIGHT: Final = frozenset(
    "will would to be is not must have has should ought need needs can say on no go must|need".split()
)
"""Words that open a phrase without being its deed."""


@dataclass(frozen=True, slots=True)
class Element:
    """One word of a phrase, or with `gap` the words that may stand before it."""

    words: frozenset[str]
    word_class: str = ""
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the lexicon. `trigger` is the index of the element that is the deed's own word."""

    text: str
    cameo: str | None
    type: str
    mode: str | None
    elements: tuple[Element, ...]
    trigger: int
    agent_follows: bool
    """The doer follows "by" or stands before with "'s"."""
    says: bool
    """The doer is who says so; what the words are about is the recipient."""
    hint: bool
    order: int
    negative: bool
    """Whether a negation is part of the phrase."""
    rank: int
    """The longer phrase knows more, and ranks lower; of equals one that opens with a verb, then the first of the
    file."""
    tagged: bool
    """Whether some word of it must be of a class."""


class Match(NamedTuple):
    """A phrase found: the token that is its trigger, and all its tokens."""

    phrase: Phrase
    trigger: int
    tokens: tuple[int, ...]


@lru_cache(maxsize=1 << 16)
def forms(word: str) -> frozenset[str]:
    """What a word may be a form of, whatever its tag says: itself, and its lemmas as verb and as noun; of a regular
    participle with and without an e, for no rule tells "extradited" from "edited"."""
    low = word.lower()
    if len(low) > 40 or not low[:1].isalpha() or low in NO_FORM:
        return frozenset((low,))
    found = {low, lemma(low, "VERB", "VBD")}
    if low.endswith("s"):
        found |= {lemma(low, "VERB", "VBZ"), lemma(low, "NOUN", "NNS")}
    elif low.endswith("ing"):
        found |= {lemma(low, "VERB", "VBG"), low[:-3] + "e"} | without_ending(low[:-3])
    elif low.endswith("ed"):
        found |= {low[:-1]} | without_ending(low[:-2])
    else:
        found.add(lemma(low, "NOUN", "NNS"))
    return frozenset(found)


def without_ending(stem: str) -> frozenset[str]:
    return frozenset() if stem in NEVER_A_VERB or DOUBLED.fullmatch(stem) else frozenset((stem,))


@cache
def classes(file: str = "classes.txt") -> dict[str, frozenset[str]]:
    """The classes of words of a data file, by name."""
    found = {}
    for line in read_lines(file):
        name, _, words = line.partition(":")
        found[name] = frozenset(words.replace("_", " ").split())
    return found


@cache
def phrases() -> tuple[Phrase, ...]:
    """All phrases of deeds.txt, in its order."""
    found: list[Phrase] = []
    cameo: str | None = None
    kind, mode = "", None
    for line in read_lines("deeds.txt"):
        if line.startswith("= "):
            code, kind, mode_name = line[2:].split()
            cameo = None if code == "-" else code
            mode = None if mode_name == "-" else mode_name
            continue
        for text in line.split(","):
            for variant in variants(text.split()):
                found.append(read_phrase(variant, cameo, kind, mode, len(found)))
    return tuple(found)


def variants(words: list[str]) -> Iterator[str]:
    """A phrase as its words, and once more for each choice in it of which the tokeniser makes several: "cease-fire" is
    three words of a sentence, and the last of them is the deed's own where it was starred or stands alone."""
    for at, word in enumerate(words):
        if word[0] in "?<~":
            continue
        mark = "*" if word.startswith("*") else ""
        choices, slash, word_class = word.removeprefix(mark).partition("/")
        split = [choice for choice in choices.split("|") if len(tokenise(choice)) > 1]
        if split:
            for choice in split:
                *first, last = (choice[start:end] for start, end in tokenise(choice))
                star = "*" if mark or len(words) == 1 else ""
                yield from variants([*words[:at], *first, star + last, *words[at + 1 :]])
            whole = "|".join(choice for choice in choices.split("|") if choice not in split)
            if not whole:
                return
            words = [*words[:at], mark + whole + slash + word_class, *words[at + 1 :]]
    if words:
        yield " ".join(words)


def read_phrase(text: str, cameo: str | None, kind: str, mode: str | None, order: int) -> Phrase:
    """A phrase as deeds.txt writes it."""
    elements: list[Element] = []
    starred = None
    gap = agent_follows = says = hint = False
    words = text.split()
    if words[0].startswith("?"):
        hint, words[0] = True, words[0][1:]
    for word in words:
        if word == "~":
            gap = True
        elif word == "<by":
            agent_follows = True
        elif word == "<says":
            says = True
        else:
            if word.startswith("*"):
                word = word[1:]
                # A starred word may repeat one that stands before: `high alert *alert` is two words.
                words_meant = element_of(word).words
                repeated = [at for at, element in enumerate(elements) if words_meant & element.words]
                if repeated and not gap:
                    starred = repeated[-1]
                    continue
                starred = len(elements)
            element = element_of(word)
            elements.append(Element(element.words, element.word_class, gap))
            gap = False
    if starred is None:
        starred = next((i for i, element in enumerate(elements) if not element.words <= LIGHT), 0)
    negative = any(not element.words.isdisjoint(NEGATIONS) for element in elements)
    rank = ((elements[0].word_class == "n") - 2 * len(elements)) * MOST_PHRASES + order
    tagged = any(element.word_class for element in elements)
    return Phrase(
        text, cameo, kind, mode, tuple(elements), starred, agent_follows, says, hint, order, negative, rank, tagged
    )


def element_of(word: str) -> Element:
    """A word of a phrase as deeds.txt writes it: choices between bars, classes after "@", the word class after "/"."""
    word, _, word_class = word.partition("/")
    words: set[str] = set()
    for choice in word.split("|"):
        words |= classes()[choice[1:]] if choice.startswith("@") else {choice}
    return Element(frozenset(words), word_class)


@cache
def index() -> dict[str, tuple[Phrase, ...]]:
    """Phrases by each word that may stand first in them."""
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases():
        for word in phrase.elements[0].words:
            found.setdefault(word, []).append(phrase)
    return {word: tuple(held) for word, held in found.items()}


@dataclass(frozen=True, slots=True)
class Opening:
    """What a word may be a form of, and the phrases that it may open."""

    forms: frozenset[str]
    opens: bool
    """Whether it may open any."""
    single: tuple[Phrase, ...]
    """Those that are this word alone."""
    tight: dict[str, list[Phrase]]
    """Those of several words, by each word that may stand second, where that must be the next word."""
    wide: dict[str, list[Phrase]]
    """The same where it may stand further on."""
    further: tuple[str, ...]
    """The forms that may stand second, further on, in some phrase."""


_NONE: dict[str, list[Phrase]] = {}


def opening(word: str) -> Opening:
    """Of a word in lower case."""
    starts, own = index(), forms(word)
    if word.startswith(AGAIN):
        rest = word.removeprefix(AGAIN)
        own = own | forms(rest) | forms(f"re{rest}")  # "re-imposed sanctions", "re-opened the border"
    further = tuple(own & further_words())
    found = dict.fromkeys(phrase for form in sorted(own) for phrase in starts.get(form, ()))
    if not found:
        return Opening(own, False, (), _NONE, _NONE, further)
    single = tuple(phrase for phrase in found if len(phrase.elements) == 1)
    tight: dict[str, list[Phrase]] = {}
    wide: dict[str, list[Phrase]] = {}
    for phrase in found:
        if len(phrase.elements) > 1:
            second = phrase.elements[1]
            for form in second.words:
                (wide if second.gap else tight).setdefault(form, []).append(phrase)
    return Opening(own, True, single, tight, wide, further)


@cache
def further_words() -> frozenset[str]:
    """The words that may stand second in some phrase without following the first at once."""
    return frozenset().union(*(p.elements[1].words for p in phrases() if len(p.elements) > 1 and p.elements[1].gap))


OPENINGS: Final = Memo(opening, most=1 << 16)


def read_lines(name: str) -> Iterator[str]:
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("# "))
