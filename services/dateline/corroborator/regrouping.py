"""How the articles of neighbouring stories fall into stories when all are seen at once, in whatever order they came."""

from collections.abc import Sequence
from datetime import timedelta

from dateline.corroborator.held import Held
from dateline.corroborator.likeness import Likeness

AT_ONCE = 36
"""Articles grouped anew at most: the work grows with their square."""


class Group:
    """Articles that are one story so far, and how like other groups they are."""

    def __init__(self, held: Held) -> None:
        self.articles = [held]
        self.sums: dict[int, float] = {}
        self.pairs: dict[int, int] = {}
        self.nearest: dict[int, float] = {}
        self.own_nearest = {held.article: 0.0}

    @property
    def cohesion(self) -> float:
        """How like its likeliest neighbour in the group an article is, on average; 0 for a single one."""
        return sum(self.own_nearest.values()) / len(self.own_nearest)


def grouped(
    articles: Sequence[Held], likeness: Likeness, window: timedelta, one_story: float, cohesion: float
) -> list[list[Held]]:
    """The articles in groups: the two groups that are most alike on average become one, as long as these are alike
    enough and near enough for what holds each together."""
    articles = sorted(articles, key=lambda held: held.key)
    groups = {number: Group(held) for number, held in enumerate(articles)}
    for a, first in groups.items():
        for b, second in groups.items():
            one, other = first.articles[0], second.articles[0]
            if a < b and abs(one.time - other.time) <= window:
                join(first, second, a, b, likeness.of(one, other))
    refused: set[tuple[int, int]] = set()
    while True:
        pairs = (
            (-group.sums[b] / group.pairs[b], a, b)
            for a, group in groups.items()
            for b in group.sums
            if a < b and (a, b) not in refused
        )
        mean, a, b = min(pairs, default=(0.0, 0, 0))
        if -mean < one_story:
            return [group.articles for group in groups.values()]
        if groups[a].nearest[b] < cohesion * max(groups[a].cohesion, groups[b].cohesion):
            refused.add((a, b))
            continue
        unite(groups, a, b, likeness, window)
        refused = {pair for pair in refused if a not in pair and b not in pair}


def join(first: Group, second: Group, a: int, b: int, found: float) -> None:
    """Notes how alike two single articles are."""
    for group, other in ((first, b), (second, a)):
        group.sums[other], group.pairs[other], group.nearest[other] = found, 1, found


def unite(groups: dict[int, Group], a: int, b: int, likeness: Likeness, window: timedelta) -> None:
    """Takes group `b` into group `a`."""
    home, gone = groups[a], groups.pop(b)
    for one in home.articles:
        for other in gone.articles:
            if abs(one.time - other.time) <= window:
                found = likeness.of(one, other)
                home.own_nearest[one.article] = max(home.own_nearest[one.article], found)
                gone.own_nearest[other.article] = max(gone.own_nearest[other.article], found)
    home.articles += gone.articles
    home.own_nearest |= gone.own_nearest
    for group in (home, gone):
        for table in (group.sums, group.pairs, group.nearest):
            table.pop(a, None)
            table.pop(b, None)
    for number in gone.sums:
        home.sums[number] = home.sums.get(number, 0.0) + gone.sums[number]
        home.pairs[number] = home.pairs.get(number, 0) + gone.pairs[number]
        home.nearest[number] = max(home.nearest.get(number, -1.0), gone.nearest[number])
    for number in home.sums:
        theirs = groups[number]
        for table in (theirs.sums, theirs.pairs, theirs.nearest):
            table.pop(b, None)
        theirs.sums[a], theirs.pairs[a], theirs.nearest[a] = home.sums[number], home.pairs[number], home.nearest[number]
