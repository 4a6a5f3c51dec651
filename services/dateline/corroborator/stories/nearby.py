"""Which articles are looked at beside an article: those that share its rarest features."""

from itertools import chain, islice
from typing import Final

from dateline.corroborator.features.likeness import Likeness
from dateline.corroborator.features.rarity import Index, Rarity
from dateline.corroborator.reports.feature import Feature
from dateline.corroborator.reports.held import Held
from dateline.corroborator.state.state import State

RAREST: Final = 14
"""Features of an article by which others are looked up."""
NEAREST: Final = 12
"""Articles compared in full, and stories at most a third as many."""
LEAST_SHARED: Final = 0.1
"""Of the weight of an article's rarest features, what another must share to be compared."""


def neighbours(held: Held, index: Index, likeness: Likeness, state: State) -> list[Held]:
    """The articles in the window that share the rarest features with this one, those that share most first."""
    period = index.period(held)
    weights = likeness.vector(held)[0]
    rare = rarest(weights, likeness.rarity)
    sharing = [index.sharing(feature, period) for feature in rare]
    least = LEAST_SHARED * sum([weights[feature] for feature in rare])
    votes: dict[int, float] = {}
    one_is_enough = bool(rare) and weights[rare[0]] >= least
    likely = set(chain.from_iterable(sharing)) if one_is_enough else met_twice(sharing)
    for feature, others in zip(rare, sharing, strict=True):
        weight = weights[feature]
        for other in likely.intersection(others):
            votes[other] = votes.get(other, 0.0) + weight
    votes.pop(held.sequence, None)
    enough = [(-vote, index.article(other)) for other, vote in votes.items() if vote >= least]
    within = [(vote, other.article, other) for vote, other in enough if abs(other.time - held.time) <= state.window]
    return [other for _, _, other in sorted(within)[:NEAREST]]


def met_twice(lists: list[list[int]]) -> set[int]:
    """Who is in two of the lists at least: most are in one only, and are not worth weighing."""
    once, twice = set[int](), set[int]()
    for some in lists:
        twice.update(once.intersection(some))
        once.update(some)
    return twice


def rarest(weights: dict[Feature, float], rarity: Rarity) -> list[Feature]:
    """The features of most weight that another article of the window has."""
    least = sorted(weights.values(), reverse=True)[: 2 * RAREST]
    heavy = [(-weight, feature.name, feature) for feature, weight in weights.items() if least and weight >= least[-1]]
    found = list(islice((feature for _, _, feature in sorted(heavy) if rarity.shared(feature)), RAREST))
    if len(found) == RAREST or len(heavy) == len(weights):
        return found
    every = sorted([(-weight, feature.name, feature) for feature, weight in weights.items() if rarity.shared(feature)])
    return [feature for _, _, feature in every[:RAREST]]
