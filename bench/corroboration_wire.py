"""Reports of a synthetic wire, made without a coder: words by Zipf's law, happenings told by several outlets."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from bench.synthetic import Zipf, noun
from dateline_schemas import (
    ActorKind,
    EventMention,
    EventType,
    Party,
    Quad,
    Realis,
    Remembered,
    Report,
    Signature,
    Span,
)

BEGIN = datetime(2031, 1, 1, tzinfo=UTC)
OUTLETS = 400
OWN_WORDS = 25
"""Words that tell a happening from others: rare ones."""
COMMON_WORDS = 75
VOCABULARY = 60_000
TYPES = (
    (EventType.CONSULT, Quad.VERBAL_COOPERATION, "met"),
    (EventType.ACCUSE, Quad.VERBAL_CONFLICT, "criticised"),
    (EventType.AID, Quad.MATERIAL_COOPERATION, "helped"),
    (EventType.STATEMENT, Quad.NEUTRAL, "said"),
)


def reports(
    count: int, *, days: float, per_story: float = 5.0, seed: int = 1, start: datetime = BEGIN
) -> Iterator[Report]:
    """So many reports in order of time over so many days; a story has `per_story` of them on average."""
    draw = random.Random(seed)
    zipf = Zipf(VOCABULARY)
    open_stories: list[Happening] = []
    number = 0
    for position in range(count):
        time = start + timedelta(days=days * position / count)
        if not open_stories or draw.random() < 1 / per_story:
            open_stories.append(Happening(number, draw, zipf))
            number += 1
            open_stories = open_stories[-60:]
        yield draw.choice(open_stories).report(f"{seed}-{position}", time, draw, zipf)


def records(count: int, *, days: float, per_story: float = 5.0, seed: int = 1) -> Iterator[Remembered]:
    """The same reports as a changelog has them, each in its happening's story and its mentions in the deeds' events:
    memory is filled by them in a fraction of the time that comparing takes."""
    wire = reports(count, days=days, per_story=per_story, seed=seed)
    for sequence, report in enumerate(wire, 1):
        story = report.signature.names[0].partition(" ")[2].partition("-")[0]
        yield Remembered(
            report=report,
            touched=report.fetched,
            sequence=sequence,
            story=f"story {story}",
            events={mention.id: f"{story} {mention.type}" for mention in report.mentions},
            text=f"{report.article}#1",
            voice=report.outlet,
            nearest=600,
        )


def one_story(count: int, *, hours: float, seed: int = 2) -> Iterator[Report]:
    """So many reports of one happening."""
    draw = random.Random(seed)
    zipf = Zipf(VOCABULARY)
    happening = Happening(0, draw, zipf)
    for position in range(count):
        yield happening.report(f"one-{position}", BEGIN + timedelta(hours=hours * position / count), draw, zipf)


class Happening:
    """Rare words, two actors and a few deeds, of which each report tells some."""

    def __init__(self, number: int, draw: random.Random, zipf: Zipf) -> None:
        self.words = [noun(200 + draw.randrange(VOCABULARY)) for _ in range(OWN_WORDS)]
        self.actors = [party(f"{number}-{i}", draw) for i in range(2)]
        self.deeds = [(kind, [noun(rank) for rank in zipf.sample(draw, 8)]) for kind in draw.sample(TYPES, 3)]

    def report(self, article: str, time: datetime, draw: random.Random, zipf: Zipf) -> Report:
        own = draw.sample(self.words, 18)
        terms = {noun(rank): 1.0 for rank in zipf.sample(draw, COMMON_WORDS)} | {
            word: float(draw.randint(2, 4)) for word in own
        }
        return Report(
            article=article,
            revision=1,
            coder="bench-1",
            edition="en",
            outlet=f"outlet {draw.randrange(OUTLETS)}",
            title=" ".join(own[:6]),
            published=time,
            fetched=time,
            signature=Signature(
                terms=tuple(sorted(terms.items(), key=lambda term: -term[1])),
                names=tuple(party.actor for party in self.actors),
                shingles=tuple(draw.getrandbits(32) for _ in range(64)),
                words=400,
            ),
            mentions=tuple(self._mention(article, place, *deed, draw) for place, deed in enumerate(self.deeds)),
        )

    def _mention(
        self, article: str, place: int, kind: tuple[EventType, Quad, str], words: list[str], draw: random.Random
    ) -> EventMention:
        type_, quad, verb = kind
        one, other = self.actors
        quote = f"{one.name} {verb} {other.name} {' '.join(draw.sample(words, 6))}"
        start = 300 * place
        trigger = start + len(one.name) + 1
        return EventMention(
            id=f"{article}/{place}",
            type=type_,
            quad=quad,
            intensity=0.0,
            realis=Realis.ACTUAL,
            actors=(one,),
            recipients=(other,),
            trigger=Span(start=trigger, end=trigger + len(verb)),
            sentence=Span(start=start, end=start + len(quote)),
            quote=quote,
            rule="bench",
            confidence=0.9,
        )


def party(name: str, draw: random.Random) -> Party:
    country = draw.choice(("KEN", "NOR", "POL", "CHL", "JPN", "GHA"))
    return Party(
        actor=f"actor {name}", name=noun(5000 + draw.randrange(50_000)).title(), kind=ActorKind.PERSON, country=country
    )
