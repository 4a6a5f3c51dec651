"""How many words beside its head a cue takes: step by step outwards, each word weighed by traits that can be read."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.clause import Clauses, Range
from dateline.enricher.attribution.lexicon import verb_classes
from dateline.enricher.attribution.quotes import Quotes
from dateline.enricher.attribution.traits import CLOSED, class_of, plain
from dateline.enricher.attribution.weights import Weights
from dateline.enricher.syntax.tree import ROOT, Token

_MOST_LEFT, _MOST_RIGHT = 10, 12  # words that are weighed
_CLOSED: Final = CLOSED - {"ADV"}
_DEEPEST: Final = 30  # steps up the tree

Step = tuple[int, list[str]]
"""A token, and the reasons for and against taking it."""


def of(candidate: Candidate, clauses: Clauses, quotes: Quotes, left: Weights, right: Weights) -> Range:
    """The words of the cue: all from its head outwards, up to the first on either side that is rather none of it."""
    words = _Words(candidate, clauses, quotes)
    first = _furthest(words.left(), left, candidate.head)
    last = _furthest(words.right(), right, candidate.head)
    while last > candidate.head and clauses.tokens[last].upos == "PUNCT":
        last -= 1
    while first < candidate.head and clauses.tokens[first].upos == "PUNCT":
        first += 1
    return first, last + 1


def _furthest(steps: Iterator[Step], weights: Weights, head: int) -> int:
    """The last token before the first one that is rather none of the cue's; the head where that is the first."""
    furthest = head
    for at, traits in steps:
        if weights.score(traits) < weights.threshold:
            break
        furthest = at
    return furthest


def steps(candidate: Candidate, clauses: Clauses, quotes: Quotes) -> tuple[list[Step], list[Step]]:
    """The words to the left and to the right of the head, outwards."""
    words = _Words(candidate, clauses, quotes)
    return list(words.left()), list(words.right())


class _Words:
    """The words around one candidate's head."""

    def __init__(self, candidate: Candidate, clauses: Clauses, quotes: Quotes) -> None:
        self._tokens, self._clauses, self._quotes, self._one = clauses.tokens, clauses, quotes, candidate
        head = self._tokens[candidate.head]
        self._lemma = head.lemma.lower()
        self._of_class = " class=" + class_of(candidate, self._lemma)
        self._of_lemma = " lemma=" + self._lemma
        self._quoted = quotes.at(head.start) is not None
        later = [start for start, _ in candidate.content.spans if start > head.start]
        self._content = bisect_left(self._tokens, later[0], key=_start) if later else len(self._tokens)

    def left(self) -> Iterator[Step]:
        source, passed = self._one.source, False
        before = ""
        for at in range(self._one.head - 1, max(-1, self._one.head - 1 - _MOST_LEFT), -1):
            if not self._same_voice(at):
                return
            traits = self._traits(at, before, at - 1)
            passed = passed or (source is not None and source[0] <= at < source[1])
            if passed:
                traits.append("past source")
            traits += self._before(at)
            yield at, traits
            before = _plain(self._tokens[at])

    def _before(self, at: int) -> list[str]:
        """What a word before the head may be beside it: how far behind the source, a verb that the head hangs on."""
        token, one = self._tokens[at], self._one
        head = self._tokens[one.head]
        classes = verb_classes(token.lemma.lower())
        word = _plain(token)
        traits = [
            f"head tag={head.xpos} tag={token.xpos}",
            f"head tag={head.xpos} word={word}",
            f"source by={one.how_source} word={word}",
            f"class={classes[0] if classes else 'none'} of={token.upos} head={head.deprel}",
        ]
        if one.source is not None and one.source[1] <= one.head:
            gap = min(4, at - one.source[1] + 1)
            traits += [f"to source={gap}", f"to source={gap} word={word}"]
        return traits

    def right(self) -> Iterator[Step]:
        before = ""
        for at in range(self._one.head + 1, min(len(self._tokens), self._one.head + 1 + _MOST_RIGHT)):
            if not self._same_voice(at):
                return
            yield at, self._traits(at, before, at + 1) + self._phrase(at)
            before = _plain(self._tokens[at])

    def _same_voice(self, at: int) -> bool:
        """Whether the word is quoted if the head is, and told if it is told."""
        return (self._quotes.at(self._tokens[at].start) is not None) is self._quoted

    def _traits(self, at: int, before: str, following: int) -> list[str]:
        tokens, one = self._tokens, self._one
        token = tokens[at]
        ruled = one.cue[0] <= at < one.cue[1]
        word = _plain(token)
        tie = self._tie(at)
        worded = "word=" + word
        traits = [
            f"ruled={ruled}",
            worded,
            worded + self._of_class,
            worded + self._of_lemma,
            f"{worded} ruled={ruled} form={one.content.form}",
            f"lemma={token.lemma.lower()}",
            f"far={min(5, abs(at - one.head))}",
            f"tag={token.xpos} relation={token.deprel}",
            f"tie={tie}",
            f"tie={tie} relation={token.deprel}",
            f"tie={tie} word={word}",
            f"next={_plain(tokens[following]) if 0 <= following < len(tokens) else 'end'}",
        ]
        if before:
            traits.append(f"after={before} word={word}")
        if one.kind != "verb":
            traits += [f"noun ruled={ruled}", f"noun tie={tie} relation={token.deprel}"]
        if one.source is not None and one.source[0] <= at < one.source[1]:
            traits += ["in source", f"in source word={word}"]
        return traits

    def _tie(self, at: int) -> str:
        """How the tree ties the word to the cue."""
        head, one = self._tokens[at].head, self._one
        if head == one.head:
            return "child"
        if self._tokens[one.head].head == at:
            return "above"
        if one.cue[0] <= head < one.cue[1]:
            return "cue"
        return "near" if min(one.head, at) <= head <= max(one.head, at) else "out"

    def _phrase(self, at: int) -> list[str]:
        """The part of the clause that the word stands in: whether it ends before what is said begins."""
        side = "at" if at == self._content else "in" if at > self._content else "before"
        traits = [f"content={side} ruled={self._one.cue[0] <= at < self._one.cue[1]}"]
        top = self._part(at)
        if top is None:
            return [*traits, "part=none"]
        first, last, head = self._clauses.first[top], self._clauses.last[top], self._tokens[top]
        place = "start" if at == first else "middle"
        reach = "before" if last < self._content else "across"
        return [
            *traits,
            f"part={head.deprel} {place} {reach}",
            f"part={head.deprel} {reach} left={min(5, last - at)}",
            f"part={head.deprel} head={head.lemma.lower()}",
            f"part={head.deprel} {reach} first={self._tokens[first].text.lower()}",
            f"part={head.deprel} {reach} lemma={self._lemma}",
        ]

    def _part(self, at: int) -> int | None:
        """The word below the cue's head whose phrase has the word."""
        for _ in range(_DEEPEST):
            head = self._tokens[at].head
            if head == self._one.head:
                return at
            if head == ROOT:
                return None
            at = head
        return None


def _plain(token: Token) -> str:
    return plain(token, _CLOSED)


def _start(token: Token) -> int:
    return token.start
