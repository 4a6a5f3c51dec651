"""What an article says of those whom it counts: what befell them, and whether the deed itself is counted by them."""

import re
from functools import cache, lru_cache
from typing import Final

from dateline.corroborator.reports.held import AT_HAND, Telling
from dateline.corroborator.words.amounts import agree, basic, interval
from dateline.corroborator.words.wording import WORD, stem_of
from dateline.corroborator.words.wordlists import rows
from dateline_schemas import Quantity, QuantityKind

BEFORE, AFTER = 2, 5
"""Words before and behind a count in which it may stand what befell those counted: "killing at least 12 people", "12
people were also killed"."""
BREAK: Final = re.compile(r"[,;:.()“”\"—–]")
IN_PASSING: Final = frozenset(
    "a as been few being had has have his in its last least most of some the them to up was were is are be dead about "
    "around nearly almost more less fewer than at another other".split()
)
"""Words that may stand between a deed's word and the count of whom it is done to."""


@cache
def fates() -> dict[str, int]:
    """By stem, the number of the fate that it is a word for."""
    return {stem_of(word): number for number, row in enumerate(rows("fates")) for word in row}


@lru_cache(maxsize=AT_HAND)
def fate(quantity: Quantity, telling: Telling) -> int | None:
    """What befell those that are counted: by their own name, else by the next word for a fate, if one is near."""
    known = fates()
    named = [word for word in (quantity.counted or quantity.unit or "").casefold().split() if stem_of(word) in known]
    if named:
        return known[stem_of(named[-1])]
    before, after = around(quantity, telling)
    near = [*before[: -BEFORE - 1 : -1], *after[:AFTER]]
    return next((known[stem] for stem in map(stem_of, near) if stem in known), None)


def around(quantity: Quantity, telling: Telling) -> tuple[list[str], list[str]]:
    """The words before and behind the amount in its clause."""
    first = telling.quoted_from
    start, end = max(0, quantity.span.start - first), max(0, quantity.span.end - first)
    left, right = BREAK.split(telling.quote[:start])[-1], BREAK.split(telling.quote[end:])[0]
    return WORD.findall(left.casefold()), WORD.findall(right.casefold())


@lru_cache(maxsize=AT_HAND)
def is_of_the_deed(quantity: Quantity, telling: Telling) -> bool:
    """Whether the deed is done to those counted: "shot dead two protesters", "one diplomat was expelled"."""
    first = telling.quoted_from
    start, end = quantity.span.start - first, quantity.span.end - first
    told, done = telling.trigger[0] - first, telling.trigger[1] - first
    between = telling.quote[max(0, done) : start] if done <= start else telling.quote[max(0, end) : told]
    if BREAK.search(between) or (start < done and told < end):
        return False
    counted = (quantity.counted or "").casefold().split()
    return all(word in IN_PASSING or word in counted for word in WORD.findall(between.casefold()))


def of_two_fates(a: Quantity, teller: Telling, b: Quantity, other: Telling) -> bool:
    """Whether it is told of both what befell those counted, and not the same."""
    one, two = fate(a, teller), fate(b, other)
    return one is not None and two is not None and one != two


def have_two_tolls(a: Telling, b: Telling) -> bool:
    """Whether an article says of two deeds, each in a sentence of its own and in its own voice, that they were done to
    so many, and to so many others: no outlet disagrees with itself."""
    if not (a.quantities and b.quantities) or a.sentence == b.sentence or a.speaker is not b.speaker:
        return False
    return any(
        one.kind is other.kind is QuantityKind.COUNT
        and basic(one.unit or "").unit == basic(other.unit or "").unit
        and is_of_the_deed(one, a)
        and is_of_the_deed(other, b)
        and not agree(interval(one, True), interval(other, True))
        for one in a.quantities
        for other in b.quantities
    )
