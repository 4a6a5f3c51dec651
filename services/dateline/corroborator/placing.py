"""Which events a report's mentions tell, and those of the articles after it.

A mention joins the deed that it tells most likely as the deeds stand when its turn comes. So that the wire does not
decide whose turn it is, the mentions of a story's later articles are taken out and take their turn again: its deeds are
found in the order of time.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.corroborator.deeds.assigning import assigned
from dateline.corroborator.features.rarity import Rarity
from dateline.corroborator.identity import made_id
from dateline.corroborator.reports.held import Held, Telling
from dateline.corroborator.state.ledger import Ledger
from dateline.corroborator.state.state import State
from dateline.corroborator.state.tale import Tale
from dateline.corroborator.telling.figures import figures

AFTER: Final = 24
"""Articles that take their turn again at most, the first after what came or went: the report's record lists them."""


class Placing:
    """What one report does to the deeds of its own story, and of those that it changed besides; `before` is the report
    in whose place it comes, if that was in a story."""

    def __init__(self, held: Held, before: Held | None, state: State, ledger: Ledger) -> None:
        self.held = held
        self.before = before
        self.state = state
        self.ledger = ledger
        self.rarity = state.rarity_around(held)
        self._was: dict[str, str] = {}
        """The event so far of each mention that takes its turn again."""
        self._begun: dict[str, str] = {}
        """Events of new mentions alone, that nobody knows of; each with the older one that it became, if any."""

    def place(self, tale: Tale) -> None:
        """Finds the deeds of the story's mentions from the first article on that came or went."""
        turn = list(self._turn(tale))
        again = [telling for one in turn if one is not self.held for telling in one.tellings]
        self._was = {telling.id: telling.event for telling in again}
        for telling in again:
            tale.deeds.remove(telling)
        for one in turn:
            placed: list[Telling] = []
            for unit, found in assigned(one.tellings, tale.deeds, self.rarity):
                event = self._event(unit, found or tale.deeds.match_own(unit, placed, self.rarity), tale)
                for telling in unit:
                    self.state.tell(telling, event)
                placed += unit
        changed = [telling for telling in again if telling.event != self._was[telling.id]]
        self._note(changed, tale)
        if self.held in turn:
            changed += self.held.tellings
        sequence = self.held.sequence
        self.ledger.events |= dict.fromkeys((telling.event for telling in changed), sequence)
        stir(changed, tale, self.rarity, sequence, self.ledger)

    def _turn(self, tale: Tale) -> Iterator[Held]:
        """The articles whose mentions are placed, in the order of time."""
        first = bisect_left(tale.order, self.ledger.since[tale.id])
        keys = tale.order[first : first + AFTER + 1]
        if self.held.story == tale.id and self.held.key not in keys:
            keys.append(self.held.key)
        return (tale.articles[article] for _, article in keys)

    def _event(self, unit: Sequence[Telling], found: str, tale: Tale) -> str:
        """The event of mentions that tell one: that of the deed that was found for them, else their own so far, where
        no mention has gone on with it. So a new mention that takes the first place in an event leaves it its id."""
        own = next((event for event in self._own(unit) if self.state.is_hollow(event)), "")
        found = self._begun.get(found) or found
        if found in self._begun and own:
            self._begun[found] = own
            self.state.merge(found, own)
            return own
        if found or own:
            return found or own
        event = hollow_event(unit[0], self.before, tale, self.state)
        if not event:
            event = fresh("event", unit[0].id, self.state, self.ledger)
            self._begun[event] = ""
        return event

    def _own(self, unit: Iterable[Telling]) -> Iterator[str]:
        return (self._was[telling.id] for telling in unit if telling.id in self._was)

    def _note(self, changed: Sequence[Telling], tale: Tale) -> None:
        """Notes what the mentions leave, and ends the events that have none left."""
        for article in dict.fromkeys(telling.held.article for telling in changed):
            self.state.moves.add(self.held.article, article, tale.id)
        left: dict[str, list[Telling]] = {}
        for telling in changed:
            left.setdefault(self._was[telling.id], []).append(telling)
        for event, tellings in left.items():
            self.ledger.events[event] = self.held.sequence
            if self.state.is_hollow(event):
                self.ledger.last_tellings[event] = (tellings[0], tale.id)
                self.ledger.heirs[event] = tuple(dict.fromkeys(telling.event for telling in tellings))
                self.state.close_event(event)


def stir(tellings: Iterable[Telling], tale: Tale, rarity: Rarity, sequence: int, ledger: Ledger) -> None:
    """Notes the deeds beside mentions that come or go: what is told of them changes with these."""
    for telling in tellings:
        others = tale.deeds.linked(telling, rarity, known=ledger.events)
        if figures(telling):
            others += tale.deeds.beside(telling)
        ledger.events |= dict.fromkeys((deed.id for deed in others), sequence)


def hollow_event(telling: Telling, before: Held | None, home: Tale, state: State) -> str:
    """The event that the report before leaves empty, where that told the same at the same place or in these words."""
    for other in before.tellings if before is not None else ():
        if state.homes.get(other.event) is home and state.is_hollow(other.event) and told_again(other, telling):
            return other.event
    return ""


def told_again(before: Telling, after: Telling) -> bool:
    if before.id == after.id:
        return True
    in_these_words = before.stem == after.stem and before.actors == after.actors  # "killing seven", corrected to nine
    return before.type is after.type and (before.quote == after.quote or in_these_words)


def fresh(kind: str, first: str, state: State, ledger: Ledger) -> str:
    """An id made from the first article or mention, that no story or event has or had, not even one that ends with this
    report: what has been released from memory may have been made from the same first one, but under an earlier
    horizon."""
    attempt = 0
    while (
        state.lives(name := made_id(kind, first, state.horizon, attempt))
        or state.heirs.is_named(name)
        or name in ledger.heirs
    ):
        attempt += 1
    return name
