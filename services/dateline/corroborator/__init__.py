"""Reports of many outlets → stories and events, each deed once, with who says so and where they differ.

What the contract names has another name in memory, where it holds more than what is told of it:

- `Held` is a report, `Telling` one of its mentions, `Deed` an event, `Tale` a story with its deeds; `Who` is an actor.
- `Memory` takes reports one after the other. It decides on its `State`; a `Ledger` notes what a report changed; from
  both, views are told: revisions of stories and events.
- A report's `sequence` is its turn in the partition; an object's revision is that of the report that changed it last.
- A `Feature` is a word or name that an article is about; how rare it is counts within the `window` around the article.
- Articles whose text is one's copy have one label (`text`), and one `voice`: they count as one source.
- What ended has `heirs`, which took its articles or mentions up; `Moves` are articles that another's report moved.
- A story that nothing changed for long rests: its deeds are packed, and made again when it wakes. Past the memory's
  limit stories are released: forgotten, but for what later records must still name.
"""

from dateline.corroborator.memory import Change, Memory
from dateline.corroborator.settings import CorroboratorSettings

__all__ = ["Change", "CorroboratorSettings", "Memory"]
