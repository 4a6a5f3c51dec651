"""Which sayings are left out, as what is said is told itself; and which of what is said, as the saying tells it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.addressed import CONDOLENCE
from dateline_schemas import ActorKind, Attribution, EventMention, EventType, Party, Realis

DENIAL: Final = "016"
TOLD_BY_THEMSELVES: Final = (CONDOLENCE, DENIAL)
"""CAMEO codes of sayings that no deed of what is said tells as well."""


def without_bare_sayings(
    found: list[EventMention], attributions: Sequence[Attribution], thoughts: set[int], objects: dict[int, int]
) -> tuple[EventMention, ...]:
    """A saying whose content is a deed of the speaker's own (a promise, a demand, a judgement) is told by that deed,
    where both stand in one sentence; and so is one whose very object is a deed of the speaker's side: "affirmed
    Norway's support" (`objects` has by such a deed's trigger where its verb begins). A thought or wish of the speaker's
    own side (`thoughts` has where their words begin) is told by the saying."""
    deeds = [mention for mention in found if mention.type is not EventType.STATEMENT]
    starts = [mention.trigger.start for mention in deeds]
    told: set[int] = set()
    for said in attributions:
        if said.cue and said.speaker:
            inside = [m for s in said.content for m in deeds[bisect_left(starts, s.start) : bisect_left(starts, s.end)]]
            near = [m for m in inside if m.sentence.start <= said.cue.start < m.sentence.end]
            near = [m for m in near if m.realis is not Realis.NEGATED]  # "denied having targeted them" tells a denial
            if any(
                said.speaker.actor in {actor.actor for actor in mention.actors}
                or (
                    said.cue.start <= objects.get(mention.trigger.start, -1) < said.cue.end
                    and is_own_side(said.speaker, mention)
                )
                for mention in near
            ):
                told.add(said.cue.start)
    bare = {m.trigger.start for m in found if m.type is EventType.STATEMENT and m.cameo not in TOLD_BY_THEMSELVES}
    kept = [m for m in found if m.trigger.start not in told & bare]
    sayings = {m.trigger.start for m in kept if m.type is EventType.STATEMENT}
    content = {said.id: said for said in attributions if said.cue and said.cue.start in sayings}
    return tuple(
        m for m in kept if m.trigger.start not in thoughts or not is_within(m, content.get(m.attribution or ""))
    )


def is_within(mention: EventMention, said: Attribution | None) -> bool:
    """Whether the mention is a statement of the speaker's own side in what the sentence says that he says."""
    if mention.type is not EventType.STATEMENT or said is None or said.speaker is None or said.cue is None:
        return False
    near = mention.sentence.start <= said.cue.start < mention.sentence.end and said.cue.start != mention.trigger.start
    return near and is_own_side(said.speaker, mention)


def is_own_side(speaker: Party, mention: EventMention) -> bool:
    """Whether the deed is the speaker's, or that of the government of the speaker's country."""
    return any(
        actor.actor == speaker.actor
        or (actor.kind is ActorKind.GOVERNMENT and (actor.country, actor.sector) == (speaker.country, "GOV"))
        for actor in mention.actors
    )
