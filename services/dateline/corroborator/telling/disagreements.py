"""What the reports of one event do not agree on, side by side with who says which."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from dateline.corroborator.deeds.sameness import MUTUAL
from dateline.corroborator.deeds.speech import is_spoken
from dateline.corroborator.reports.authorship import is_of_authorship
from dateline.corroborator.reports.camps import are_in_two_camps, camp
from dateline.corroborator.reports.held import Telling, Who
from dateline.corroborator.reports.names import is_among, likeness, sounds_alike, spelled
from dateline.corroborator.telling.dissent import side_of, sides_of
from dateline.corroborator.telling.figures import over_amounts
from dateline_schemas import ActorKind, Disagreement, DisagreementKind, EventDate, Quad, Realis
from dateline_schemas.coded import NON_STATES

LAST_DAY: Final = "~"
"""Behind the start of a date without an end it stands behind every day within: 2031-03-04 is within 2031-03."""
OTHER_TIME: Final = re.compile(r"\b(?:after|before|since|following)\b")
"""Words that lead over from one deed to another of another time."""
Parts = tuple[tuple[Who, ...], tuple[Who, ...]]
"""Who does it, and to whom."""


def disagreements(
    own: Sequence[Telling], beside: Sequence[Telling], against: Sequence[Telling]
) -> tuple[Disagreement, ...]:
    """Between the event's own mentions; of amounts also with mentions of other events beside it, as one figure is told
    with many deeds; over whether it happened with those that say the contrary."""
    found = [*over_amounts(own, beside), *over_dates(own), *over_places(own), *over_names(own), *over_actors(own)]
    found += over_whether(own, against)
    return tuple(found)


def over_dates(own: Sequence[Telling]) -> Iterator[Disagreement]:
    """Over the day, where articles state it: a day within a month that another states agrees with it."""
    said = [
        ((telling.date.start, telling.date.end), telling)
        for telling in own
        if telling.date is not None and is_own_date(telling, telling.date)
    ]
    sides = sides_of(
        said,
        lambda a, b: a[0] <= (b[1] or b[0] + LAST_DAY) and b[0] <= (a[1] or a[0] + LAST_DAY),
        lambda date: f"{date[0]} to {date[1]}" if date[1] else date[0],
    )
    if sides:
        yield Disagreement(kind=DisagreementKind.DATE, about="date", sides=sides)


def is_own_date(telling: Telling, date: EventDate) -> bool:
    """Whether the article states the date, and of no other deed: "expelled two on Monday after Laos expelled one"."""
    if date.span is None:
        return False
    first = telling.quoted_from
    start, end = sorted((date.span.end, telling.trigger[0]))
    return not OTHER_TIME.search(telling.quote[max(0, start - first) : max(0, end - first)])


def over_places(own: Sequence[Telling]) -> Iterator[Disagreement]:
    """Over the country where it happened; a place and the country around it agree. What a saying's sentence names is
    rather what it is about."""
    said = [
        ((telling.place.name, telling.place.country), telling)
        for telling in own
        if telling.place is not None and telling.place.country and not is_spoken(telling)
    ]
    sides = sides_of(said, lambda a, b: a[1] == b[1], lambda place: place[0])
    if sides:
        yield Disagreement(kind=DisagreementKind.PLACE, about="place", sides=sides)


def over_names(own: Sequence[Telling]) -> Iterator[Disagreement]:
    """Over how one person's name is spelled: as many words, of which one differs."""
    people: dict[str, list[tuple[str, Telling]]] = {}
    known = {who for telling in own for who in (*telling.actors, *telling.recipients)}
    one = same_persons(known)
    for telling in own:
        for actor, name in telling.written:
            people.setdefault(one.get(actor, actor), []).append((name, telling))
    for actor, said in sorted(people.items()):
        name = min([who.name for who in known if who.actor == actor] or [name for name, _ in said])
        length = len(spelled(name))
        whole = [(name, telling) for name, telling in said if len(spelled(name)) >= length > 1]
        sides = sides_of(whole, partial(is_spelled_alike, length), partial(without_title, length))
        if sides:
            yield Disagreement(kind=DisagreementKind.NAME, about=name, sides=sides)


def same_persons(known: Iterable[Who]) -> dict[str, str]:
    """For each person the first of those who are the same under another name, by their ids."""
    found: dict[str, str] = {}
    persons: list[Who] = []
    for who in sorted((who for who in known if who.kind == ActorKind.PERSON), key=lambda who: (who.actor, who.name)):
        same = next((other for other in persons if likeness(who, other) == 1.0), who)
        found[who.actor] = found.get(same.actor, same.actor)
        persons.append(who)
    return found


def is_spelled_alike(words: int, a: str, b: str) -> bool:
    """Whether the last words of two names are the same; what stands before is title and country, no spelling. Nor is
    what sounds like no word of the other: "Foreign Minister Vega" for "Ana Vega"."""
    ours, theirs = spelled(a)[-words:], spelled(b)[-words:]
    return ours == theirs or not all(map(sounds_alike, ours, theirs))


def without_title(words: int, name: str) -> str:
    """The shortest end of a name as it is written that has so many words: "Egyptian President" stands before it."""
    written = name.split()
    ends = (" ".join(written[first:]) for first in range(len(written) - 1, -1, -1))
    return next((end for end in ends if len(spelled(end)) >= words), name)


def over_actors(own: Sequence[Telling]) -> Iterator[Disagreement]:
    """Over who did it: actors of known countries or camps that cannot stand for each other. Of what is done together
    each report may name another side first."""
    said = [
        ((doers(telling), telling.recipients), telling)
        for telling in own
        if telling.actors and all(who.country or camp(who) is not None for who in doers(telling))
    ]
    sides = sides_of(said, share_somebody, lambda parts: ", ".join(who.name for who in parts[0]))
    if sides:
        yield Disagreement(kind=DisagreementKind.WHO, about="actor", sides=sides)


def doers(telling: Telling) -> tuple[Who, ...]:
    together = telling.type in MUTUAL or telling.quad is Quad.VERBAL_COOPERATION
    return telling.actors + telling.recipients if together else telling.actors


def over_whether(own: Sequence[Telling], against: Sequence[Telling]) -> Iterator[Disagreement]:
    """Over whether it happened at all: who tells it, and who denies it; over who did it, where they only deny that. An
    article that gives both, reporting a quarrel of others, stands on both sides; not one that does so in a sentence,
    which tells of two things."""
    if not against:
        return
    said = sorted({*own, *against}, key=lambda telling: telling.key)
    groups = [[telling for telling in said if (telling.realis is not Realis.NEGATED) is side] for side in (True, False)]
    told, denied = ({(telling.held.article, telling.sentence) for telling in group} for group in groups)
    if all(groups) and told.isdisjoint(denied):
        kind, about, values = DisagreementKind.WHETHER, "whether it happened", ("it happened", "it did not")
        if all(is_of_authorship(telling) for telling in groups[1]):
            denying = ", ".join(dict.fromkeys(who.name for telling in groups[1] for who in telling.actors))
            kind, about, values = DisagreementKind.WHO, "actor", (denying, f"not {denying}")
        sides = tuple(side_of(value, group) for value, group in zip(values, groups, strict=True))
        yield Disagreement(kind=kind, about=about, sides=sides)


def share_somebody(one: Parts, other: Parts) -> bool:
    """Whether somebody who does it in one can be somebody in the other. Camps tell them apart only where it is done to
    the same: in a war each side does the like."""
    (some, done_to), (others, done_to_there) = one, other
    in_camps = any(is_among(who, done_to_there) for who in done_to)
    return any(not are_two(a, b) and not (in_camps and are_in_two_camps(a, b)) for a in some for b in others)


def are_two(a: Who, b: Who) -> bool:
    """Whether one cannot stand for the other: of two countries, or two persons by name; gunmen may be a group's that
    is of no state."""
    return bool(a.country and b.country) and not likeness(a, b) and not (may_be_of(a, b) or may_be_of(b, a))


def may_be_of(some: Who, group: Who) -> bool:
    """Whether people who are told of without a name may be of an armed group that no state is home to."""
    stateless = group.kind == ActorKind.ARMED_GROUP and group.country in NON_STATES
    return stateless and some.kind == ActorKind.PEOPLE and camp(some) == camp(group)
