"""How the articles of neighbouring stories fall into stories when all are seen at once, in whatever order they came."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from heapq import heapify, heappop, heappush
from typing import Final

from dateline.corroborator.features.copies import copied
from dateline.corroborator.features.likeness import Likeness
from dateline.corroborator.reports.held import Held

AT_ONCE: Final = 36
"""Articles grouped anew at most: the work grows with their square."""
ONE_STORY: Final = 0.09
"""How alike an article must be to a story's, on average, to join it."""
ASKED_MORE: Final = 0.02
MOST_ASKED: Final = 0.26
"""Two groups must be more alike the larger the smaller of them is: chance evens out, and two happenings of one kind,
each told by many, stay as far apart as ever."""
INNER: Final = 0.35
"""Besides, as a share of how alike the articles within the two are, in the geometric mean."""
COHESION: Final = 0.4
"""And the likeliest two articles must be so near, as a share of how near each group's are to each other."""
TOLD_ANEW: Final = 0.5
"""That one text is printed twice says nothing of how near a third report of the same must be: others are judged as if
the two were only so alike."""
ALONE: Final = 1.03
"""An article alone must be near its likeliest in the group, beside how near the group's are to each other, and near all
of it, beside how near all of the group are: each about half, together so much."""

NEAR_ENOUGH: Final = 0.25
"""One so near all of the group on average need not be as near as those: a few short texts can be much alike."""


class Group:
    """Articles that are one story so far, and how like other groups they are."""

    def __init__(self, held: Held) -> None:
        self.articles = [held]
        self.sums: dict[int, float] = {}
        self.pairs: dict[int, int] = {}
        self.nearest: dict[int, float] = {}
        self.own_nearest = {held.article: 0.0}
        self.own_sum = 0.0
        self.own_pairs = 0

    @property
    def cohesion(self) -> float:
        """How like its likeliest neighbour in the group an article is, on average; 0 for a single one."""
        return sum(self.own_nearest.values()) / len(self.own_nearest)

    @property
    def inner(self) -> float:
        """How alike two articles of the group are on average; 0 for a single one."""
        return self.own_sum / self.own_pairs if self.own_pairs else 0.0


def grouped(articles: Sequence[Held], likeness: Likeness, window: timedelta) -> list[list[Held]]:
    """The articles in groups: the two groups that are most alike on average become one, as long as these are one story
    by what is asked of groups of their size."""
    articles = sorted(articles, key=lambda held: held.key)
    groups = {number: Group(held) for number, held in enumerate(articles)}
    for a, first in groups.items():
        for b, second in groups.items():
            one, other = first.articles[0], second.articles[0]
            if a < b and abs(one.time - other.time) <= window:
                join(first, second, a, b, likeness.of(one, other))
    waiting = [rated for a, group in groups.items() for rated in rated_pairs(a, groups) if rated[1] == a]
    heapify(waiting)
    while waiting:
        nearness, a, b, sizes = heappop(waiting)
        if a not in groups or b not in groups or sizes != (len(groups[a].articles), len(groups[b].articles)):
            continue  # one of the two has grown since, or is gone
        if are_one(groups[a], groups[b], -nearness, groups[a].nearest[b]):
            unite(groups, a, b, likeness, window)
            for rated in rated_pairs(a, groups):
                heappush(waiting, rated)
    return [group.articles for group in groups.values()]


def rated_pairs(number: int, groups: dict[int, Group]) -> Iterator[tuple[float, int, int, tuple[int, int]]]:
    """The group with each other that is enough like it: how alike they are, below zero, so that the likeliest sort
    first; the two, the lower number first; and their sizes."""
    group = groups[number]
    for other, found in group.sums.items():
        mean = found / group.pairs[other]
        if mean >= ONE_STORY:
            a, b = (number, other) if number < other else (other, number)
            yield -mean, a, b, (len(groups[a].articles), len(groups[b].articles))


def are_one(a: Group, b: Group, mean: float, nearest: float) -> bool:
    """Whether two groups, so alike on average and at the nearest, are one story."""
    smaller = min(len(a.articles), len(b.articles))
    cohesion, inner = max(a.cohesion, b.cohesion), max(a.inner, b.inner)
    if nearest < COHESION * cohesion or mean < min(MOST_ASKED, ONE_STORY + (smaller - 1) * ASKED_MORE):
        return False
    if mean * mean < INNER * INNER * a.inner * b.inner:
        return False
    return smaller > 1 or inner <= 0 or mean >= NEAR_ENOUGH or nearest / cohesion + mean / inner >= ALONE


def join(first: Group, second: Group, a: int, b: int, found: float) -> None:
    """Notes how alike two single articles are."""
    for group, other in ((first, b), (second, a)):
        group.sums[other], group.pairs[other], group.nearest[other] = found, 1, found


def unite(groups: dict[int, Group], a: int, b: int, likeness: Likeness, window: timedelta) -> None:
    """Takes group `b` into group `a`."""
    home, gone = groups[a], groups.pop(b)
    between = 0.0
    for one in home.articles:
        for other in gone.articles:
            if abs(one.time - other.time) <= window:
                found = likeness.of(one, other)
                if copied(one, other):
                    found = min(TOLD_ANEW, found)
                between += found
                home.own_nearest[one.article] = max(home.own_nearest[one.article], found)
                gone.own_nearest[other.article] = max(gone.own_nearest[other.article], found)
    home.own_sum += gone.own_sum + between
    home.own_pairs += gone.own_pairs + home.pairs[b]
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
