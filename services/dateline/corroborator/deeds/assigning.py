"""Which deeds of its story an article's mentions tell, where several may tell one."""

from collections.abc import Sequence

from dateline.corroborator.deeds.deeds import ONE_DEED, Deeds
from dateline.corroborator.deeds.sameness import likelihood
from dateline.corroborator.deeds.speech import introduces
from dateline.corroborator.features.rarity import Rarity
from dateline.corroborator.reports.held import Telling

Unit = list[Telling]
"""Mentions of one sentence that tell one deed: "she said they would build it"."""


def assigned(tellings: Sequence[Telling], deeds: Deeds, rarity: Rarity) -> list[tuple[Unit, str]]:
    """The article's mentions, with the deed that they tell: none where it is not one of those so far, or where another
    mention of the article tells that deed better. Those with a deed come first."""
    found = units(tellings, deeds, rarity)
    options = sorted(
        (-likely, unit[0].key, number, rank, event)
        for number, unit in enumerate(found)
        for rank, (likely, event) in enumerate(deeds.options(unit, rarity))
    )
    gone: dict[int, str] = {}
    telling_it: dict[str, list[Telling]] = {}
    for _, _, number, _, event in options:
        others = telling_it.setdefault(event, [])
        if number not in gone and deeds.agree(found[number], others, rarity):
            gone[number] = event
            others += found[number]
    return sorted(((unit, gone.get(number, "")) for number, unit in enumerate(found)), key=lambda pair: not pair[1])


def units(tellings: Sequence[Telling], deeds: Deeds, rarity: Rarity) -> list[Unit]:
    """The mentions in order, a saying with the deed that it is."""
    found: list[Unit] = []
    for telling in tellings:
        last = found[-1] if found else []
        saying = next((one for one in last if introduces(one, telling) or introduces(telling, one)), None)
        if saying is not None and likelihood(saying, telling, rarity, deeds.telltale) >= ONE_DEED:
            last.append(telling)
        else:
            found.append([telling])
    return found
