"""Stories and events as they are told: what the contract says of them, made from memory."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Final, NamedTuple

from dateline.corroborator.deeds.deeds import Deed
from dateline.corroborator.deeds.sameness import likelihood
from dateline.corroborator.features.likeness import confidence as of_one_story
from dateline.corroborator.features.rarity import Rarity
from dateline.corroborator.reports.heirs import living
from dateline.corroborator.reports.held import AT_HAND, Held, Telling, party, span
from dateline.corroborator.reports.outlets import different, each_once
from dateline.corroborator.state.ledger import Ledger
from dateline.corroborator.state.state import State
from dateline.corroborator.state.tale import Tale
from dateline.corroborator.telling.consensus import (
    actors,
    alternatives,
    best,
    quantities,
    sides,
    stated_date,
    stated_place,
)
from dateline.corroborator.telling.disagreements import disagreements
from dateline.corroborator.telling.linking import against, beside, links
from dateline_schemas import Event, EventMentionRef, EventType, Life, Link, Realis, Story, StoryArticle

OUTLETS: Final = 100
ENDS: Final = 50
"""Articles listed from a story's beginning, and as many from its end."""
MENTION_ENDS: Final = 20
WEIGHED_ENDS: Final = 60
"""Mentions that an event's values are drawn from: so many of the first, and as many of the last."""


def told_stories(ledger: Ledger, state: State) -> Iterator[Story]:
    """The stories that changed, in the order of their ids."""
    for story, revision in sorted(ledger.stories.items()):
        if story in state.tales:
            yield story_of(state.tales[story], revision)
        elif story in ledger.last_articles:
            yield ended_story(story, revision, ledger.last_articles[story], living(story, state.heirs.of, state.lives))


class Weighed(NamedTuple):
    """What is told of an event by how rare words are right after the report that changed it: worked out at the end of a
    batch, it would depend on where that is. All else stays as it is until the next report that changes the event."""

    confidence: float
    links: tuple[Link, ...]
    against: list[Telling]
    """Mentions of what denies it, or of what it denies."""
    beside: list[Telling]


def weighed_events(ledger: Ledger, state: State) -> Iterator[tuple[str, Weighed]]:
    """The living events that a report changed."""
    for event in ledger.events:
        if event in state.homes:
            tale = state.homes[event]
            assert tale.last is not None
            rarity = state.rarity_around(tale.last)
            deed = tale.deeds.deeds[event]
            told = deed.listed(WEIGHED_ENDS, WEIGHED_ENDS)
            linked = links(told, tale, rarity)
            likely = confidence(deed, tale, rarity)
            yield event, Weighed(likely, tuple(linked), against(linked, tale), beside(told, tale))


def told_events(ledger: Ledger, state: State, weighed: Mapping[str, Weighed]) -> Iterator[Event]:
    """The events that changed, in the order of their ids: the living ones, and those that ended."""
    for event, revision in sorted(ledger.events.items()):
        if event in state.homes:
            tale = state.homes[event]
            yield event_of(tale.deeds.deeds[event], tale, revision, weighed[event])
        elif event in ledger.last_tellings:
            telling, story = ledger.last_tellings[event]
            yield ended_event(event, story, revision, telling, living(event, state.heirs.of, state.lives))


def story_of(tale: Tale, revision: int) -> Story:
    """A living story."""
    order = tale.order
    keys = order if len(order) <= 2 * ENDS else order[:ENDS] + order[-ENDS:]
    listed = [tale.articles[article] for _, article in keys]
    outlets = each_once(outlet for _, outlet in sorted((times[0], outlet) for outlet, times in tale.outlets.items()))
    events = sorted(tale.deeds, key=weight)
    return Story(
        id=tale.id,
        revision=revision,
        edition=tale.edition,
        title=title_of(listed),
        first=order[0][0],
        last=order[-1][0],
        articles=tuple(article_of(held) for held in listed),
        article_count=len(order),
        outlets=outlets[:OUTLETS],
        outlet_count=len(outlets),
        independent_count=min(different(tale.voices), len(outlets)),
        events=tuple(deed.id for deed in events[:OUTLETS]),
        event_count=len(events),
        confidence=round(of_one_story(tale.cohesion), 3) if tale.cohesion else 1.0,
    )


def weight(deed: Deed) -> tuple[bool, bool, int, int, tuple[datetime, str, int, str]]:
    """What a story's deeds are ordered by: what was done before what was only said, what is new before what went
    before, then by how many say so, and as they were told."""
    first = deed.standing[0]
    is_said, is_old = first.type is EventType.STATEMENT, first.realis is Realis.HISTORICAL
    return is_said, is_old, -different(deed.voices), -len(deed.tellings), first.key


def title_of(listed: list[Held]) -> str:
    """The earliest title that is one."""
    return next((held.title for held in listed if held.title), "")


@lru_cache(maxsize=AT_HAND)
def article_of(held: Held) -> StoryArticle:
    return StoryArticle.of_checked(
        article=held.article,
        revision=held.revision,
        outlet=held.outlet,
        title=held.title,
        url=held.url,
        time=held.time,
        copy_of=held.copy_of,
        agencies=held.agencies,
        incomplete=held.incomplete,
    )


def ended_story(story: str, revision: int, last: Held, heirs: tuple[str, ...]) -> Story:
    """A story that was merged away or lost its last article."""
    return Story(
        id=story,
        revision=revision,
        life=Life.ENDED,
        heirs=heirs,
        edition=last.edition,
        title=last.title,
        first=last.time,
        last=last.time,
        articles=(),
        article_count=0,
        outlets=(),
        outlet_count=0,
        independent_count=0,
    )


def event_of(deed: Deed, tale: Tale, revision: int, weighed: Weighed) -> Event:
    """A living event; of one with very many mentions, what it says is what its first and last ones say."""
    order = deed.order
    told = deed.listed(WEIGHED_ENDS, WEIGHED_ENDS)
    main = best(told, lambda telling: f"{telling.type} {telling.mode}")
    assert main is not None
    alike = [telling for telling in told if (telling.type, telling.mode) == (main.type, main.mode)]
    doing, done_to = sides(alike)
    date = stated_date(alike, told)
    return Event(
        id=deed.id,
        revision=revision,
        story=tale.id,
        edition=tale.edition,
        type=main.type,
        mode=main.mode,
        contexts=main.contexts,
        quad=main.quad,
        intensity=main.intensity,
        cameo=main.cameo,
        realis=main.realis,
        actors=tuple(party(found) for found in doing),
        recipients=tuple(party(found) for found in done_to),
        date=date,
        place=stated_place(alike),
        speakers=tuple(party(found) for found in actors((t.speaker,) for t in told if t.speaker is not None)),
        quantities=quantities(told),
        alternatives=alternatives(told, date),
        disagreements=disagreements(told, weighed.beside, weighed.against),
        links=weighed.links,
        mentions=tuple(mention_of(telling) for telling in deed.listed(MENTION_ENDS, MENTION_ENDS)),
        mention_count=len(order),
        outlets=each_once(telling.held.outlet for telling in told)[:OUTLETS],
        outlet_count=different(deed.outlets),
        independent_count=min(different(deed.voices), different(deed.outlets)),
        first_report=order[0][0],
        last_report=order[-1][0],
        confidence=weighed.confidence,
    )


def confidence(deed: Deed, tale: Tale, rarity: Rarity) -> float:
    """How likely its mentions tell one deed, on average over pairs; of a single mention, how sure its coding is."""
    some = deed.standing
    pairs = [likelihood(a, b, rarity, tale.deeds.telltale) for i, a in enumerate(some) for b in some[:i]]
    return round(sum(pairs) / len(pairs), 3) if pairs else some[0].confidence


@lru_cache(maxsize=AT_HAND)
def mention_of(telling: Telling) -> EventMentionRef:
    held = telling.held
    return EventMentionRef.of_checked(  # made of what was checked when it came in
        mention=telling.id,
        article=held.article,
        article_revision=held.revision,
        outlet=held.outlet,
        url=held.url,
        time=held.time,
        speaker=party(telling.speaker) if telling.speaker else None,
        quote=telling.quote,
        trigger=span(telling.trigger),
        sentence=span(telling.sentence),
        copy_of=held.copy_of,
        type=telling.type,
        realis=telling.realis,
    )


def ended_event(event: str, story: str, revision: int, last: Telling, heirs: tuple[str, ...]) -> Event:
    """An event that was merged away or lost its last mention."""
    return Event(
        id=event,
        revision=revision,
        life=Life.ENDED,
        heirs=heirs,
        story=story,
        edition=last.held.edition,
        type=last.type,
        mode=last.mode,
        quad=last.quad,
        intensity=last.intensity,
        realis=last.realis,
        mentions=(),
        mention_count=0,
        outlets=(),
        outlet_count=0,
        independent_count=0,
        first_report=last.held.time,
        last_report=last.held.time,
        confidence=last.confidence,
    )
