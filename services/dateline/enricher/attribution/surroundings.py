"""What stands around a candidate: the sentence's other candidates, the words beside its cue, how its content begins."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.clause import FINITE_OR_MODAL, QUOTE_MARKS, Clauses
from dateline.enricher.attribution.traits import class_of, plain
from dateline.enricher.syntax.tree import Token

_NEAR: Final = 5  # candidates to either side that are looked at: the cost stays by the length of the text
_START, _END = attrgetter("start"), attrgetter("end")
_PARTS: Final = 3  # letters of a lemma's beginning and end


class Neighbours:
    """The candidates of one sentence: which hold which in their content. "Said that he wants ..." makes wanting a
    thing said."""

    def __init__(self, candidates: Sequence[Candidate], clauses: Clauses) -> None:
        self.candidates = candidates
        tokens = clauses.tokens
        self._cues = [(tokens[one.cue[0]].start, tokens[one.cue[1] - 1].end) for one in candidates]
        self._lemmas = [tokens[one.head].lemma.lower() for one in candidates]
        self.classes = [class_of(one, lemma) for one, lemma in zip(candidates, self._lemmas, strict=True)]

    def of(self, number: int) -> list[str]:
        """The traits of the candidate of that number."""
        candidates, cues = self.candidates, self._cues
        mine, own = candidates[number], self.classes[number]
        start, end = cues[number]
        above, below = [], []
        for at in range(max(0, number - _NEAR), min(len(candidates), number + _NEAR + 1)):
            if at == number:
                continue
            for first, last in candidates[at].content.spans:
                if first <= start and end <= last:
                    above.append(at)
                    break
            its_start, its_end = cues[at]
            for first, last in mine.content.spans:
                if first <= its_start and its_end <= last:
                    below.append(at)
                    break
        traits = [
            f"within={min(3, len(above))}",
            f"holds={min(3, len(below))}",
            f"others={min(4, len(candidates) - 1)}",
        ]
        if above:
            held = self._held_by(above[0], mine, own)
            if len(above) > 1:
                held = list(dict.fromkeys([*held, *self._held_by(above[-1], mine, own)]))
            traits += held
        if below:
            traits.append(f"holds class={self.classes[below[0]]} class={own}")
        if number:
            traits.append(f"same source={candidates[number - 1].source == mine.source} how={mine.how_source}")
        return traits

    def _held_by(self, at: int, mine: Candidate, own: str) -> list[str]:
        form = self.candidates[at].content.form
        return [
            f"within form={form}",
            f"within lemma={self._lemmas[at]}",
            f"within class={self.classes[at]} class={own}",
            f"within {form} form={mine.content.form} class={own}",
        ]


def beside(candidate: Candidate, clauses: Clauses) -> list[str]:
    """Two words to either side of the cue; of nouns, names and verbs only the tag, lest topics be learned."""
    tokens, (first, last) = clauses.tokens, candidate.cue
    end = len(tokens)
    return [
        f"left1={plain(tokens[first - 1]) if first else 'end'}",
        f"left2={plain(tokens[first - 2]) if first > 1 else 'end'}",
        f"right1={plain(tokens[last]) if last < end else 'end'}",
        f"right2={plain(tokens[last + 1]) if last + 1 < end else 'end'}",
    ]


def content(candidate: Candidate, own: str, clauses: Clauses) -> list[str]:
    """How the content begins, and whether it is a clause; `own` is the cue's class."""
    spans, tokens, form = candidate.content.spans, clauses.tokens, candidate.content.form
    if not spans:
        return []
    at = bisect_left(tokens, spans[0][0], key=_START)
    words = bisect_right(tokens, spans[-1][1], at, key=_END) - at
    if not words:
        return []
    first, told = tokens[at], tokens[at : at + words]
    tags = {token.xpos for token in told}
    marked = bool([token for token in told if token.text in QUOTE_MARKS and token.xpos not in FINITE_OR_MODAL])
    return [
        f"content first={plain(first)}",
        f"content first tag={first.xpos} form={form}",
        f"content first tag={first.xpos} class={own}",
        f"content verb={not FINITE_OR_MODAL.isdisjoint(tags)} form={form}",
        f"content modal={'MD' in tags}",
        f"content marked={marked}",
        f"content words={min(words, 40) // 4}",
    ]


def word(token: Token) -> tuple[str, str, str]:
    """The cue's own word, and its parts, which rare words share with others."""
    lemma = token.lemma.lower()
    return f"end={lemma[-_PARTS:]}", f"begin={lemma[:_PARTS]}", f"form word={token.text.lower()}"
