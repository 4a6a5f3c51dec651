"""The news agencies that an article comes from or leans on."""

from collections.abc import Sequence

from dateline_schemas import Actor, Attribution

PRESS = "JRN"
"""PLOVER's sector of the press."""
EDGE = 80
"""Characters from the start or the end of a text among which an agency is named as its origin."""


def agencies_of(
    text: str, outlet: str, actors: Sequence[Actor], attributions: Sequence[Attribution]
) -> tuple[str, ...]:
    """Names of the press that speaks in the text or is named at its edge, in the order of their first mention; not of
    the outlet itself."""
    speaking = {said.speaker.actor for said in attributions if said.speaker}
    others = (actor for actor in actors if actor.name.casefold() != outlet.casefold())
    press = [actor for actor in others if actor.sector == PRESS and actor.spans and actor.kind != "person"]
    named = [actor for actor in press if actor.id in speaking or at_edge(text, actor)]
    return tuple(dict.fromkeys(actor.name for actor in sorted(named, key=lambda actor: actor.spans[0].start)))


def at_edge(text: str, actor: Actor) -> bool:
    return actor.spans[0].start < EDGE or actor.spans[-1].end > len(text) - EDGE
