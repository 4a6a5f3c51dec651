"""Groupings of more and more stories around an article that came, until there is nothing more to see.

Which stories the article itself is like says too little: where it splits a story or ties two, a third beside them may
fall otherwise as well, and which article came last would decide. So what is beside the articles that moved, and beside
those that are least at home in their group, is grouped with them.
"""

from collections.abc import Iterator
from typing import Final

from dateline.corroborator.features.likeness import Likeness
from dateline.corroborator.features.rarity import Index
from dateline.corroborator.reports.held import Held
from dateline.corroborator.state.state import State
from dateline.corroborator.stories.nearby import neighbours
from dateline.corroborator.stories.regrouping import AT_ONCE, ONE_STORY, grouped

ROUNDS: Final = 3
LEAST_AT_HOME: Final = 3
"""Articles of each group that are looked at although nothing moved: the first to go to a story that is not yet seen."""
FEW: Final = 2
"""Articles of which none is less at home than the other."""


def widening(
    held: Held, around: list[Held], index: Index, likeness: Likeness, state: State
) -> Iterator[list[list[Held]]]:
    """The article and those around it in groups, then with the stories beside what moved, at most ROUNDS times and
    AT_ONCE articles."""
    seen = [held, *around]
    looked_at = {held.article}
    for number in range(ROUNDS + 1):
        groups = grouped(seen, likeness, state.window)
        yield groups
        if number == ROUNDS:
            return
        asked = [one for group in groups for one in in_doubt(group, held, likeness, state)]
        known = {other.story for other in seen}
        more = beside([one for one in asked if one.article not in looked_at], known, index, likeness, state)
        looked_at.update(one.article for one in asked)
        before = len(seen)
        for story in more:
            articles = state.tales[story].articles
            if len(seen) + len(articles) <= AT_ONCE:
                seen += articles.values()
        if len(seen) == before:
            return


def in_doubt(group: list[Held], held: Held, likeness: Likeness, state: State) -> list[Held]:
    """The articles of a group that is not what a story was so far, but for the one that came; of another, those least
    like the rest."""
    others = [other for other in group if other is not held]
    if not others:
        return []
    story = others[0].story
    if len(state.tales[story].articles) != len(others) or any(other.story != story for other in others):
        return others
    if len(group) <= FEW:
        return []
    rated = [(sum([likeness.of(one, other) for other in group if other is not one]), one.key, one) for one in group]
    return [one for _, _, one in sorted(rated)[:LEAST_AT_HOME]]


def beside(articles: list[Held], known: set[str], index: Index, likeness: Likeness, state: State) -> list[str]:
    """The stories that one of the articles may belong to, besides those known; the likeliest first."""
    found: dict[str, float] = {}
    for one in articles:
        for other in neighbours(one, index, likeness, state):
            if other.story and other.story not in known:
                found[other.story] = max(found.get(other.story, 0.0), likeness.of(one, other))
    return [story for _, story in sorted((-like, story) for story, like in found.items() if like >= ONE_STORY)]
