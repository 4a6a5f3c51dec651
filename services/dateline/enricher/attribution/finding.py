"""From a parsed article to who says what in it."""

from dataclasses import dataclass
from typing import Protocol

from dateline.enricher.attribution import conflicts, features, lines, passages, refining, scoring
from dateline.enricher.attribution.candidates import Candidate, of_sentence
from dateline.enricher.attribution.clause import Clauses
from dateline.enricher.attribution.continuing import going_on
from dateline.enricher.attribution.quotes import Quotes
from dateline.enricher.attribution.speakers import speaker_of
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas.coded import Attribution, Party
from dateline_schemas.model import Span


class Text(Protocol):
    """What is needed of a document."""

    @property
    def text(self) -> str: ...
    @property
    def sentences(self) -> tuple[Sentence, ...]: ...


class Parties(Protocol):
    """What is needed of the reading of the actors."""

    def parties(self, sentence_index: int, token_index: int) -> tuple[Party, ...]: ...


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate that was taken, by character spans."""

    candidate: Candidate | None
    source: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    direct: bool
    score: int
    rule: str


def find(document: Text, reading: Parties | None) -> tuple[Attribution, ...]:
    """Every attribution in the order of the text; speakers are known where `reading` knows them."""
    quotes = Quotes(document.text)
    found = sorted(locate(document, quotes), key=lambda one: one.cue)
    ids = [f"attribution:{start}-{end}" for start, end in (one.cue for one in found)]
    speakers = [speaker_of(one.candidate, document, reading) for one in found]
    speakers = going_on([one.candidate for one in found], speakers, document.sentences)
    return tuple(
        Attribution(
            id=ids[index],
            speaker=speakers[index],
            source=tuple(Span(start=start, end=end) for start, end in one.source),
            cue=Span(start=one.cue[0], end=one.cue[1]),
            content=tuple(Span(start=start, end=end) for start, end in one.content),
            direct=one.direct,
            within=ids[holder] if holder is not None else None,
            rule=one.rule,
            confidence=scoring.confidence(one.score),
        )
        for index, (one, holder) in enumerate(zip(found, _holders(found), strict=True))
    )


def locate(document: Text, quotes: Quotes) -> list[Found]:
    """The attributions by their spans, no word in two cues."""
    found: list[Found] = []
    threshold, learned = scoring.threshold(), refining.shipped()
    for index, sentence in enumerate(document.sentences):
        clauses = Clauses(sentence)
        candidates = list(of_sentence(index, clauses, quotes))
        for candidate, traits in zip(candidates, features.of_sentence(candidates, clauses, quotes), strict=True):
            points = scoring.score(traits)
            if points >= threshold:
                sure = refining.refined(candidate, clauses, quotes, learned, scoring.likelihood(points))
                found.append(_taken(sure, clauses, document, quotes, points))
    for line in lines.of(document.text, quotes):
        points = scoring.score(line.traits)
        if points >= threshold:
            direct = line.kind != "headline"
            rule = f"attribution:{line.kind}"
            found.append(Found(None, (line.source,), line.cue, (line.content,), direct, points, rule))
    found = [one for one in found if one.content]
    return [found[number] for number in conflicts.surest([one.cue for one in found], [one.score for one in found])]


def _taken(candidate: Candidate, clauses: Clauses, document: Text, quotes: Quotes, points: int) -> Found:
    tokens = clauses.tokens
    content = passages.whole(candidate, document.text, document.sentences, quotes)
    source = candidate.source
    quote = candidate.content.quote
    return Found(
        candidate=candidate,
        source=((tokens[source[0]].start, tokens[source[1] - 1].end),) if source else (),
        cue=(tokens[candidate.cue[0]].start, tokens[candidate.cue[1] - 1].end),
        content=content,
        direct=quote is not None or any(quotes.between(start, end) for start, end in content),
        score=points,
        rule=f"attribution:{candidate.kind}:{candidate.content.form}:{candidate.how_source}",
    )


def _holders(found: list[Found]) -> list[int | None]:
    """For each, in order of their cues, the one with the shortest content that has its cue in it and is longer than its
    own content: so none can stand within itself."""
    stretches = sorted((start, end, index) for index, one in enumerate(found) for start, end in one.content)
    at = 0
    near: list[tuple[int, int, int]] = []
    holders: list[int | None] = []
    for index, one in enumerate(found):
        start, end = one.cue
        while at < len(stretches) and stretches[at][0] <= start:
            near.append(stretches[at])
            at += 1
        near = [stretch for stretch in near if stretch[1] > start]
        own = max(last - first for first, last in one.content)
        fitting = [
            (last - first, holder)
            for first, last, holder in near
            if last >= end and holder != index and last - first > own
        ]
        holders.append(min(fitting)[1] if fitting else None)
    return holders
