"""Which story an article belongs to, and what it shows about the stories beside it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from dateline.corroborator.held import Held
from dateline.corroborator.likeness import Likeness
from dateline.corroborator.rarity import Index, Rarity
from dateline.corroborator.regrouping import AT_ONCE, INNER, ONE_STORY, grouped
from dateline.corroborator.state import State
from dateline.corroborator.tale import Tale

RAREST: Final = 14
"""Features of an article by which others are looked up."""
NEAREST: Final = 12
"""Articles compared in full, and stories at most a third as many."""
LEAST_SHARED: Final = 0.1
"""Of the weight of an article's rarest features, what another must share to be compared."""
STORIES: Final = 4
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


def plan(held: Held, index: Index, state: State) -> Plan:
    """The article's place. Where it stands between stories, all their articles are grouped anew, if they are few."""
    rarity = index.rarity(index.period(held))
    likeness = Likeness(rarity)
    near = neighbours(held, index, rarity, likeness.vector(held)[0], state)
    origin = state.copies.carrier(held)
    if origin is not None:
        near = [origin, *(other for other in near if other is not origin)]
    nearest: dict[str, float] = {}
    for other in near:
        nearest[other.story] = max(nearest.get(other.story, 0.0), likeness.of(held, other))
    within_reach = [story for story in nearest if nearest[story] >= ONE_STORY][:STORIES]
    around = [other for story in within_reach for other in state.tales[story].articles.values()]
    if len(around) < AT_ONCE and (len(within_reach) > 1 or is_uneven(held, around, likeness)):
        groups = grouped([held, *around], likeness, state.window)
        found = named(groups, held, state)
        if sum(len(moved) for _, moved in found.moved) + len(found.beside) <= MOVED:
            found.nearest = max((likeness.of(held, other) for other in own_group(groups, held)), default=0.0)
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


def neighbours(held: Held, index: Index, rarity: Rarity, weights: dict[str, float], state: State) -> list[Held]:
    """The articles in the window that share the rarest features with this one, those that share most first; of each
    feature its weight is given."""
    period = index.period(held)
    rare = rarest(weights, rarity)
    votes: dict[int, float] = {}
    for feature in rare:
        weight = weights[feature]
        for other in index.sharing(feature, period):
            votes[other] = votes.get(other, 0.0) + weight
    least = LEAST_SHARED * sum(weights[feature] for feature in rare)
    enough = [(-vote, index.article(other)) for other, vote in votes.items() if vote >= least]
    within = [(vote, other.article, other) for vote, other in enough if abs(other.time - held.time) <= state.window]
    return [other for _, _, other in sorted(within)[:NEAREST]]


def rarest(weights: dict[str, float], rarity: Rarity) -> list[str]:
    """The features of most weight that some article of the window has."""
    least = sorted(weights.values(), reverse=True)[: 2 * RAREST]
    heavy = [(-weight, feature) for feature, weight in weights.items() if weight >= least[-1]] if least else []
    found = list(islice((feature for _, feature in sorted(heavy) if rarity.stands(feature)), RAREST))
    if len(found) == RAREST or len(heavy) == len(weights):
        return found
    every = sorted([(-weight, feature) for feature, weight in weights.items() if rarity.stands(feature)])
    return [feature for _, feature in every[:RAREST]]
