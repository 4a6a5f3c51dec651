"""What the log knows of a pipeline: records, how far each group is behind, dead letters; right after any crash."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from dateline.eventlog.letters import read_letters
from dateline.eventlog.port import Bounds, EventLog
from dateline.eventlog.record import Partition
from dateline_schemas.topics import DEAD_SUFFIX, RETRY_SUFFIX


async def survey(log: EventLog, expected: Mapping[str, Collection[str]] | None = None) -> dict[str, Any]:
    """Records of each topic; of each group and topic the lag and the time of the last commit; dead letters by cause.

    `expected` are the topics of groups that are to be told of before they have committed anything.
    """
    # Commits before ends: between the two a group may seem further behind than it is, never less.
    commits = {group: await log.commits(group) for group in await log.groups()}
    topics = {}
    places: dict[str, Mapping[Partition, Bounds]] = {}
    for name in await log.topics():
        places[name] = bounds = await log.bounds(name)
        if not name.endswith((DEAD_SUFFIX, RETRY_SUFFIX)):
            topics[name] = {
                "partitions": len(bounds),
                "records": sum(kept.end - kept.begin for kept in bounds.values()),
                "written": sum(kept.end for kept in bounds.values()),
            }
    groups: dict[str, dict[str, Any]] = {}
    for group, committed in commits.items():
        for topic in sorted({place.topic for place in committed}):
            ours = [(place, commit) for place, commit in committed.items() if place.topic == topic]
            kept = places.get(topic, {})
            # What the group has not committed it has yet to read, of every partition.
            ahead = {place: bounds.end - bounds.begin for place, bounds in kept.items()}
            ahead |= {place: kept[place].end - commit.offset if place in kept else 0 for place, commit in ours}
            last_ms = max(commit.at_ms for _, commit in ours)
            groups.setdefault(group, {})[topic] = {
                "done": sum(commit.offset for _, commit in ours),
                "lag": sum(max(0, left) for left in ahead.values()),
                "last_commit": datetime.fromtimestamp(last_ms / 1000, UTC).isoformat(timespec="seconds")
                if last_ms
                else None,
            }
    for group, names in (expected or {}).items():
        for name in names:
            waiting = sum(bounds.end - bounds.begin for bounds in places.get(name, {}).values())
            if waiting and name not in groups.get(group, {}):
                groups.setdefault(group, {})[name] = {"done": 0, "lag": waiting, "last_commit": None}
    letters: dict[str, dict[str, int]] = {}
    async for letter, was_replayed in read_letters(log):
        if not was_replayed:
            causes = letters.setdefault(letter.group, {})
            causes[letter.cause] = causes.get(letter.cause, 0) + 1
    return {"topics": topics, "groups": groups, "dead_letters": letters}
