"""What the log knows of a pipeline: records, how far each group is behind, dead letters; right after any crash."""

from datetime import UTC, datetime
from typing import Any

from dateline.eventlog.letters import read_letters
from dateline.eventlog.port import EventLog
from dateline.eventlog.record import Partition
from dateline_schemas.topics import DEAD_SUFFIX, RETRY_SUFFIX


async def survey(log: EventLog) -> dict[str, Any]:
    """Records of each topic; of each group and topic the lag and the time of the last commit; dead letters by cause."""
    # Commits before ends: between the two a group may seem further behind than it is, never less.
    commits = {group: await log.commits(group) for group in await log.groups()}
    topics = {}
    ends: dict[Partition, int] = {}
    for name in await log.topics():
        bounds = await log.bounds(name)
        ends |= {place: kept.end for place, kept in bounds.items()}
        if not name.endswith((DEAD_SUFFIX, RETRY_SUFFIX)):
            topics[name] = {
                "partitions": len(bounds),
                "records": sum(kept.end - kept.begin for kept in bounds.values()),
                "written": sum(kept.end for kept in bounds.values()),
            }
    groups: dict[str, dict[str, Any]] = {}
    for group, places in commits.items():
        for place, commit in places.items():
            held = groups.setdefault(group, {}).setdefault(place.topic, {"done": 0, "lag": 0, "last_commit": None})
            held["done"] += commit.offset
            held["lag"] += max(0, ends.get(place, commit.offset) - commit.offset)
            if commit.at_ms:
                at = datetime.fromtimestamp(commit.at_ms / 1000, UTC).isoformat(timespec="seconds")
                held["last_commit"] = max(held["last_commit"] or at, at)
    letters: dict[str, dict[str, int]] = {}
    async for letter, was_replayed in read_letters(log):
        if not was_replayed:
            causes = letters.setdefault(letter.group, {})
            causes[letter.cause] = causes.get(letter.cause, 0) + 1
    return {"topics": topics, "groups": groups, "dead_letters": letters}
