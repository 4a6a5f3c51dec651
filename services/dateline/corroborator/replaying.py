"""Reading the changelog again: first where each article and mention went in the end, then they are put there.

A record says where its own report went, which stories and events ended with it and who has what they had, and which
articles of other records it moved. Later records overrule earlier ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern

from dateline.corroborator.reports.heirs import Named
from dateline.corroborator.reports.held import Held
from dateline.corroborator.reports.holding import hold
from dateline.corroborator.state.state import State
from dateline_schemas import Remembered


class Places:
    """Things by the group they are in: articles by story, or mentions by event."""

    def __init__(self) -> None:
        self.group_of: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}

    def put(self, thing: str, group: str) -> None:
        left = self.group_of.get(thing)
        if left is not None:
            self._members[left].discard(thing)
        self.group_of[thing] = group
        self._members.setdefault(group, set()).add(thing)

    def pass_on(self, group: str, heir: str) -> None:
        """Puts all that is in a group that ended into the one that took it up."""
        for thing in self._members.pop(group, ()):
            self.group_of[thing] = heir
            self._members.setdefault(heir, set()).add(thing)


@dataclass(slots=True)
class Note:
    """What replaying needs of a record: the report as memory keeps it, at rest, and what the record says."""

    held: Held
    mentions: tuple[str, ...]
    story: str | None
    events: dict[str, str]
    heirs: Named
    moved: dict[str, str]
    horizon: int


def note_of(record: Remembered) -> Note:
    held = hold(record.report, record.sequence)
    held.text, held.voice, held.nearest = record.text or "", record.voice or "", record.nearest
    held.about = tuple(map(intern, held.about))  # many wait here
    mentions = tuple(telling.id for telling in held.tellings)
    held.rest()
    return Note(held, mentions, record.story, record.events, dict(record.heirs), record.moved, record.horizon)


class Newest:
    """The newest record of each article, taken in one after the other: a changelog is larger than memory may be."""

    def __init__(self) -> None:
        self._notes: dict[str, Note] = {}

    def __len__(self) -> int:
        return len(self._notes)

    def add(self, record: Remembered) -> None:
        known = self._notes.get(record.report.article)
        if known is None or known.held.sequence < record.sequence:
            self._notes[record.report.article] = note_of(record)

    def in_order(self) -> list[Note]:
        """In the order in which their reports were taken up."""
        return sorted(self._notes.values(), key=lambda note: note.held.sequence)


def replay(notes: Sequence[Note], state: State) -> None:
    """Brings an empty state to where the records left it: the newest of each article, in order of sequence."""
    stories, events = Places(), Places()
    movers: dict[str, str] = {}
    for note in notes:
        article = note.held.article
        for gone, heirs in note.heirs.items():
            if len(heirs) == 1:
                stories.pass_on(gone, heirs[0])
                events.pass_on(gone, heirs[0])
        for name, to in note.moved.items():
            if name in stories.group_of:
                stories.put(name, to)
                movers[name] = article
            elif name in events.group_of:
                events.put(name, to)
        movers.pop(article, None)
        if note.story is not None:
            stories.put(article, note.story)
            for mention, event in note.events.items():
                events.put(mention, event)
    touched: dict[str, int] = {}
    for note in notes:
        touched[stories.group_of.get(note.held.article, "")] = note.held.sequence
    state.horizon = notes[-1].horizon
    for note in notes:
        held = note.held
        story = stories.group_of.get(held.article)
        if (touched[story] if story else held.sequence) <= state.horizon:
            state.heirs.name(note.heirs)
            state.heirs.release(held.article, note.heirs)
            if held.article in movers:
                state.moves.add(movers[held.article], held.article, note.story or "")
                state.moves.release(held.article, story or "")
            continue
        state.note(held)
        state.bequeath(held, note.heirs)
        if story is not None:
            held.events = tuple(events.group_of[mention] for mention in note.mentions)
            state.settle(held, story)
        if held.article in movers:
            state.moves.add(movers[held.article], held.article, note.story or "")
