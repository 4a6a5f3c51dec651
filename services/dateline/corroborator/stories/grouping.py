"""Which story an article belongs to, and what it shows about the stories beside it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.corroborator.features.likeness import Likeness
from dateline.corroborator.features.rarity import Index
from dateline.corroborator.reports.held import Held
from dateline.corroborator.state.state import State
from dateline.corroborator.state.tale import Tale
from dateline.corroborator.stories.nearby import neighbours
from dateline.corroborator.stories.regrouping import AT_ONCE, INNER, ONE_STORY
from dateline.corroborator.stories.widening import widening

STORIES: Final = 4
"""That an article may belong to, at most."""
MEMBERS: Final = 8
"""Articles of a story that stand for it, spread over its time."""
EVEN: Final = 0.3
"""An article that is so like a story's on average is well within it; else the story is looked at for two."""
NEAR_ENOUGH: Final = 0.5
"""In a story too large to be grouped anew, the likeliest article must be so near, as a share of how near the story's
articles are to each other."""
MOVED: Final = 16
"""Articles that one report moves to another story at most: its record lists them."""


@dataclass
class Plan:
    """Where an article goes: to a story, none for a new one; which articles go into the new one with it; which stories
    become one with its own; which articles move to another story than theirs, in groups, each with the story's id, none
    for a new one."""

    home: str = ""
    beside: list[Held] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    moved: list[tuple[str, list[Held]]] = field(default_factory=list)
    nearest: float = 0.0

    def moves(self) -> int:
        """How many articles leave their story for one that does not take all of it up."""
        return len(self.beside) + sum(len(articles) for _, articles in self.moved)


def plan(held: Held, index: Index, state: State) -> Plan:
    """The place of an article that is counted. Where it stands between stories, all their articles are grouped anew, if
    they are few."""
    likeness = Likeness(index.rarity(index.period(held)))
    near = neighbours(held, index, likeness, state)
    origin = state.copies.carrier(held)
    if origin is not None:
        near = [origin, *(other for other in near if other is not origin)]
    nearest: dict[str, float] = {}
    for other in near:
        nearest[other.story] = max(nearest.get(other.story, 0.0), likeness.of(held, other))
    within_reach = [story for story in nearest if nearest[story] >= ONE_STORY][:STORIES]
    around = [other for story in within_reach for other in state.tales[story].articles.values()]
    if len(around) < AT_ONCE and (len(within_reach) > 1 or is_uneven(held, around, likeness)):
        found = None
        for groups in widening(held, around, index, likeness, state):
            wider = named(groups, held, state)
            if wider.moves() <= MOVED:
                found = wider
                found.nearest = max((likeness.of(held, other) for other in own_group(groups, held)), default=0.0)
        if found is not None:
            return found
    return join_only(held, nearest, within_reach, likeness, state)


def is_uneven(held: Held, around: Sequence[Held], likeness: Likeness) -> bool:
    """Whether a story that the article may join can be two: the article is like only some of it."""
    found = [likeness.of(held, other) for other in around]
    return len(found) > 2 and (sum(found) < EVEN * len(found) or min(found) < INNER * max(found))


def own_group(groups: list[list[Held]], held: Held) -> list[Held]:
    return [other for group in groups if held in group for other in group if other is not held]


def named(groups: list[list[Held]], held: Held, state: State) -> Plan:
    """The plan that makes stories of the groups: a story goes on where most of its articles are."""
    goes_on: dict[int, list[Tale]] = defaultdict(list)
    shares = [Counter(other.story for other in group if other is not held) for group in groups]
    for story in sorted({story for share in shares for story in share}):
        goes_on[max(range(len(groups)), key=lambda number: (shares[number][story], -number))].append(state.tales[story])
    found = Plan()
    for number, group in enumerate(groups):
        tales = sorted(goes_on[number], key=lambda tale: (-len(tale.articles), tale.order[0]))
        home = tales[0].id if tales else ""
        merged = [tale.id for tale in tales[1:] if shares[number][tale.id] == len(tale.articles)]
        if held in group:
            found.home, found.merged = home, merged
        settled = {home, *found.merged}
        moved = [other for other in group if other is not held and other.story not in settled]
        if moved and held in group and not home:
            found.beside = moved
        elif moved:
            found.moved.append((home, moved))
    return found


def join_only(held: Held, nearest: dict[str, float], within_reach: list[str], likeness: Likeness, state: State) -> Plan:
    """The plan that puts the article into the story that it is most like, and leaves the others as they are."""
    rated = []
    for story in within_reach:
        tale = state.tales[story]
        mean = mean_likeness([held], standing_for(tale, held, state), likeness)
        if mean >= ONE_STORY and nearest[story] >= NEAR_ENOUGH * tale.cohesion:
            rated.append((-mean, story))
    if not rated:
        return Plan()
    home = min(rated)[1]
    return Plan(home=home, nearest=nearest[home])


def mean_likeness(some: Sequence[Held], others: Sequence[Held], likeness: Likeness) -> float:
    found = [likeness.of(a, b) for a in some for b in others]
    return sum(found) / len(found) if found else 0.0


def standing_for(tale: Tale, held: Held, state: State) -> list[Held]:
    """Articles of a story within the window of the article, spread evenly over the story's time."""
    order = tale.order
    count = len(order)
    picked = order if count <= MEMBERS else [order[i * (count - 1) // (MEMBERS - 1)] for i in range(MEMBERS)]
    found = [tale.articles[article] for _, article in picked]
    return [other for other in found if abs(other.time - held.time) <= state.window]
