"""The corroborator's memory of one partition: reports go in, revisions of stories and events come out.

An object's revision is the sequence number of the report that last changed it: it only counts up, and nothing besides
the changelog is needed to know the next one, unless all of that has expired.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from dateline.corroborator.deciding import decide
from dateline.corroborator.replaying import Newest, replay
from dateline.corroborator.reports.held import Held
from dateline.corroborator.reports.holding import hold
from dateline.corroborator.settings import CorroboratorSettings
from dateline.corroborator.state.ledger import Ledger
from dateline.corroborator.state.state import State
from dateline.corroborator.telling.views import Weighed, told_events, told_stories, weighed_events
from dateline_schemas import Event, Remembered, Report, Story


@dataclass
class Change:
    """What reports changed, in the order in which it is written: views first, the changelog last."""

    stories: list[Story] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    remembered: list[Remembered] = field(default_factory=list)


class Memory:
    """One partition's stories and events.

    The same reports in the same order give the same records, and a memory rebuilt from the changelog goes on as the one
    that wrote it.
    """

    def __init__(self, settings: CorroboratorSettings | None = None) -> None:
        self.settings = settings or CorroboratorSettings()
        self._state = State(self.settings.window)
        self._sequence = 0

    def __len__(self) -> int:
        return len(self._state.articles)

    def stories(self) -> dict[str, str]:
        """The story of each article held."""
        return {article: held.story for article, held in self._state.articles.items() if held.story}

    def events(self) -> dict[str, str]:
        """The event of each mention held."""
        held = self._state.articles.values()
        return {telling.id: telling.event for one in held if one.story for telling in one.tellings}

    def take(self, report: Report, now: datetime) -> Change:
        """What one report changes; nothing where the article is held in this version or a later one."""
        return self.take_all([report], now)

    def take_all(self, reports: Iterable[Report], now: datetime) -> Change:
        """What reports change, one after the other; each story and event is told once, as it stands in the end."""
        ledger, remembered, weighed = Ledger(), [], dict[str, Weighed]()
        for report in reports:
            before = self._state.articles.get(report.article)
            if before is None or (report.revision, report.coder) > before.version:
                remembered.append(self._take(report, before, now, ledger, weighed))
        stories = list(told_stories(ledger, self._state))
        change = Change(stories, list(told_events(ledger, self._state, weighed)), remembered)
        self._state.touch(ledger.stories, self._sequence)
        self._state.release(self.settings.reports)
        return change

    def rebuild(self, records: Iterable[Remembered]) -> None:
        """Takes the state from the newest record of each article; those that newer ones replaced may be missing."""
        newest = Newest()
        for record in records:
            newest.add(record)
        self.continue_from(newest)

    def begin_after(self, revision: int) -> None:
        """Remembers nothing, and counts on from what was told before: who reads holds it, and takes no older one."""
        self._sequence = revision

    def continue_from(self, newest: Newest) -> None:
        """Takes the state from the newest record of each article."""
        notes = newest.in_order()
        if notes:
            replay(notes, self._state)
            self._sequence = notes[-1].held.sequence
            self._state.release(self.settings.reports)

    def _take(
        self, report: Report, before: Held | None, now: datetime, ledger: Ledger, weighed: dict[str, Weighed]
    ) -> Remembered:
        self._sequence += 1
        held = hold(report, self._sequence)
        mine = decide(held, before, self._state)
        ledger.add(mine)
        weighed.update(weighed_events(mine, self._state))
        return Remembered(
            report=report,
            touched=now,
            sequence=self._sequence,
            story=held.story or None,
            events={telling.id: telling.event for telling in held.tellings},
            copy_of=held.copy_of,
            text=held.text or None,
            voice=held.voice or None,
            nearest=held.nearest,
            revisions={**mine.stories, **mine.events},
            heirs=held.heirs,
            moved=self._state.moved_by(held.article),
            horizon=self._state.horizon,
        )
