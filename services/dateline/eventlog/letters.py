"""Reading dead letters back from a log."""

from collections.abc import AsyncIterator, Iterable

from dateline.eventlog.dead import DeadLetter, exhume, replayed_letter
from dateline.eventlog.port import EventLog, UnknownTopic
from dateline.eventlog.record import Partition, Record
from dateline_schemas.envelope import whole_number
from dateline_schemas.topics import DEAD_SUFFIX, RETRY_SUFFIX

READ_AT_ONCE = 500
PATIENCE_SECONDS = 5.0


async def read_letters(log: EventLog, group: str | None = None) -> AsyncIterator[tuple[DeadLetter, bool]]:
    """The dead letters (of the group), each with whether it has been put back; by topic, oldest first."""
    replayed = await replayed_letters(log)
    for name in await log.topics():
        if not name.endswith(DEAD_SUFFIX) or (group and not name.endswith(f".{group}{DEAD_SUFFIX}")):
            continue
        async for record in read_topic(log, name):
            letter = exhume(record)
            yield letter, letter.id in replayed


async def replayed_letters(log: EventLog) -> set[str]:
    """The ids of those that have been put back."""
    return {
        letter_id
        for name in await log.topics()
        if name.endswith(RETRY_SUFFIX)
        async for record in read_topic(log, name)
        if (letter_id := replayed_letter(record))
    }


async def dead_groups(log: EventLog) -> list[str]:
    """The groups that have a topic for dead letters."""
    names = [name.removesuffix(DEAD_SUFFIX) for name in await log.topics() if name.endswith(DEAD_SUFFIX)]
    return sorted({name.rpartition(".")[2] for name in names})


async def find_letter(log: EventLog, letter_id: str) -> DeadLetter:
    """The dead letter `topic/partition/offset`; ValueError where there is none."""
    topic, _, place = letter_id.partition("/")
    number, offset = map(whole_number, place.partition("/")[::2])
    if not topic.endswith(DEAD_SUFFIX) or number is None or offset is None:
        raise ValueError(f"{letter_id!r} does not name a dead letter; `dateline dead list` has their names")
    partition = Partition(topic, number)
    held = await log.bounds(topic)
    bounds = held.get(partition)
    if bounds is None:
        raise UnknownTopic(f"{topic} has no partition {number}", f"it has 0 to {len(held) - 1}")
    if bounds.begin <= offset < bounds.end:
        async with log.reader({partition: offset}) as reader:
            for record in await reader.read(1, PATIENCE_SECONDS):
                if record.offset == offset:
                    return exhume(record)
    raise ValueError(f"there is no dead letter {letter_id} (any more); `dateline dead list` has those that there are")


async def read_topic(log: EventLog, topic: str, partitions: Iterable[Partition] | None = None) -> AsyncIterator[Record]:
    """What the topic holds now, from its oldest record to where it ended when this began."""
    bounds = await log.bounds(topic)
    wanted = set(partitions) if partitions is not None else set(bounds)
    left = {place: kept for place, kept in bounds.items() if place in wanted and kept.begin < kept.end}
    if not left:
        return
    async with log.reader({place: kept.begin for place, kept in left.items()}) as reader:
        while left:
            for record in await reader.read(READ_AT_ONCE, PATIENCE_SECONDS):
                if record.partition in left and record.offset < left[record.partition].end:
                    yield record
            # Not the last record's offset: compaction and the ends of transactions take up offsets too.
            left = {place: kept for place, kept in left.items() if await reader.position(place) < kept.end}
