"""The article in four phrases: who did what, when and where, as its headline and first sentences tell it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.enricher import quantities
from dateline.enricher.actors import Reading
from dateline.enricher.document import Document
from dateline.enricher.fivew.headline import clause_of, deeds_of, without_title_case
from dateline.enricher.fivew.places import FIGHTERS, places_of
from dateline.enricher.fivew.times import times_of
from dateline.enricher.quantities.numerals import STARTERS
from dateline_schemas.coded import ActorKind

GUESSES = 3
"""Phrases for each question at most, the likeliest first."""
_LEAD = 12  # sentences in which the main deed is told


@dataclass(frozen=True, slots=True)
class FiveW:
    """The answers, each a few phrases of the article's own, the likeliest first; empty where it tells none."""

    who: tuple[str, ...]
    what: tuple[str, ...]
    when: tuple[str, ...]
    where: tuple[str, ...]


def answer(document: Document, reading: Reading) -> FiveW:
    """Who did what, when and where in the article's main story."""
    headline = deeds_of(without_title_case(document))
    lead = [clause_of(document.text, sentence) for sentence in document.sentences[:_LEAD]]
    lead = [clause for clause in lead if clause[0] and clause[1]][:2]
    who, what = [], []
    if headline:
        who += [_counted(document, subject) for subject in headline[0]]
        if who[0][1:].islower() and not _names(reading, who[0]):
            who = [*_actors_in(document.title, reading)[:1], *who]
        if headline[1][0].startswith(headline[0][0]):  # what is done to somebody: "Four killed in Taliban raid"
            who = [*_attackers_in(document.title, reading), *who]
        what += headline[1]
    doers = [subject for subject, _ in lead]
    verbless = headline is not None and headline[0] == headline[1][:1]
    who = [*doers, *who] if verbless else [*who, *doers]
    what += [deed for _, deed in lead]
    return FiveW(
        who=_first(who), what=_first(what), when=_first(times_of(document)), where=_first(places_of(document, reading))
    )


def _first(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase.strip(" ,.;:'\"“”‘’") for phrase in phrases if phrase.strip()))[:GUESSES]


def _actors_in(title: str, reading: Reading) -> list[str]:
    """The actors of the text that a headline names, in its order."""
    acting = [actor for actor in reading.actors if actor.kind not in (ActorKind.GOVERNMENT, ActorKind.PEOPLE)]
    found = {title.find(actor.name): actor.name for actor in acting if actor.name in title and actor.name[0].isupper()}
    return [found[at] for at in sorted(found)]


def _attackers_in(title: str, reading: Reading) -> list[str]:
    """The armed groups that a headline names."""
    groups = [actor.name for actor in reading.actors if actor.sector in FIGHTERS]
    return [name for name in groups if re.search(rf"\b{re.escape(name)}\b", title)]


def _names(reading: Reading, phrase: str) -> bool:
    """Whether a phrase names an actor of the text."""
    return any(actor.name in phrase or phrase in actor.name for actor in reading.actors)


def _counted(document: Document, subject: str) -> str:
    """ "Seven" of a headline as the text has it: "at least seven people"."""
    number = subject.split()[-1].lower() if subject.split() else ""
    if number not in STARTERS and not number.isdigit():
        return subject
    told = (document.text[q.span.start : q.span.end] for q in quantities.find(document) if q.kind == "count")
    return max((phrase for phrase in told if number in phrase.lower().split()), key=len, default=subject)
