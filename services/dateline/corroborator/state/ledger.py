"""What reports changed: which stories and events, which of them ended, and where those went."""

from dataclasses import dataclass, field
from datetime import datetime

from dateline.corroborator.reports.held import Held, Telling


@dataclass
class Ledger:
    """The changes of one report or a batch; values are the sequence of the last report that made the change."""

    stories: dict[str, int] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)
    last_articles: dict[str, Held] = field(default_factory=dict)
    """An article of each story that ended."""
    last_tellings: dict[str, tuple[Telling, str]] = field(default_factory=dict)
    """A mention of each event that ended, and the story that it was in."""
    heirs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    since: dict[str, tuple[datetime, str]] = field(default_factory=dict)
    """Of each story whose articles one report changed, the first of those that came or went, by its key."""

    def mark(self, story: str, key: tuple[datetime, str]) -> None:
        """An article of this key came into the story or left it."""
        self.since[story] = min(key, self.since.get(story, key))

    def add(self, other: "Ledger") -> None:
        """Takes in what a later report changed."""
        self.stories |= other.stories
        self.events |= other.events
        self.last_articles |= other.last_articles
        self.last_tellings |= other.last_tellings
        self.heirs |= other.heirs
