"""The deeds of one story, and by which words, actors and kinds of deed they are found."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date, datetime
from operator import itemgetter
from typing import Final, TypeVar

from dateline.corroborator.deeds.codes import is_narrow
from dateline.corroborator.deeds.foretelling import is_fulfilled_by
from dateline.corroborator.deeds.sameness import TOLD, at_most, likelihood, of_a_kind, times, together
from dateline.corroborator.deeds.telltale import Telltale
from dateline.corroborator.features.rarity import Rarity
from dateline.corroborator.reports.held import Telling
from dateline.corroborator.reports.tolls import have_two_tolls
from dateline_schemas import EventType

ONE_DEED: Final = 0.45
"""The mean likelihood from which a mention joins a deed."""
APART: Final = 0.25
"""Two mentions of one article that are less likely one deed are not joined through a third."""
OTHER_DAY: Final = 3
"""So many days apart two stated days are no two outlets' for one."""
CANDIDATES: Final = 8
TOO_COMMON: Final = 100
"""A key or word that so many deeds share tells none of them."""
RAREST: Final = 10
"""Of a mention's words and other keys than its kinds, the rarest are looked up."""


class Deed:
    """An event in memory: its mentions in order."""

    def __init__(self, event: str) -> None:
        self.id = event
        self.tellings: dict[str, Telling] = {}
        self.order: list[tuple[datetime, str, int, str, Telling]] = []
        self.standing: list[Telling] = []
        """Those that a mention is compared with: the first two and the last."""
        self.voices: Counter[str] = Counter()
        self.outlets: Counter[str] = Counter()
        self.days: Counter[int] = Counter()
        """The days on which its mentions state that it was done."""

    def add(self, telling: Telling) -> None:
        self.tellings[telling.id] = telling
        self.voices[telling.held.voice] += 1
        self.outlets[telling.held.outlet] += 1
        self.days.update(days_of(telling))
        insort(self.order, (*telling.key, telling))
        self.standing = self.listed(2, 1)
        telling.event = self.id

    def remove(self, telling: Telling) -> None:
        del self.tellings[telling.id]
        self.days.subtract(days_of(telling))
        self.days += Counter()  # drops what has come to nothing
        del self.order[bisect_left(self.order, telling.key)]
        self.standing = self.listed(2, 1)
        for counts, value in ((self.voices, telling.held.voice), (self.outlets, telling.held.outlet)):
            counts[value] -= 1
            if not counts[value]:
                del counts[value]

    def listed(self, first: int, last: int) -> list[Telling]:
        """The first and the last mentions in order of time, each once."""
        order = self.order
        chosen = order if len(order) <= first + last else order[:first] + order[len(order) - last :]
        return [entry[-1] for entry in chosen]


class Deeds:
    """The deeds of a story."""

    def __init__(self) -> None:
        self.deeds: dict[str, Deed] = {}
        self._groups: Counter[str] = Counter()
        """How many mentions tell of things done, planned, denied, announced."""
        self._by_key: dict[tuple[str, ...], dict[str, int]] = {}
        self._by_word: dict[str, dict[str, int]] = {}
        """By a key and by a word, the deeds that have it, and how many mentions of each."""
        self._candidates: dict[str, list[Deed]] = {}
        """By mention, until the deeds change: one report asks several times."""
        self._told: set[str] = set()
        """The deeds that have a mention."""
        self.telltale = Telltale(self._told, self._by_word)

    def __iter__(self) -> Iterator[Deed]:
        return iter(self.deeds.values())

    def add(self, telling: Telling, event: str) -> Deed:
        deed = self.deeds.get(event)
        if deed is None:
            deed = self.deeds[event] = Deed(event)
        deed.add(telling)
        self._told.add(event)
        self._forget()
        self._groups.update(groups(telling))
        for key in keys(telling):
            note(self._by_key, key, event)
        for word in telling.words:
            note(self._by_word, word, event)
        return deed

    def remove(self, telling: Telling) -> None:
        """Takes the mention out; a deed that it leaves empty stays until it is closed."""
        self.deeds[telling.event].remove(telling)
        if self.is_hollow(telling.event):
            self._told.remove(telling.event)
        self._forget()
        self._groups.subtract(groups(telling))
        self._groups += Counter()  # drops what has come to nothing
        for key in keys(telling):
            strike(self._by_key, key, telling.event)
        for word in telling.words:
            strike(self._by_word, word, telling.event)

    def adopt(self, deed: Deed) -> None:
        """Takes in a deed of another story, with its mentions."""
        self.deeds[deed.id] = Deed(deed.id)
        for telling in deed.tellings.values():
            self.add(telling, deed.id)

    def is_hollow(self, event: str) -> bool:
        """Whether the deed has no mention left."""
        return not self.deeds[event].tellings

    def close(self, event: str) -> None:
        del self.deeds[event]
        self._forget()

    def _forget(self) -> None:
        """Drops what was worked out from the deeds as they were."""
        self._candidates.clear()
        self.telltale.forget()

    def candidates(self, telling: Telling) -> list[Deed]:
        """The deeds that share most with the mention, by how few others share it."""
        known = self._candidates.get(telling.id)
        if known is None:
            known = self._candidates[telling.id] = self._sharing(telling)
        return known

    def _sharing(self, telling: Telling) -> list[Deed]:
        by_key, by_word = self._by_key, self._by_word
        of_kind = [by_key[key] for key in kind_keys(telling) if key in by_key]
        others = [by_key[key] for key in actor_keys(telling) if key in by_key]
        others += [by_word[word] for word in telling.words if word in by_word]
        votes: dict[str, float] = {}
        for events in of_kind + sorted(others, key=len)[:RAREST]:
            if len(events) <= TOO_COMMON:
                share = 1 / len(events)
                for event in events:
                    votes[event] = votes.get(event, 0.0) + share
        deeds = self.deeds
        best = sorted([(-vote, deeds[event].order[0], event) for event, vote in votes.items()])[:CANDIDATES]
        return [deeds[event] for _, _, event in best]

    def beside(self, telling: Telling) -> list[Deed]:
        """Other deeds that a telling with amounts may share a figure with."""
        return [deed for deed in self.candidates(telling) if deed.id != telling.event and deed.tellings]

    def linked(self, telling: Telling, rarity: Rarity, known: Container[str] = ()) -> list[Deed]:
        """Deeds that are the mention's but for their realis: planned and done, asserted and denied, on no other day;
        those that it announces, or that announce it; not those that are known already."""
        found: list[Deed] = []
        if len(self._groups) < 2:
            return found
        for deed in self._near(telling):
            others = deed.standing
            if not others or deed.id == telling.event or deed.id in known:
                continue
            announced = is_fulfilled_by(telling, others[0]) or is_fulfilled_by(others[0], telling)
            apart = not together(telling, others[0]) and times(telling, others[0]) >= 0
            if announced or (apart and self.mean_likelihood(telling, others, rarity)):
                found.append(deed)
        return found

    def _near(self, telling: Telling) -> Iterator[Deed]:
        """The candidates, and by their words the deeds that the mention announces or that announce it."""
        near = self.candidates(telling)
        yield from near
        met = {deed.id for deed in near}
        for key in (*foretold_keys(telling, "stem", "kind"), *done_keys(telling)):
            for event in sorted(self._by_key.get(key, ())):
                if event not in met:
                    met.add(event)
                    yield self.deeds[event]

    def match(self, unit: Sequence[Telling], rarity: Rarity) -> str:
        """The id of the deed that the mentions, which tell one, tell most likely; none where none is likely enough."""
        return max(self.options(unit, rarity), key=itemgetter(0), default=(0.0, ""))[1]

    def match_own(self, unit: Sequence[Telling], placed: Sequence[Telling], rarity: Rarity) -> str:
        """The same among the deeds of their article's mentions so far, none of which says something else."""
        own: dict[str, list[Telling]] = {}
        for other in placed:
            own.setdefault(other.event, []).append(other)
        near = ((telling, deed) for telling in unit for deed in self.candidates(telling) if deed.id in own)
        rated = self.rated(unit, near, rarity)
        in_order = sorted(rated, key=itemgetter(0), reverse=True)
        return next((event for _, event in in_order if self.agree(unit, own[event], rarity)), "")

    def options(self, unit: Sequence[Telling], rarity: Rarity) -> list[tuple[float, str]]:
        """The deeds that the mentions, which tell one, may well tell, after how likely that is for the likeliest."""
        return self.rated(unit, ((telling, deed) for telling in unit for deed in self.candidates(telling)), rarity)

    def rated(
        self, unit: Sequence[Telling], pairs: Iterable[tuple[Telling, Deed]], rarity: Rarity
    ) -> list[tuple[float, str]]:
        """Those of the deeds that one of the mentions of the unit may well tell."""
        found: dict[str, float] = {}
        days = [day for telling in unit for day in days_of(telling)]
        for telling, deed in pairs:
            others = deed.standing
            if not (others and may_be_of_days(days, deed)):
                continue
            if together(telling, others[0]) and are_told_alike(unit, others):
                likely = self.mean_likelihood(telling, others, rarity)
                if likely:
                    found[deed.id] = max(found.get(deed.id, 0.0), likely)
        return [(likely, event) for event, likely in found.items()]

    def agree(self, unit: Iterable[Telling], others: Sequence[Telling], rarity: Rarity) -> bool:
        """Whether none of their article's mentions says too clearly something else to tell the same deed."""
        return not any(
            have_two_tolls(telling, other)
            or (of_a_kind(telling, other) and likelihood(telling, other, rarity, self.telltale) < APART)
            for telling in unit
            for other in others
        )

    def mean_likelihood(self, telling: Telling, others: Sequence[Telling], rarity: Rarity) -> float:
        """How likely the mention and those that stand for a deed tell one, on average; 0 where that is less than
        ONE_DEED: the third need not be looked at after two that are far from it."""
        if sum([at_most(telling, other) for other in others]) < ONE_DEED * len(others):
            return 0.0
        found, left = 0.0, len(others)
        for other in others:
            found += likelihood(telling, other, rarity, self.telltale)
            left -= 1
            if found + left < ONE_DEED * len(others):
                return 0.0
        return found / len(others)


def may_be_of_days(days: Sequence[int], deed: Deed) -> bool:
    """Whether one of the days is near one of those that the deed's mentions state, if both are any: outlets may be at
    odds over the day, but what is told as of another week is another deed in the same words."""
    if not days or not deed.days:
        return True
    return any(abs(day - other) < OTHER_DAY for day in days for other in deed.days)


def days_of(telling: Telling) -> list[int]:
    """The day, as a number, on which the mention states that a deed was done; of what is still to come the day may be
    put off."""
    stated = telling.stated_date
    if stated is None or stated.end is not None or TOLD[telling.realis] != "told":
        return []
    try:
        return [date.fromisoformat(stated.start).toordinal()]
    except ValueError:  # a month or a year
        return []


def are_told_alike(unit: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """Whether nothing that is said in one is still to come, or denied, where the other tells it as done: "they will
    sign, she said" is not "they signed, she said", though both are sayings of hers."""
    return all(
        together(one, other)
        for one in unit
        if one.type is not EventType.STATEMENT
        for other in others
        if other.type is not EventType.STATEMENT
    )


def keys(telling: Telling) -> list[tuple[str, ...]]:
    """What a mention is found by besides its words, each once."""
    return [*kind_keys(telling), *actor_keys(telling), *foretold_keys(telling, "foretold stem", "foretold kind")]


def foretold_keys(telling: Telling, stem: str, kind: str) -> list[tuple[str, ...]]:
    """What the mention announces, under names for a stem and a kind."""
    stems, kinds = telling.announced, sorted(telling.announced_kinds)
    return [*[(stem, found) for found in stems], *[(kind, str(found)) for found in kinds]]


def done_keys(telling: Telling) -> list[tuple[str, ...]]:
    """By what those are found that announce the mention."""
    kinds = [("foretold kind", str(kind)) for kind in sorted(telling.kinds)]
    return [("foretold stem", telling.stem), *kinds]


def groups(telling: Telling) -> list[str]:
    """Of which of the kinds that are linked with each other the mention is."""
    told = TOLD[telling.realis]
    return [told, "announced"] if told == "told" and telling.announced else [told]


def kind_keys(telling: Telling) -> list[tuple[str, ...]]:
    """The deed's word, its kinds and its narrow code, by which a mention is always looked up."""
    code = [("code", telling.cameo)] if telling.cameo is not None and is_narrow(telling.cameo) else []
    return [("stem", telling.stem), *[("kind", str(kind)) for kind in sorted(telling.kinds)], *code]


def actor_keys(telling: Telling) -> list[tuple[str, ...]]:
    """Those who take part, each in a deed of this type."""
    actors = dict.fromkeys([who.actor for who in telling.actors + telling.recipients])
    return [("actor", actor, telling.type.value) for actor in actors]


Key = TypeVar("Key")


def note(found_by: dict[Key, dict[str, int]], key: Key, event: str) -> None:
    """Counts one more mention of the event that has the key."""
    found = found_by.get(key)
    if found is None:
        found_by[key] = {event: 1}
    else:
        found[event] = found.get(event, 0) + 1


def strike(found_by: dict[Key, dict[str, int]], key: Key, event: str) -> None:
    """Counts one less."""
    found = found_by[key]
    found[event] -= 1
    if not found[event]:
        del found[event]
    if not found:
        del found_by[key]
