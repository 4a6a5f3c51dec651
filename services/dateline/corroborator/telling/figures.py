"""The amounts that an event's mentions give, and where two of one thing cannot both be right."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from dateline.corroborator.reports.held import Telling
from dateline.corroborator.reports.tolls import is_of_the_deed, of_two_fates
from dateline.corroborator.telling.dissent import sides_of
from dateline.corroborator.words.amounts import Interval, agree, basic, comparable, in_two_currencies, interval
from dateline.corroborator.words.wording import content_words
from dateline.corroborator.words.wordlists import words
from dateline.telling import in_words
from dateline_schemas import Disagreement, DisagreementKind, EventType, Quantity, QuantityKind

LEAST_SUBJECT: Final = 0.5
"""Of the words for what one amount is of, how many must stand beside the other amount."""
FROM_THEN: Final = re.compile(r"\W+(?:ago|earlier|later|before|after|since)\b")
"""Words behind a stretch of time that only says when."""
OTHER_SUM: Final = 100
"""Of money for nothing named: so many times another sum, it is of another thing, as a price is beside a fortune."""


def over_amounts(own: Sequence[Telling], beside: Sequence[Telling]) -> Iterator[Disagreement]:
    """Over each figure that the event's mentions give, where another of the same thing cannot be right as well."""
    if not any(figures(telling) for telling in own):
        return
    tellers = sorted({*own, *beside}, key=lambda one: one.key)
    given = [(quantity, teller) for teller in tellers for quantity in figures(teller)]
    sums = currencies(given)
    settled: set[tuple[Interval, str | None]] = set()
    for telling in own:
        for quantity in figures(telling):
            if (interval(quantity), quantity.counted) in settled:
                continue
            settled.add((interval(quantity), quantity.counted))
            said = [
                (other, teller)
                for other, teller in given
                if comparable(quantity, other)
                and of_one_thing(quantity, telling, other, teller)
                and not (in_two_currencies(quantity, other) and is_converted(quantity, telling, other, teller, sums))
            ]
            disagreement = over_figure(said)
            if disagreement is not None:
                settled.update((interval(other), other.counted) for other, _ in said)
                yield disagreement


def over_figure(said: Sequence[tuple[Quantity, Telling]]) -> Disagreement | None:
    """Between amounts of one thing."""
    first: dict[Interval, Quantity] = {}
    for quantity, _ in said:
        first.setdefault(interval(quantity), quantity)
    sides = sides_of(
        [(interval(quantity), telling) for quantity, telling in said],
        agree,
        lambda value: in_words(first[value]),
        first.__getitem__,
    )
    if not sides:
        return None
    one = said[0][0]
    counts = one.kind in (QuantityKind.COUNT, QuantityKind.MEASURE)
    named = [value for value, _ in said if value.counted]
    counted = next((value.counted for value in (*filter(is_of_goods, named), *named)), None)
    return Disagreement(
        kind=DisagreementKind.COUNT if counts else DisagreementKind.AMOUNT,
        about=counted or (counts and one.unit) or "amount",
        sides=sides,
    )


def figures(telling: Telling) -> list[Quantity]:
    """The mention's amounts, but those of a unit that its sentence has twice, as which is of what is not known, and
    those that only say when: "two weeks ago"."""
    if not telling.quantities:
        return []
    units = [(quantity.kind, basic(quantity.unit or "").unit) for quantity in telling.quantities]
    return [
        quantity
        for quantity, unit in zip(telling.quantities, units, strict=True)
        if units.count(unit) == 1
        and not (is_few(quantity) and not is_of_the_deed(quantity, telling))
        and not says_when(quantity, telling)
    ]


def is_few(quantity: Quantity) -> bool:
    """Whether it counts one or two, which are often said of what is no figure: "the two sides", "one of them"."""
    return quantity.kind is QuantityKind.COUNT and quantity.value <= 2


def says_when(quantity: Quantity, telling: Telling) -> bool:
    """Whether it is a time from one happening to another."""
    if quantity.kind is not QuantityKind.MEASURE:
        return False
    behind = telling.quote[quantity.span.end - telling.quoted_from :]
    return FROM_THEN.match(behind) is not None


def currencies(given: Iterable[tuple[Quantity, Telling]]) -> dict[str, set[str | None]]:
    """The currencies that each article gives sums in."""
    found: dict[str, set[str | None]] = {}
    for quantity, telling in given:
        if quantity.kind is QuantityKind.MONEY:
            found.setdefault(telling.held.article, set()).add(quantity.unit)
    return found


def is_converted(a: Quantity, teller: Telling, b: Quantity, other: Telling, sums: dict[str, set[str | None]]) -> bool:
    """Whether one of two articles gives the other's currency as well: the sums are compared in that."""
    return a.unit in sums[other.held.article] or b.unit in sums[teller.held.article]


def of_one_thing(a: Quantity, teller: Telling, b: Quantity, other: Telling) -> bool:
    """Whether two amounts are of the same: what is counted in one is counted, or at least named, in the other. Money
    that is of nothing named is of what the event's other money is of."""
    if teller is other:
        return a is b
    if a.kind is QuantityKind.COUNT and (is_part(a, b, other) or is_part(b, a, teller)):
        return False
    if a.kind is QuantityKind.COUNT and of_two_fates(a, teller, b, other):
        return False
    if (is_few(a) or is_few(b)) and teller.event != other.event:
        return False
    if teller.event != other.event and is_asked(teller) is not is_asked(other):
        return False
    of_nothing_named = a.kind is QuantityKind.MONEY and not (a.counted and b.counted)
    if of_nothing_named and max(a.value, b.value) > OTHER_SUM * min(a.value, b.value):
        return False
    if teller.event == other.event:
        if a.kind is QuantityKind.COUNT and basic(a.unit or "") == basic(b.unit or ""):
            return True
        if of_nothing_named or of_goods(a, b):
            return True
    return covers(a, b, other) or covers(b, a, teller)


def of_goods(a: Quantity, b: Quantity) -> bool:
    """Whether both are weights, one of them of goods of any kind: "300 tonnes of rice and tents", "350 tons of aid"."""
    return a.kind is QuantityKind.MEASURE and (is_of_goods(a) or is_of_goods(b))


def is_of_goods(quantity: Quantity) -> bool:
    """Whether it says of what it is by a word for anything that is brought."""
    return not words("goods").isdisjoint((quantity.counted or "").casefold().split())


def is_asked(telling: Telling) -> bool:
    """Whether it tells what somebody demands: who is granted less, or pays less, does not dispute it."""
    return telling.type is EventType.REQUEST


def is_part(a: Quantity, b: Quantity, other: Telling) -> bool:
    """Whether `a` counts fewer things than `b` by what it calls them: six Norwegian ships, where the other counts ships
    and its sentence says nothing of Norway."""
    mine, theirs = {basic(word).unit for word in subject(a)}, {basic(word).unit for word in subject(b)}
    return bool(theirs) and theirs < mine and (mine - theirs).isdisjoint(other.words)


def covers(a: Quantity, b: Quantity, other: Telling) -> bool:
    """Whether most words for what `a` is of stand in what `b` is of, or in its sentence."""
    mine = subject(a)
    beside = {*subject(b), *other.words, other.stem}
    return bool(mine) and len([word for word in mine if word in beside]) / len(mine) >= LEAST_SUBJECT


def subject(quantity: Quantity) -> tuple[str, ...]:
    """The words for what the amount is of."""
    return subject_of(quantity.counted or "")


@lru_cache(maxsize=1 << 14)
def subject_of(counted: str) -> tuple[str, ...]:
    return content_words(counted)
