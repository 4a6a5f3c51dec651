"""Who a record lists as its actors: those whom the article names, and those for whom a place or a description stands in
a deed or a saying, so that whoever has a role is listed."""

from collections.abc import Iterable, Iterator, Sequence

from dateline_schemas import Actor, Attribution, EventMention, Party, Span

STANDING = 0.5
"""Confidence that a place or a description stands for the actor who has the role."""


def listed(
    actors: Sequence[Actor], mentions: Iterable[EventMention], attributions: Iterable[Attribution]
) -> tuple[Actor, ...]:
    """The actors in order of their first mention, each once."""
    known = {actor.id for actor in actors}
    others: dict[str, dict[Span, Party]] = {}
    for party in in_roles(mentions, attributions):
        if party.actor not in known and party.span is not None:
            others.setdefault(party.actor, {})[party.span] = party
    found = [*actors, *(standing(spans) for spans in others.values())]
    return tuple(sorted(found, key=lambda actor: actor.spans[0].start)) if others else tuple(actors)


def in_roles(mentions: Iterable[EventMention], attributions: Iterable[Attribution]) -> Iterator[Party]:
    for mention in mentions:
        yield from (*mention.actors, *mention.recipients)
    for said in attributions:
        if said.speaker is not None:
            yield said.speaker


def standing(spans: dict[Span, Party]) -> Actor:
    """The actor of parties that are one, each where it stands."""
    first = next(iter(spans.values()))
    return Actor(
        id=first.actor,
        name=first.name,
        kind=first.kind,
        country=first.country,
        sector=first.sector,
        rule="stands for who has the role",
        confidence=STANDING,
        spans=tuple(sorted(spans, key=lambda span: (span.start, span.end))),
    )
