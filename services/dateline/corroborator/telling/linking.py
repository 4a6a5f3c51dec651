"""What stands beside an event in its story: what was planned and then done, what is denied, what gives a figure too."""

from collections.abc import Sequence
from typing import Final

from dateline.corroborator.deeds.foretelling import is_fulfilled_by
from dateline.corroborator.deeds.sameness import MUTUAL, TOLD, are_elsewhere
from dateline.corroborator.features.rarity import Rarity
from dateline.corroborator.reports.authorship import is_of_authorship
from dateline.corroborator.reports.held import Telling, Who
from dateline.corroborator.reports.names import SAME_BODY, best_likeness
from dateline.corroborator.reports.tolls import have_two_tolls
from dateline.corroborator.state.tale import Tale
from dateline.corroborator.telling.disagreements import doers
from dateline.corroborator.telling.figures import figures
from dateline_schemas import ActorKind, EventType, Link, LinkKind

COMPARED: Final = 3
OFFICIAL: Final = frozenset(("GOV", "MIL", "COP", "SPY", "JUD", "LEG"))
"""Sectors of a state's own bodies."""
SIGNING: Final = "057"
"""CAMEO's code for the signing of an agreement, which both sides do."""
LINKS: Final = {
    ("planned", "told"): LinkKind.FULFILLED_AS,
    ("told", "planned"): LinkKind.PLANNED_AS,
    ("told", "denied"): LinkKind.DENIED_BY,
    ("denied", "told"): LinkKind.DENIES,
}
"""What a link is called, by how this deed and the other are told."""


def links(told: list[Telling], tale: Tale, rarity: Rarity) -> list[Link]:
    """The deeds of the story that are this one as planned, done or denied."""
    found: dict[str, LinkKind] = {}
    for telling in told[:COMPARED]:
        for deed in tale.deeds.linked(telling, rarity):
            kind = kind_of_link(telling, deed.standing[0])
            if kind is not None:
                found[deed.id] = kind
    return [Link(kind=kind, event=event) for event, kind in sorted(found.items())]


def kind_of_link(telling: Telling, other: Telling) -> LinkKind | None:
    """How the second mention's deed is the first's, if it can be; by what is announced, or by how both are told. That
    somebody said something is neither the plan of another saying nor its denial's matter."""
    if is_fulfilled_by(telling, other):
        return LinkKind.FULFILLED_AS
    if is_fulfilled_by(other, telling):
        return LinkKind.PLANNED_AS
    if (telling.announced and other.announced) or EventType.STATEMENT in (telling.type, other.type):
        return None
    kind = LINKS.get((TOLD[telling.realis], TOLD[other.realis]))
    return kind if kind is not None and can_be_done_by_one(telling, other) else None


def can_be_done_by_one(a: Telling, b: Telling) -> bool:
    """Whether nothing says that others do it, or that it is done to others: what a union demands is not what a
    government denies to have demanded, nor is each of two meetings the one that was planned."""
    if not meet_somebody(a, b) or not meet_somebody(b, a):
        return False
    alike = best_likeness(doers(a), doers(b))
    if alike is None and (is_of_authorship(a) or is_of_authorship(b)):
        return False  # nobody had said that it was them
    if alike is None or alike >= SAME_BODY or is_of_its_state(doers(a), doers(b)):
        return True
    mutual = {a.type, b.type} <= MUTUAL or a.cameo == b.cameo == SIGNING
    return mutual and (best_likeness(doers(a), b.recipients) or 0.0) >= SAME_BODY  # either side may tell it


def meet_somebody(a: Telling, b: Telling) -> bool:
    """Whether one of those to whom the first is done, where both tell of some, has a part in the second."""
    return not b.recipients or best_likeness(a.recipients, (*b.actors, *b.recipients)) != 0


def is_of_its_state(ours: Sequence[Who], theirs: Sequence[Who]) -> bool:
    """Whether one is a government and the other a body of the same state: China, and its coast guard."""
    governing = {who.country for who in (*ours, *theirs) if who.kind == ActorKind.GOVERNMENT and who.country}
    pairs = ((a, b) for a in ours for b in theirs if a.country == b.country and a.country in governing)
    return any(is_official(a) and is_official(b) for a, b in pairs)


def is_official(who: Who) -> bool:
    return who.sector is None or who.sector in OFFICIAL


def against(linked: list[Link], tale: Tale) -> list[Telling]:
    """Mentions of the deeds that say the contrary of whether it happened."""
    deeds = [tale.deeds.deeds[link.event] for link in linked if link.kind in (LinkKind.DENIED_BY, LinkKind.DENIES)]
    return [telling for deed in deeds for telling in deed.listed(COMPARED, COMPARED)]


def beside(told: list[Telling], tale: Tale) -> list[Telling]:
    """Mentions of other deeds of the story that may give the same figure as one of these; not of those that an article
    tells beside this one with a toll of their own."""
    giving = [telling for telling in told if figures(telling)][:COMPARED]
    deeds = {
        deed.id: deed
        for telling in giving
        for deed in tale.deeds.beside(telling)
        if not are_elsewhere(telling, deed.standing[0])
        and not any(have_two_tolls(one, other) for one in told for other in deed.standing if one.held is other.held)
    }
    return [telling for _, deed in sorted(deeds.items()) for telling in deed.listed(COMPARED, COMPARED)]
