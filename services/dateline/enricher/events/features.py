"""What the classifier of deeds sees of a sentence: its words and phrases, and where they stand to the parties."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.enricher.events.lexicon import Match, classes, forms, matches
from dateline.enricher.syntax.tree import Token

Range = tuple[int, int]
"""The tokens from the first index up to the second."""
SMALL_WORDS = frozenset(
    "the a an of in on to and for at by with from is are was were be been has have had it its his her their as "
    "that this which who".split()
)
AUXILIARIES = frozenset(
    "will would shall must should may might could can cannot not n't never no if said says say to 'll".split()
)
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


@dataclass(frozen=True)
class View:
    """A sentence prepared once for all the pairs of parties that are looked at in it."""

    tokens: Sequence[Token]
    words: list[str]
    matches: list[Match]

    @classmethod
    def of(cls, tokens: Sequence[Token], found: list[Match] | None = None) -> "View":
        return cls(tokens, [base(token.text) for token in tokens], matches(tokens) if found is None else found)


def base(word: str) -> str:
    """The shortest form that the word may be of, which is most often its lemma."""
    return min(forms(word), key=lambda form: (len(form), form))


def regions(length: int, source: Range | None, target: Range | None) -> list[str]:
    """For each token whether it is of the source (S), the target (T), or before, between or after them."""
    named: list[str] = []
    both = sorted(span for span in (source, target) if span)
    for at in range(length):
        if source and source[0] <= at < source[1]:
            named.append("S")
        elif target and target[0] <= at < target[1]:
            named.append("T")
        elif not both:
            named.append("all")
        elif len(both) == 1:
            # With one party known, what follows the source or stands before the target is most likely the deed.
            named.append("mid" if (at >= both[0][1]) == (source is not None) else "out")
        elif at < both[0][0]:
            named.append("pre")
        elif at >= both[1][1]:
            named.append("post")
        else:
            named.append("mid")
    return named


def features(view: View, source: Range | None, target: Range | None) -> set[str]:
    """The features, as names."""
    where = regions(len(view.tokens), source, target)
    found = {"bias", order_of(source, target)}
    found |= word_features(view.words, where)
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


def word_features(words: list[str], where: list[str]) -> set[str]:
    found = set()
    for at, word in enumerate(words):
        region = where[at]
        if word in AUXILIARIES:
            found.add(f"aux:{region}:{word}")
        if not word[:1].isalpha():
            continue
        if word not in SMALL_WORDS:
            found.add("w:" + word)
            found.add(f"r:{region}:{word}")
        if at + 1 < len(words) and region not in ("S", "T"):
            found.add(f"b:{region}:{word}_{words[at + 1]}")
        for name in classes_of().get(word, ()):
            found.add(f"c:{region}:{name}")
    return found


def phrase_features(view: View, where: list[str], source: Range | None) -> set[str]:
    """The lexicon's phrases: all of them, and the deeds that are left when each word is used once."""
    found = set()
    for match in view.matches:
        kind, region = merged(match), where[match.trigger]
        found |= {
            f"code:{match.phrase.cameo}", f"type:{kind}", f"type:{region}:{kind}",
            f"code:{region}:{match.phrase.cameo}", f"phrase:{match.phrase.text}",
        }  # fmt: skip
    deeds = [m for m in chosen(view.matches) if m.phrase.type != "STATEMENT" and not m.phrase.hint]
    following = [m for m in deeds if source is None or m.trigger >= source[1]]
    for place, match in enumerate(following[:2]):
        kind = merged(match)
        found |= {f"{place}th:{kind}", f"{place}th:{match.phrase.cameo}"}
        if place == 0:
            found.add(f"first:{kind}:{len(match.phrase.elements)}")
            found |= {f"first:{kind}:{word}" for word in auxiliaries_before(view.words, match.trigger)}
    if deeds:
        longest = min(deeds, key=lambda m: m.phrase.rank)
        between = min(deeds, key=lambda m: (where[m.trigger] != "mid", m.phrase.rank))
        found |= {f"longest:{merged(longest)}", f"between:{merged(between)}", f"between:{between.phrase.cameo}"}
        found |= {f"between:{merged(between)}:{word}" for word in auxiliaries_before(view.words, between.trigger)}
    return found


def merged(match: Match) -> str:
    return MERGED.get(match.phrase.type, match.phrase.type)


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


_CLASSES: dict[str, tuple[str, ...]] = {}


def classes_of() -> dict[str, tuple[str, ...]]:
    """Each word to the names of its classes."""
    if not _CLASSES:
        for name, words in classes().items():
            for word in sorted(words):
                _CLASSES[word] = (*_CLASSES.get(word, ()), name)
    return _CLASSES
