"""What the classifier of deeds sees of a sentence: its words and phrases, and where they stand to the parties."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dateline.enricher.events.lexicon import Match, classes, forms
from dateline.enricher.events.matching import matches
from dateline.enricher.memo import Memo
from dateline.enricher.syntax.tree import Token

Range = tuple[int, int]
"""The tokens from the first index up to the second."""
SMALL_WORDS: Final = frozenset(
    "the a an of in on to and for at by with from is are was were be been has have had it its his her their as "
    "that this which who".split()
)
AUXILIARIES: Final = frozenset(
    "will would shall must should may might could can cannot not n't never no if said says say to 'll".split()
)
MERGED: Final = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


@dataclass(frozen=True)
class View:
    """A sentence prepared once for all the pairs of parties that are looked at in it."""

    words: list[str]
    matches: list[Match]
    deeds: list[Match]
    """Those that are left when each word is used once, without the sayings."""

    @classmethod
    def of(cls, tokens: Sequence[Token], found: list[Match] | None = None) -> "View":
        found = matches(tokens) if found is None else found
        deeds = [m for m in chosen(found) if m.phrase.type != "STATEMENT" and not m.phrase.hint]
        return cls([BASES[token.text] for token in tokens], found, deeds)


def base(word: str) -> str:
    """The shortest form that the word may be of, which is most often its lemma."""
    return min(forms(word), key=lambda form: (len(form), form))


BASES: Final = Memo(base, most=1 << 16)


def regions(length: int, source: Range | None, target: Range | None) -> list[str]:
    """For each token whether it is of the source (S), the target (T), or before, between or after them."""
    if source and target:
        first, last = sorted((source, target))
        start, end = first[0], max(first[0], last[1])
        named = ["pre"] * start + ["mid"] * (end - start) + ["post"] * (length - end)
    elif source:
        # With one party known, what follows the source or stands before the target is most likely the deed.
        named = ["out"] * source[1] + ["mid"] * (length - source[1])
    elif target:
        named = ["mid"] * target[1] + ["out"] * (length - target[1])
    else:
        named = ["all"] * length
    for span, name in ((target, "T"), (source, "S")):
        if span:
            named[span[0] : span[1]] = [name] * (span[1] - span[0])
    return named


def features(view: View, source: Range | None, target: Range | None) -> set[str]:
    """The features, as names."""
    where = regions(len(view.words), source, target)
    found = {"bias", order_of(source, target)}
    found.update(*map(word_features, view.words, where))
    found.update(pair_features(view.words, where))
    found |= phrase_features(view, where, source)
    if source:
        found.add("source:" + view.words[source[1] - 1])
    if target:
        found.add("target:" + view.words[target[1] - 1])
    return found


def order_of(source: Range | None, target: Range | None) -> str:
    if source is None or target is None:
        return f"order:{source is not None}{target is not None}"
    return "order:st" if source < target else "order:ts"


@lru_cache(maxsize=1 << 16)
def word_features(word: str, region: str) -> tuple[str, ...]:
    """Of one word; remembered, as most words come again."""
    found = [f"aux:{region}:{word}"] if word in AUXILIARIES else []
    if word[:1].isalpha():
        if word not in SMALL_WORDS:
            found += ("w:" + word, f"r:{region}:{word}")
        found += [f"c:{region}:{name}" for name in classes_of().get(word, ())]
    return tuple(found)


def pair_features(words: list[str], where: list[str]) -> Iterator[str]:
    """Of each two words that stand side by side."""
    for word, region, following in zip(words, where, words[1:], strict=False):
        if region not in ("S", "T") and word[:1].isalpha():
            yield f"b:{region}:{word}_{following}"


def phrase_features(view: View, where: list[str], source: Range | None) -> set[str]:
    """The lexicon's phrases: all of them, and the deeds that are left when each word is used once."""
    found: set[str] = set()
    for match in view.matches:
        phrase = match.phrase
        found.update(code_features(phrase.text, phrase.cameo, merged(match.phrase.type), where[match.trigger]))
    deeds = view.deeds
    following = [m for m in deeds if source is None or m.trigger >= source[1]]
    for place, match in enumerate(following[:2]):
        kind = merged(match.phrase.type)
        found |= {f"{place}th:{kind}", f"{place}th:{match.phrase.cameo}"}
        if place == 0:
            found.add(f"first:{kind}:{len(match.phrase.elements)}")
            found |= {f"first:{kind}:{word}" for word in auxiliaries_before(view.words, match.trigger)}
    if deeds:
        longest = min(deeds, key=lambda m: m.phrase.rank)
        between = min(deeds, key=lambda m: (where[m.trigger] != "mid", m.phrase.rank))
        kind = merged(between.phrase.type)
        found |= {f"longest:{merged(longest.phrase.type)}", f"between:{kind}", f"between:{between.phrase.cameo}"}
        found |= {f"between:{kind}:{word}" for word in auxiliaries_before(view.words, between.trigger)}
    return found


@lru_cache(maxsize=1 << 15)
def code_features(text: str, cameo: str | None, kind: str, region: str) -> tuple[str, ...]:
    return f"code:{cameo}", f"type:{kind}", f"type:{region}:{kind}", f"code:{region}:{cameo}", f"phrase:{text}"


def told_as(label: str) -> str:
    """The type that a label of the classifier is told as: RETREAT where it says YIELD, which is two types."""
    return "RETREAT" if label == "YIELD" else label


def merged(kind: str) -> str:
    """The label that the classifier has for a type."""
    return MERGED.get(kind, kind)


def chosen(found: Sequence[Match]) -> list[Match]:
    """One phrase a trigger, the longest first, none that stands on another's words."""
    best: dict[int, Match] = {}
    for match in found:
        best.setdefault(match.trigger, match)
    used: set[int] = set()
    kept = []
    for match in sorted(best.values(), key=lambda m: m.phrase.rank):
        if match.trigger not in used:
            used.update(match.tokens)
            kept.append(match)
    return sorted(kept, key=lambda m: m.trigger)


def auxiliaries_before(words: list[str], at: int) -> set[str]:
    return {word for word in words[max(0, at - 5) : at] if word in AUXILIARIES}


@cache
def classes_of() -> dict[str, tuple[str, ...]]:
    """Each word to the names of its classes."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in classes().items():
        for word in words:
            found[word] = (*found.get(word, ()), name)
    return found
