"""The sides of a disagreement: which values cannot stand beside each other, and who says which."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import Final, TypeVar

from dateline.corroborator.reports.held import Telling
from dateline.corroborator.reports.outlets import each_once
from dateline_schemas import Quantity, Side

QUOTES: Final = 3
MENTIONS: Final = 20
SIDES: Final = 6
Value = TypeVar("Value", bound=Hashable)


def sides_of(
    said: Iterable[tuple[Value, Telling]],
    agreeing: Callable[[Value, Value], bool],
    in_words: Callable[[Value], str],
    quantity: Callable[[Value], Quantity | None] = lambda _: None,
) -> tuple[Side, ...]:
    """The values that do not agree, in the order in which they were first said, with who says each.

    What agrees with two that do not, as "at least ten" with 14 and 23, is on no side; between the others to agree is to
    be on one side, whatever their order. There are no sides where all agree, or where an article gives two of them and
    does not say that others say so.
    """
    tellings: dict[Value, list[Telling]] = {}
    for value, telling in said:
        tellings.setdefault(value, []).append(telling)
    if len(tellings) < 2:
        return ()
    values = list(tellings)
    beside = [frozenset(other for other in values if other == value or agreeing(value, other)) for value in values]
    agreed = dict(zip(values, beside, strict=True))
    by_side: dict[frozenset[Value], list[Value]] = {}
    for value, others in agreed.items():
        if all(others <= agreed[other] for other in others):
            by_side.setdefault(others, []).append(value)
    sides = list(by_side.values())
    groups = [sorted([t for value in side for t in tellings[value]], key=lambda t: t.key) for side in sides]
    if len(sides) < 2 or any(says_both(a, b) for a, b in combinations(groups, 2)):
        return ()
    return tuple(
        side_of(in_words(side[0]), group, quantity(side[0]))
        for side, group in zip(sides[:SIDES], groups[:SIDES], strict=True)
    )


def says_both(some: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """Whether an article gives two values as its own, or of one speaker, or in one sentence: it then tells of two
    things. One that reports a quarrel names who says which."""
    if {telling.held.article for telling in some}.isdisjoint(telling.held.article for telling in others):
        return False
    there = speakers(others)
    return any(
        article == other_article
        and (sentence == other_sentence or not speaker or not other_speaker or speaker == other_speaker)
        for (article, sentence), speaker in speakers(some).items()
        for (other_article, other_sentence), other_speaker in there.items()
    )


def speakers(tellings: Iterable[Telling]) -> dict[tuple[str, tuple[int, int]], str | None]:
    """Who says what each sentence of an article tells, if not the article; nobody where it only tells of a saying,
    which may be of anything."""
    found: dict[tuple[str, tuple[int, int]], str | None] = {}
    for telling in tellings:
        place = telling.held.article, telling.sentence
        found[place] = found.get(place) or (telling.speaker.actor if telling.speaker is not None else None)
    return found


def side_of(value: str, tellings: Sequence[Telling], quantity: Quantity | None = None) -> Side:
    """A side with who says it, in which sentences."""
    return Side(
        value=value,
        quantity=quantity,
        outlets=each_once(telling.held.outlet for telling in tellings),
        quotes=tuple(dict.fromkeys(telling.quote for telling in tellings))[:QUOTES],
        mentions=tuple(dict.fromkeys(telling.id for telling in tellings))[:MENTIONS],
    )
