"""Which of several candidates for the same words is taken."""

from collections.abc import Sequence


def surest(cues: Sequence[tuple[int, int]], scores: Sequence[int]) -> list[int]:
    """The numbers of those to take, in order: the highest scores first, each whose cue shares nothing with the cue of
    one that is taken. Of equal scores the first."""
    taken: list[int] = []
    covered: set[int] = set()
    for number in sorted(range(len(cues)), key=lambda at: (-scores[at], at)):
        cue = range(*cues[number])
        if covered.isdisjoint(cue):
            covered.update(cue)
            taken.append(number)
    return sorted(taken)
