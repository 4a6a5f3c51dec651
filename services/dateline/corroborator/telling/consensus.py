"""The values that an event's mentions support best, and what some of them say instead."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from typing import Final

from dateline.corroborator.reports.held import Telling, Who
from dateline.corroborator.reports.names import is_among, likeness
from dateline.corroborator.reports.outlets import different, each_once
from dateline.telling import in_words
from dateline_schemas import Alternative, EventDate, Place, Quantity

KEPT_ACTORS: Final = 0.5
"""An actor named beside the most named one by so large a share of the mentions that name that one acts with them."""
LISTED: Final = 10


def supported(tellings: Iterable[Telling], value: Callable[[Telling], str | None]) -> list[tuple[str, list[Telling]]]:
    """The values with the mentions that give them: that of most independent outlets first, of equals the earliest."""
    groups: dict[str, list[Telling]] = {}
    for telling in tellings:
        found = value(telling)
        if found is not None:
            groups.setdefault(found, []).append(telling)
    if len(groups) < 2:
        return list(groups.items())
    return sorted(groups.items(), key=lambda group: (-different(t.held.voice for t in group[1]), -len(group[1])))


def best(
    tellings: Sequence[Telling], value: Callable[[Telling], str | None], among: Container[str] | None = None
) -> Telling | None:
    """A mention that gives the best supported value, of those `among` if there are such."""
    for found, group in supported(tellings, value):
        if among is None or found in among:
            return group[0]
    return None


def stated_date(alike: Sequence[Telling], told: Sequence[Telling]) -> EventDate | None:
    """The best supported of the dates that an article states, with the articles that only appeared that day; where none
    states one, the articles' own. What is told `alike` goes first, for dates that are stated before all that is
    `told`."""
    tellings = next((some for some in (alike, told) if any(telling.stated_date for telling in some)), alike)
    stated = {telling.stated_date.start for telling in tellings if telling.stated_date is not None}
    found = best(tellings, lambda telling: telling.date.start if telling.date else None, among=stated or None)
    return found.date.model_copy(update={"span": None}) if found is not None and found.date is not None else None


def stated_place(tellings: Sequence[Telling]) -> Place | None:
    found = best(tellings, lambda telling: telling.place.name if telling.place else None)
    return found.place if found is not None else None


def actors(groups: Iterable[tuple[Who, ...]]) -> list[Who]:
    """Who is named most often, and who is named together with them, each once under the name that is used most; at most
    LISTED. Who is only named instead of them is an alternative."""
    people: list[dict[Who, int]] = []
    named: list[set[int]] = []
    for group in groups:
        here: set[int] = set()
        for who in group:
            for number, known in enumerate(people):
                if likeness(next(iter(known)), who) == 1.0:
                    known[who] = known.get(who, 0) + 1
                    here.add(number)
                    break
            else:
                here.add(len(people))
                people.append({who: 1})
        named.append(here)
    if not people:
        return []
    totals = [sum(known.values()) for known in people]
    first = totals.index(max(totals))
    beside = [here for here in named if first in here]
    together = [sum(number in here for here in beside) for number in range(len(people))]
    least = KEPT_ACTORS * len(beside)
    kept = sorted([(-total, number) for number, total in enumerate(totals) if together[number] >= least])[:LISTED]
    return [
        max(people[number].items(), key=lambda use: (use[1], len(use[0].name), use[0].name))[0] for _, number in kept
    ]


def sides(tellings: Sequence[Telling]) -> tuple[list[Who], list[Who]]:
    """Who does it, and to whom; whom some mentions give as one and some as the other is what most give."""
    doing = actors(telling.actors for telling in tellings)
    done_to = actors(telling.recipients for telling in tellings)
    for who in [who for who in doing if is_among(who, done_to)]:
        as_doer = sum(is_among(who, telling.actors) for telling in tellings)
        if as_doer >= sum(is_among(who, telling.recipients) for telling in tellings) or len(doing) == 1:
            done_to = [other for other in done_to if likeness(who, other) < 1.0]
        else:
            doing.remove(who)
    return doing, done_to


def quantities(tellings: Iterable[Telling]) -> tuple[Quantity, ...]:
    """The amounts that the mentions give, each once, those that most give first; at most LISTED."""
    counts: Counter[str] = Counter()
    first: dict[str, Quantity] = {}
    for telling in tellings:
        for quantity in telling.quantities:
            said = in_words(quantity)
            counts[said] += 1
            first.setdefault(said, quantity)
    return tuple(first[said] for said, _ in counts.most_common(LISTED))


def alternatives(tellings: Sequence[Telling], date: EventDate | None) -> tuple[Alternative, ...]:
    """For each field the values that are not the event's: not its `date`, else not the best supported one."""
    fields: dict[str, Callable[[Telling], str | None]] = {
        "type": lambda telling: telling.type.value,
        "mode": lambda telling: telling.mode,
        "realis": lambda telling: telling.realis.value,
        "date": lambda telling: telling.date.start if telling.date else None,
        "place": lambda telling: telling.place.name if telling.place else None,
        "actor": lambda telling: telling.actors[0].name if telling.actors else None,
        "recipient": lambda telling: telling.recipients[0].name if telling.recipients else None,
    }
    found: list[Alternative] = []
    for field, of in fields.items():
        if len(set(map(of, tellings))) > 1:  # most often all say the same
            values = supported(tellings, of)
            own = date.start if field == "date" and date is not None else values[0][0]
            for value, group in [(value, group) for value, group in values if value != own][:LISTED]:
                outlets = each_once(telling.held.outlet for telling in group)[:LISTED]
                found.append(Alternative(field=field, value=value, support=len(group), outlets=outlets))
    return tuple(found)
