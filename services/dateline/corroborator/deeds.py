"""The deeds of one story, and by which words, actors and kinds of deed they are found."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from heapq import nsmallest

from dateline.corroborator.held import Telling
from dateline.corroborator.rarity import Rarity
from dateline.corroborator.sameness import TOLD, likelihood, of_a_kind, together
from dateline.corroborator.telltale import Telltale

ONE_DEED = 0.45
"""The mean likelihood from which a mention joins a deed."""
APART = 0.25
"""Two mentions of one article that are less likely one deed are not joined through a third."""
CANDIDATES = 8
TOO_COMMON = 100
"""A key that so many deeds share tells none of them."""
KEYS = 10
"""Of a mention's other keys than its kind, the rarest are looked up."""
KIND_KEYS = ("stem", "kind")


class Deed:
    """An event in memory: its mentions in order."""

    def __init__(self, event: str) -> None:
        self.id = event
        self.tellings: dict[str, Telling] = {}
        self.order: list[tuple[datetime, str, int, str]] = []
        self.voices: Counter[str] = Counter()
        self.outlets: Counter[str] = Counter()

    def add(self, telling: Telling) -> None:
        self.tellings[telling.id] = telling
        self.voices[telling.held.voice] += 1
        self.outlets[telling.held.outlet] += 1
        insort(self.order, telling.key)
        telling.event = self.id

    def remove(self, telling: Telling) -> None:
        del self.tellings[telling.id]
        del self.order[bisect_left(self.order, telling.key)]
        for counts, value in ((self.voices, telling.held.voice), (self.outlets, telling.held.outlet)):
            counts[value] -= 1
            if not counts[value]:
                del counts[value]

    def listed(self, first: int, last: int) -> list[Telling]:
        """The first and the last mentions in order of time, each once."""
        order = self.order
        chosen = order if len(order) <= first + last else order[:first] + order[len(order) - last :]
        return [self.tellings[key[-1]] for key in chosen]


class Deeds:
    """The deeds of a story."""

    def __init__(self) -> None:
        self.deeds: dict[str, Deed] = {}
        self._groups: Counter[str] = Counter()
        """How many mentions tell of things done, planned, denied."""
        self._found_by: dict[tuple[str, ...], dict[str, int]] = {}
        self.telltale = Telltale(self.deeds, self._found_by)

    def __iter__(self) -> Iterator[Deed]:
        return iter(self.deeds.values())

    def add(self, telling: Telling, event: str) -> Deed:
        deed = self.deeds.get(event)
        if deed is None:
            deed = self.deeds[event] = Deed(event)
        deed.add(telling)
        self.telltale.forget()
        self._groups[TOLD[telling.realis]] += 1
        for key in keys(telling):
            found = self._found_by.setdefault(key, {})
            found[event] = found.get(event, 0) + 1
        return deed

    def remove(self, telling: Telling) -> None:
        """Takes the mention out; a deed that it leaves empty stays until it is closed."""
        self.deeds[telling.event].remove(telling)
        self.telltale.forget()
        self._groups[TOLD[telling.realis]] -= 1
        self._groups += Counter()  # drops what has come to nothing
        for key in keys(telling):
            found = self._found_by[key]
            found[telling.event] -= 1
            if not found[telling.event]:
                del found[telling.event]
            if not found:
                del self._found_by[key]

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
        self.telltale.forget()

    def candidates(self, telling: Telling) -> list[Deed]:
        """The deeds that share most with the mention, by how few others share it."""
        of_kind = [self._found_by[key] for key in kind_keys(telling) if key in self._found_by]
        others = [self._found_by[key] for key in keys(telling) if key[0] not in KIND_KEYS and key in self._found_by]
        votes: dict[str, float] = {}
        for events in of_kind + sorted(others, key=len)[:KEYS]:
            if len(events) <= TOO_COMMON:
                share = 1 / len(events)
                for event in events:
                    votes[event] = votes.get(event, 0.0) + share
        best = nsmallest(CANDIDATES, [(-vote, event) for event, vote in votes.items()])
        return [self.deeds[event] for _, event in best]

    def beside(self, telling: Telling) -> list[Deed]:
        """Other deeds that a telling with amounts may share a figure with."""
        return [deed for deed in self.candidates(telling) if deed.id != telling.event and deed.tellings]

    def linked(self, telling: Telling, rarity: Rarity) -> list[Deed]:
        """Deeds that are the mention's but for their realis: planned and done, asserted and denied."""
        found: list[Deed] = []
        if len(self._groups) < 2:
            return found
        for deed in self.candidates(telling):
            first = deed.listed(1, 0)
            if first and not together(telling, first[0]) and self.mean_likelihood(telling, deed, rarity) >= ONE_DEED:
                found.append(deed)
        return found

    def match(self, unit: Sequence[Telling], rarity: Rarity, beside: Iterable[Telling] = ()) -> str:
        """The id of the deed that the mentions, which tell one, tell most likely; none where no deed is likely enough,
        or where each has a mention of `beside`, their article, that cannot be the same."""
        rated = sorted(self.options(unit, rarity), key=lambda option: (-option[0], option[1]))
        fitting = (
            event for _, event in rated if self.agree(unit, [one for one in beside if one.event == event], rarity)
        )
        return next(fitting, "")

    def options(self, unit: Sequence[Telling], rarity: Rarity) -> list[tuple[float, str]]:
        """The deeds that the mentions, which tell one, may well tell, after how likely that is for the likeliest."""
        found: dict[str, float] = {}
        for telling in unit:
            for deed in self.candidates(telling):
                if deed.tellings and together(telling, deed.listed(1, 0)[0]):
                    found[deed.id] = max(found.get(deed.id, 0.0), self.mean_likelihood(telling, deed, rarity))
        return [(likely, event) for event, likely in found.items() if likely >= ONE_DEED]

    def agree(self, unit: Iterable[Telling], others: Sequence[Telling], rarity: Rarity) -> bool:
        """Whether none of their article's mentions says too clearly something else to tell the same deed."""
        return not any(
            of_a_kind(telling, other) and likelihood(telling, other, rarity, self.telltale) < APART
            for telling in unit
            for other in others
        )

    def mean_likelihood(self, telling: Telling, deed: Deed, rarity: Rarity) -> float:
        """How likely the mention and the deed's mentions tell one deed; of many, the first two and the last."""
        others = deed.listed(2, 1)
        return sum(likelihood(telling, other, rarity, self.telltale) for other in others) / len(others)


def kind_keys(telling: Telling) -> Iterator[tuple[str, ...]]:
    """The deed's word and its kinds, by which a mention is always looked up."""
    yield ("stem", telling.stem)
    for kind in sorted(telling.kinds):
        yield ("kind", str(kind))


def keys(telling: Telling) -> Iterator[tuple[str, ...]]:
    """What a mention is found by, each once."""
    yield from kind_keys(telling)
    for actor in dict.fromkeys(party.actor for party in telling.actors + telling.recipients):
        yield ("actor", actor, telling.type.value)
    for word in telling.words:
        yield ("word", word)
