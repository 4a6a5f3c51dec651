"""What memory holds: articles, stories, deeds and the indexes over them, changed in steps that decide nothing.

The state depends on which articles are held, in which sequence they were taken up and where each was put, not on how
it came about; so a replay of the changelog ends in the same state.
"""

from collections import deque
from collections.abc import Iterable
from datetime import timedelta
from heapq import heappop, heappush
from typing import Final

from dateline.corroborator.deeds.deeds import Deed
from dateline.corroborator.features.copies import Copies
from dateline.corroborator.features.rarity import Index, Rarity
from dateline.corroborator.reports.heirs import NOBODY, Heirs, Named, living
from dateline.corroborator.reports.held import Held, Telling
from dateline.corroborator.reports.moves import Moves
from dateline.corroborator.state.tale import Tale

SPARE: Final = 1024
"""Released articles kept for what they name, beyond twice those that were needed, before they are looked through."""
AWAKE: Final = 5_000
"""Reports after which a story that none of them changed rests."""


class State:
    """The articles, stories and events of one partition."""

    def __init__(self, window: timedelta) -> None:
        self.window = window
        self.articles: dict[str, Held] = {}
        self.tales: dict[str, Tale] = {}
        self.homes: dict[str, Tale] = {}
        """The story of each event."""
        self.copies = Copies(window)
        self.moves = Moves()
        self.heirs = Heirs()
        self._looked_at = 0
        """Released articles that were still needed when they were last looked through."""
        self.horizon = 0
        """Stories last touched up to this sequence have been released."""
        self._indexes: dict[str, Index] = {}
        self._oldest: list[tuple[int, str]] = []
        self._awake: deque[tuple[int, str]] = deque()
        """Stories in the order in which they were touched, each with the sequence of the report that did."""

    def index(self, edition: str) -> Index:
        if edition not in self._indexes:
            self._indexes[edition] = Index(self.window)
        return self._indexes[edition]

    def rarity_around(self, held: Held) -> Rarity:
        """How rare features are around an article, as it is now."""
        index = self.index(held.edition)
        return index.rarity(index.period(held))

    def lives(self, name: str) -> bool:
        """Whether a story or an event of this id is in memory."""
        return name in self.tales or name in self.homes

    def goes_on(self, name: str) -> bool:
        """Whether the story or event of this id is in memory, or one that has what it had."""
        return self.lives(name) or bool(living(name, self.heirs.of, self.lives))

    def bequeath(self, held: Held, heirs: Named) -> None:
        """Notes what the article's record says is gone, and who has what that had."""
        self.heirs.unname(held.heirs)
        held.heirs = heirs or NOBODY
        self.heirs.name(heirs)

    def is_hollow(self, event: str) -> bool:
        """Whether a living event has no mention left: it is about to be closed."""
        return self.homes[event].deeds.is_hollow(event)

    def note(self, held: Held) -> Named:
        """Remembers the article, in no story so far; the heirs that its earlier records named."""
        before = self.articles.get(held.article)
        carried = before.heirs if before is not None else self.heirs.take_up(held.article)
        self.heirs.unname(carried)
        self.articles[held.article] = held
        self.moves.forget(held.article)
        heappush(self._oldest, (held.sequence, held.article))
        return carried

    def open(self, story: str, edition: str) -> Tale:
        """The story of this id; an empty one where there is none."""
        if story not in self.tales:
            self.tales[story] = Tale(story, edition)
        return self.tales[story]

    def count(self, held: Held) -> None:
        """The article is one of those around it from here on, though in no story yet: how rare features are is then the
        same whichever of them came last."""
        self.index(held.edition).add(held)

    def place(self, held: Held, story: str) -> Tale:
        """Puts the article, which is counted, into the story, which is opened where there is none."""
        tale = self.open(story, held.edition)
        tale.wake()
        tale.add(held)
        self.copies.add(held)
        return tale

    def settle(self, held: Held, story: str) -> None:
        """Puts an article that rests, and its mentions, where a record says, into a story that rests."""
        if story not in self.tales:
            self.open(story, held.edition).rest()
        tale = self.tales[story]
        tale.add(held)
        self.count(held)
        self.copies.add(held)
        self.homes |= dict.fromkeys(held.events, tale)

    def shift(self, held: Held, home: Tale, mover: str) -> None:
        """Puts the article into another story; its mentions are to follow."""
        left = self.tales[held.story]
        left.wake()
        home.wake()
        left.remove(held)
        self._wait(left)
        home.add(held)
        self._wait(home)
        self.moves.add(mover, held.article, left.id)

    def moved_by(self, mover: str) -> dict[str, str]:
        """Where the articles that this article's reports moved are, and their mentions."""
        found: dict[str, str] = {}
        for article in self.moves.by(mover, self.goes_on):
            held = self.articles.get(article)
            if held is None:
                found[article] = self.moves.last_story(article)
            else:
                found[article] = held.story
                found |= {telling.id: telling.event for telling in held.tellings}
        return found

    def _wait(self, tale: Tale) -> None:
        """Puts the story into the queue of release anew, where the article that it waited by has left it."""
        if tale.last is not None:
            heappush(self._oldest, (tale.last.sequence, tale.last.article))

    def tell(self, telling: Telling, event: str) -> Deed:
        """Puts the mention into the event of its story, which is opened where there is none."""
        tale = self.tales[telling.held.story]
        self.homes[event] = tale
        return tale.deeds.add(telling, event)

    def lift(self, held: Held) -> None:
        """Takes the article and its mentions out; what it leaves empty stays until it is closed."""
        tale = self.tales[held.story]
        tale.wake()
        for telling in held.tellings:
            tale.deeds.remove(telling)
        tale.remove(held)
        self.index(held.edition).remove(held)
        self.copies.remove(held)
        self._wait(tale)

    def close_event(self, event: str) -> None:
        self.homes.pop(event).deeds.close(event)

    def close_story(self, story: str) -> None:
        del self.tales[story]

    def absorb(self, home: Tale, gone: Tale) -> None:
        """Moves the articles and events of a story into another and closes it."""
        home.wake()
        gone.wake()
        for held in list(gone.articles.values()):
            home.add(held)
        for deed in list(gone.deeds):
            home.deeds.adopt(deed)
            self.homes[deed.id] = home
        self.close_story(gone.id)

    def merge(self, event: str, into: str) -> None:
        """Moves the mentions of an event into another of its story and closes it."""
        tale = self.homes[event]
        for telling in list(tale.deeds.deeds[event].tellings.values()):
            tale.deeds.remove(telling)
            self.tell(telling, into)
        self.close_event(event)

    def touch(self, stories: Iterable[str], sequence: int) -> None:
        """Reports up to this one changed the stories: they stay awake, and those rest that nothing came to for long."""
        for story in stories:
            tale = self.tales.get(story)
            if tale is not None:
                tale.touched = sequence
                self._awake.append((sequence, story))
        while self._awake and self._awake[0][0] + AWAKE < sequence:
            touched, story = self._awake.popleft()
            tale = self.tales.get(story)
            if tale is not None and tale.touched == touched:
                tale.rest()

    def release(self, limit: int) -> None:
        """Forgets stories, the least recently touched first, until no more articles than the limit are held."""
        while self._oldest and (len(self.articles) > limit or self._oldest[0][0] <= self.horizon):
            sequence, article = heappop(self._oldest)
            held = self.articles.get(article)
            if held is None or held.sequence != sequence:
                continue
            tale = self.tales.get(held.story)
            if tale is None:
                del self.articles[article]
                self.heirs.release(article, held.heirs)
            elif tale.last is held:
                self._forget(tale)
            else:
                continue
            self.horizon = max(self.horizon, sequence)
        if self.heirs.released + self.moves.released > 2 * self._looked_at + SPARE:
            self.heirs.forget_released(self.goes_on)
            self.moves.forget_released(self.goes_on)
            self._looked_at = self.heirs.released + self.moves.released

    def _forget(self, tale: Tale) -> None:
        for held in list(tale.articles.values()):
            self.index(held.edition).remove(held)
            self.copies.remove(held)
            del self.articles[held.article]
            self.moves.release(held.article, tale.id)
            self.heirs.release(held.article, held.heirs)
        for event in tale.events():
            del self.homes[event]
        self.close_story(tale.id)
