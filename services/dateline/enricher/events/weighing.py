"""How sure the type of a deed is: what the lexicon says, against what the classifier makes of the whole sentence."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Final

from dateline.enricher.events.classifier import Judgement, head
from dateline.enricher.events.features import Range, View, features, merged, told_as
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.selecting import readings_of
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import EventType, Party

CLEAR: Final = 60
"""The lead by which the classifier must prefer another reading of the trigger's word to change it."""


SENTENCED: Final = "convict"
"""The mode of what courts do; older sets of labels have another type for it."""


@dataclass(frozen=True)
class Weighed:
    """The reading that was kept, how sure it is, and what judged."""

    match: Match
    confidence: float
    judge: str


class Scale:
    """Weighs the deeds of one sentence."""

    def __init__(self, sentence: Sentence, phrases: list[Match], tagged: list[Match], deeds: list[Match]) -> None:
        self.sentence = sentence
        self.phrases = phrases
        self.tagged = tagged
        self.told = {merged(deed.phrase.type) for deed in deeds}
        self.starts = [token.start for token in sentence.tokens]
        self.ends = [token.end for token in sentence.tokens]
        self._view: View | None = None

    def view(self) -> View:
        """The sentence as the classifier reads it, made at the first asking."""
        if self._view is None:
            self._view = View.of(self.sentence.tokens, self.phrases)
        return self._view

    def weigh(self, match: Match, actors: Sequence[Party], recipients: Sequence[Party]) -> Weighed:
        """The best of the readings of the trigger's word, given the two sides; the first where there is no classifier
        to ask: of a saying, or of a deed with one side."""
        if match.phrase.type == "STATEMENT" or match.phrase.says:
            return Weighed(match, by_length(match), "lexicon")
        source, target = self.range_of(actors), self.range_of(recipients)
        if source is None or target is None:
            return Weighed(match, by_length(match), "lexicon")
        judged = head("pair").judge(features(self.view(), source, target))
        if merged(match.phrase.type) != judged.label and judged.lead >= CLEAR and match.phrase.mode != SENTENCED:
            match = next((m for m in readings_of(match, self.tagged) if merged(m.phrase.type) == judged.label), match)
        differs = merged(match.phrase.type) != judged.label and not self.is_plain(match)
        if differs and surety(judged) == "high" and judged.label not in self.told:
            return Weighed(overruled(match, judged.label), shares()["overruled"]["high"], "weights")
        return Weighed(match, agreement(merged(match.phrase.type) == judged.label, judged), "lexicon+weights")

    def is_plain(self, match: Match) -> bool:
        """Whether the words alone say what is done, whatever the sentence tells besides."""
        return match.phrase.mode == SENTENCED or self.sentence.lemmas[match.trigger] in verbs("plain")

    def range_of(self, parties: Sequence[Party]) -> Range | None:
        """The tokens of the first party that stands in the sentence."""
        for party in parties:
            if party.span:
                covered = bisect_right(self.ends, party.span.start), bisect_left(self.starts, party.span.end)
                if covered[0] < covered[1]:
                    return covered
        return None


def overruled(match: Match, label: str) -> Match:
    """The deed with the type that the whole sentence tells, where no phrase of it does."""
    return match._replace(
        phrase=replace(match.phrase, type=told_as(label), mode=None, cameo=None, negative=label == "REJECT")
    )


@cache
def shares() -> dict[str, dict[str, float]]:
    """How often the lexicon was right, cross-validated: by words of the phrase, and by the classifier's word; and how
    often the classifier was where it overruled the lexicon."""
    text = resources.files(__package__).joinpath("data/weights.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = json.loads(text)["shares"]
    return found


def by_length(match: Match) -> float:
    if match.phrase.type == EventType.STATEMENT.value:
        return shares()["length"]["3"]
    return shares()["length"][str(min(3, len(match.phrase.elements)))]


def agreement(agreed: bool, judged: Judgement) -> float:
    return max(LEAST, shares()["agreed" if agreed else "disagreed"][surety(judged)])


def surety(judged: Judgement) -> str:
    return "high" if judged.confidence >= SURE else "low"


LEAST: Final = 0.05
"""A deed that the lexicon reads is never given up for sure."""
SURE: Final = 0.85
"""Above this confidence a judgement counts as high."""
