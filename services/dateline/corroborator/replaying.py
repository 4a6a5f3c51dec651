"""Reading the changelog again: first where each article and mention went in the end, then they are put there.

A record says where its own report went, which stories and events ended with it and who has what they had, and which
articles of other records it moved. Later records overrule earlier ones.
"""

from collections.abc import Sequence

from dateline.corroborator.held import hold
from dateline.corroborator.state import State
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


def replay(records: Sequence[Remembered], state: State) -> None:
    """Brings an empty state to where the records left it: the newest of each article, in order of sequence."""
    stories, events = Places(), Places()
    movers: dict[str, str] = {}
    for record in records:
        for gone, heirs in record.heirs.items():
            if len(heirs) == 1:
                stories.pass_on(gone, heirs[0])
                events.pass_on(gone, heirs[0])
        for name, to in record.moved.items():
            if name in stories.group_of:
                stories.put(name, to)
                movers[name] = record.report.article
            elif name in events.group_of:
                events.put(name, to)
        movers.pop(record.report.article, None)
        if record.story is not None:
            stories.put(record.report.article, record.story)
            for mention, event in record.events.items():
                events.put(mention, event)
    touched: dict[str, int] = {}
    for record in records:
        touched[stories.group_of.get(record.report.article, "")] = record.sequence
    state.horizon = records[-1].horizon
    for record in records:
        article = record.report.article
        story = stories.group_of.get(article)
        held = hold(record.report, record.sequence)
        if (touched[story] if story else record.sequence) <= state.horizon:
            state.heirs.name(record.heirs)
            state.heirs.release(article, dict(record.heirs))
            if article in movers:
                state.moves.add(movers[article], article, record.story or "")
                state.moves.release(article, story or "")
            continue
        state.note(held)
        state.bequeath(held, dict(record.heirs))
        if story is not None:
            held.text, held.voice, held.nearest = record.text or "", record.voice or "", record.nearest
            state.place(held, story)
            for telling in held.tellings:
                state.tell(telling, events.group_of[telling.id])
        if article in movers:
            state.moves.add(movers[article], article, record.story or "")
