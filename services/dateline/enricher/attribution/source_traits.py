"""What a phrase that may be a cue's source is weighed by: names of traits, each a reason that can be read."""

from typing import Final

from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.clause import FINITE_OR_MODAL, Clauses, Range
from dateline.enricher.attribution.traits import class_of, outer_head, plain, tells_time
from dateline.enricher.syntax.tree import ROOT, Token

_LONGEST: Final = 12  # words told apart


class SourceTraits:
    """The traits of the phrases of one candidate."""

    def __init__(self, clauses: Clauses, candidate: Candidate) -> None:
        self._clauses, self._candidate = clauses, candidate
        head = clauses.tokens[candidate.head]
        lemma = head.lemma.lower()
        self._class = class_of(candidate, lemma)
        self._head, self._lemma = head, lemma
        spans = candidate.content.spans
        self._content = (spans[0][0], spans[-1][1]) if spans else (0, 0)
        self._found = f" found={candidate.how_source}"
        self._found_of = f" kind={candidate.kind} found={candidate.how_source}"
        self._of_class = f" class={self._class}"

    def of_none(self) -> list[str]:
        """The traits of a cue that nobody is named for."""
        one, head = self._candidate, self._head
        traits = [
            "none",
            f"none by={one.how_source}",
            f"none form={one.content.form}",
            f"none tag={head.xpos} relation={head.deprel}",
            f"none kind={one.kind} by={one.how_source}",
            f"none class={self._class}",
            f"none lemma={self._lemma}",
            f"none first={plain(self._clauses.tokens[one.cue[0]])}",
        ]
        if one.source is not None:
            first, last = one.source
            words = self._clauses.tokens[first:last]
            pronoun = len(words) == 1 and words[0].upos == "PRON"
            traits.append(f"none for={words[0].text.lower() if pronoun else words[-1].upos}")
            traits.append(f"none for={'pronoun' if pronoun else 'phrase'} class={self._class}")
        return traits

    def of(self, phrase: Range, ways: list[str]) -> list[str]:
        """The traits of a phrase that these ways led to."""
        clauses, one, tokens = self._clauses, self._candidate, self._clauses.tokens
        first, last = phrase
        words = tokens[first:last]
        noun = _head(clauses, first, last)
        own = noun.head == one.head
        before = plain(tokens[first - 1]) if first else "start"
        behind = plain(tokens[last]) if last < len(tokens) else "end"
        side = "before" if last <= one.cue[0] else "behind"
        gap = one.cue[0] - last if side == "before" else first - one.cue[1]
        finite = verb = named = timed = False
        commas = 0
        for word in words:
            finite = finite or word.xpos in FINITE_OR_MODAL
            verb = verb or word.upos == "VERB"
            named = named or word.upos == "PROPN"
            timed = timed or tells_time(word)
            commas += word.text == ","
        tied = f"own={own} relation={noun.deprel}"
        opening, closing = plain(words[0]), plain(words[-1])
        traits = ["by=" + way for way in ways]
        traits += [trait + self._found_of for trait in traits]
        traits += [
            f"alone by={ways[0]}{self._found}" if len(ways) == 1 else f"ways={min(4, len(ways))}",
            tied,
            tied + self._found,
            f"{tied} tag={self._head.xpos}",
            f"noun={noun.upos} relation={noun.deprel}",
            f"words={min(_LONGEST, last - first)}",
            "first=" + opening,
            "last=" + closing,
            f"{side} gap={min(6, gap)}",
            f"{side} form={one.content.form}",
            "before=" + before,
            f"before={before} first={words[0].xpos}",
            "behind=" + behind,
            f"behind={behind} {side} gap={min(3, gap)}",
            f"finite={finite}",
            f"commas={min(3, commas)} finite={finite} {side}",
            f"whole={clauses.first[noun.index] >= first}{clauses.last[noun.index] < last}",
        ]
        alone = len(words) == 1 and words[0].upos in ("PRON", "DET")
        what = "is=" + (words[0].text.lower() if alone else "name" if named else "noun")
        traits += [what + self._of_class, f"{what} own={own}"]
        if verb:
            traits.append("has a verb")
        if timed:
            traits += ["tells a time", f"tells a time last={tells_time(words[-1])} finite={finite}"]
        ended = "ended " + self._cut(last, first)
        traits += [
            ended,
            f"{ended} comma={behind == ','} {side}",
            "begun " + self._begun(first, last),
            f"closing tag={words[-1].xpos} {side} gap={min(2, gap)}",
            f"opening tag={words[0].xpos} before={before}",
        ]
        start, end = self._content
        if words[0].start >= start and words[-1].end <= end:
            traits.append("within content")
        return traits

    def _cut(self, last: int, first: int) -> str:
        """What the words behind the phrase hang on: it, the cue, or others; and how."""
        tokens = self._clauses.tokens
        at = last + 1 if last < len(tokens) and tokens[last].upos == "PUNCT" else last
        if at >= len(tokens):
            return "end"
        top = outer_head(tokens, at, last)
        if first <= top.head < last:
            time = " time" if tells_time(tokens[min(at + 1, len(tokens) - 1)]) else ""
            return f"within={top.deprel}{time}"
        return f"cue={top.deprel}" if top.head == self._candidate.head else "elsewhere"

    def _begun(self, first: int, last: int) -> str:
        """Whether the word before the phrase hangs on it, and how."""
        before = self._clauses.tokens[first - 1] if first else None
        return before.deprel if before is not None and first <= before.head < last else "whole"


def _head(clauses: Clauses, first: int, last: int) -> Token:
    """The first word of the phrase whose head lies outside."""
    for token in clauses.tokens[first:last]:
        if token.head == ROOT or not first <= token.head < last:
            return token
    return clauses.tokens[last - 1]
