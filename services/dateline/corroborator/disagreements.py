"""What the reports of one event do not agree on, side by side with who says which."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from dateline.corroborator.amounts import agree, comparable
from dateline.corroborator.held import Telling, Who
from dateline.corroborator.names import best_likeness, pieces
from dateline.corroborator.sameness import MUTUAL
from dateline.corroborator.speech import is_spoken
from dateline.corroborator.wording import content_words
from dateline.telling import in_words
from dateline_schemas import Disagreement, DisagreementKind, Quad, Quantity, QuantityKind, Realis, Side

QUOTES: Final = 3
MENTIONS: Final = 20
SIDES: Final = 6
LEAST_SUBJECT: Final = 0.5
"""Of the words for what one amount is of, how many must stand beside the other amount."""
Value = TypeVar("Value")
Said = tuple[Value, Telling]


def disagreements(
    own: Sequence[Telling], beside: Sequence[Telling], against: Sequence[Telling]
) -> tuple[Disagreement, ...]:
    """Between the event's own mentions; of amounts also with mentions of other events beside it, as one figure is told
    with many deeds; over whether it happened with those that say the contrary."""
    found = [*over_amounts(own, beside), *over_dates(own), *over_places(own), *over_names(own), *over_actors(own)]
    found += over_whether(own, against)
    return tuple(found)


def sides_of(
    said: Iterable[Said[Value]],
    agreeing: Callable[[Value, Value], bool],
    in_words: Callable[[Value], str],
    quantity: Callable[[Value], Quantity | None] = lambda _: None,
) -> tuple[Side, ...]:
    """The values that do not agree, in the order in which they were first said, with who says each.

    There are none where all agree, or where one article gives two of them.
    """
    groups: list[list[Said[Value]]] = []
    for value, telling in said:
        for group in groups:
            if agreeing(group[0][0], value):
                group.append((value, telling))
                break
        else:
            groups.append([(value, telling)])
    articles = [{telling.held.article for _, telling in group} for group in groups]
    if len(groups) < 2 or any(a & b for i, a in enumerate(articles) for b in articles[:i]):
        return ()
    return tuple(
        side_of(in_words(group[0][0]), [telling for _, telling in group], quantity(group[0][0]))
        for group in groups[:SIDES]
    )


def side_of(value: str, tellings: Sequence[Telling], quantity: Quantity | None = None) -> Side:
    """A side with who says it, in which sentences."""
    return Side(
        value=value,
        quantity=quantity,
        outlets=tuple(dict.fromkeys(telling.held.outlet for telling in tellings)),
        quotes=tuple(dict.fromkeys(telling.quote for telling in tellings))[:QUOTES],
        mentions=tuple(dict.fromkeys(telling.id for telling in tellings))[:MENTIONS],
    )


def over_amounts(own: Sequence[Telling], beside: Sequence[Telling]) -> Iterator[Disagreement]:
    """Over each figure that the event's mentions give, where another of the same thing cannot be right as well."""
    seen: list[tuple[Quantity, Telling]] = []
    for telling in own:
        for quantity in figures(telling):
            if any(of_one_thing(quantity, telling, *other) and comparable(quantity, other[0]) for other in seen):
                continue
            seen.append((quantity, telling))
            said = [
                (other, teller)
                for teller in sorted({*own, *beside}, key=lambda one: one.key)
                for other in figures(teller)
                if comparable(quantity, other) and of_one_thing(quantity, telling, other, teller)
            ]
            sides = sides_of(said, agree, in_words, lambda found: found)
            if sides:
                counts = quantity.kind in (QuantityKind.COUNT, QuantityKind.MEASURE)
                yield Disagreement(
                    kind=DisagreementKind.COUNT if counts else DisagreementKind.AMOUNT,
                    about=next((value.counted for value, _ in said if value.counted), quantity.unit or "amount"),
                    sides=sides,
                )


def figures(telling: Telling) -> list[Quantity]:
    """The mention's amounts, but those of a unit that its sentence has twice: which is of what is not known."""
    if not telling.quantities:
        return []
    units = [(quantity.kind, quantity.unit) for quantity in telling.quantities]
    return [
        q
        for q in telling.quantities
        if units.count((q.kind, q.unit)) == 1 and not (q.value <= 2 and q.kind is QuantityKind.COUNT)
    ]


def of_one_thing(a: Quantity, teller: Telling, b: Quantity, other: Telling) -> bool:
    """Whether two amounts are of the same: what is counted in one is counted, or at least named, in the other."""
    if teller is other:
        return a is b
    if a.kind is QuantityKind.COUNT and (is_part(a, b, other) or is_part(b, a, teller)):
        return False
    if a.kind is QuantityKind.COUNT and a.unit == b.unit and teller.event == other.event:
        return True
    return covers(a, b, other) or covers(b, a, teller)


def is_part(a: Quantity, b: Quantity, other: Telling) -> bool:
    """Whether `a` counts fewer things than `b` by what it calls them: six Norwegian ships, where the other counts ships
    and its sentence says nothing of Norway."""
    words, theirs = set(content_words(a.counted or "")), set(content_words(b.counted or ""))
    return bool(theirs) and theirs < words and (words - theirs).isdisjoint(other.words)


def covers(a: Quantity, b: Quantity, other: Telling) -> bool:
    """Whether most words for what `a` is of stand in what `b` is of, or in its sentence."""
    words = content_words(a.counted or "")
    beside = {*content_words(b.counted or ""), *other.words, other.stem}
    return bool(words) and len([word for word in words if word in beside]) / len(words) >= LEAST_SUBJECT


def over_dates(own: Sequence[Telling]) -> Iterator[Disagreement]:
    """Over the day, where articles state it: a day within a month that another states agrees with it."""
    said = [(telling.date, telling) for telling in own if telling.date is not None and telling.date.span is not None]
    sides = sides_of(
        said,
        lambda a, b: a.start <= (b.end or b.start + "~") and b.start <= (a.end or a.start + "~"),
        lambda date: f"{date.start} to {date.end}" if date.end else date.start,
    )
    if sides:
        yield Disagreement(kind=DisagreementKind.DATE, about="date", sides=sides)


def over_places(own: Sequence[Telling]) -> Iterator[Disagreement]:
    """Over the country where it happened; a place and the country around it agree. What a saying's sentence names is
    rather what it is about."""
    said = [
        (telling.place, telling)
        for telling in own
        if telling.place is not None and telling.place.country and not is_spoken(telling)
    ]
    sides = sides_of(said, lambda a, b: a.country == b.country, lambda place: place.name)
    if sides:
        yield Disagreement(kind=DisagreementKind.PLACE, about="place", sides=sides)


def over_names(own: Sequence[Telling]) -> Iterator[Disagreement]:
    """Over how one person's name is spelled: as many words, of which one differs."""
    people: dict[str, list[tuple[str, Telling]]] = {}
    for telling in own:
        for actor, name in telling.written:
            people.setdefault(actor, []).append((name, telling))
    known = {who for telling in own for who in (*telling.actors, *telling.recipients)}
    for actor, said in sorted(people.items()):
        length = max(len(pieces(name)) for name, _ in said)
        whole = [(name, telling) for name, telling in said if len(pieces(name)) == length > 1]
        sides = sides_of(whole, lambda a, b: a.casefold() == b.casefold(), str)
        if sides:
            name = min([who.name for who in known if who.actor == actor] or [name for name, _ in said])
            yield Disagreement(kind=DisagreementKind.NAME, about=name, sides=sides)


def over_actors(own: Sequence[Telling]) -> Iterator[Disagreement]:
    """Over who did it: actors of known countries that cannot stand for each other. Of what is done together each report
    may name another side first."""
    said = [
        (doers(telling), telling) for telling in own if telling.actors and all(who.country for who in doers(telling))
    ]
    sides = sides_of(said, share_somebody, lambda actors: ", ".join(who.name for who in actors))
    if sides:
        yield Disagreement(kind=DisagreementKind.WHO, about="actor", sides=sides)


def doers(telling: Telling) -> tuple[Who, ...]:
    together = telling.type in MUTUAL or telling.quad is Quad.VERBAL_COOPERATION
    return telling.actors + telling.recipients if together else telling.actors


def over_whether(own: Sequence[Telling], against: Sequence[Telling]) -> Iterator[Disagreement]:
    """Over whether it happened at all: who tells it, and who denies it. An article that gives both, reporting a quarrel
    of others, stands on both sides; not one that does so in a sentence, which tells of two things."""
    if not against:
        return
    said = sorted({*own, *against}, key=lambda telling: telling.key)
    groups = [[telling for telling in said if (telling.realis is not Realis.NEGATED) is side] for side in (True, False)]
    told, denied = ({(telling.held.article, telling.sentence) for telling in group} for group in groups)
    if all(groups) and told.isdisjoint(denied):
        sides = tuple(side_of(value, group) for value, group in zip(("it happened", "it did not"), groups, strict=True))
        yield Disagreement(kind=DisagreementKind.WHETHER, about="whether it happened", sides=sides)


def share_somebody(some: tuple[Who, ...], others: tuple[Who, ...]) -> bool:
    return bool(best_likeness(some, others))
