"""The sink as a stage: hands records of its topics to a destination."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from dateline.eventlog.record import Commit, Partition
from dateline.eventlog.stage import Handled, Input, Stage
from dateline.sink.port import Destination
from dateline_schemas.topics import EVENTS, STORIES, Topic, origin_topic

DELIVERED = (STORIES, EVENTS)


class Delivering:
    """Writes each batch to the destination. What is replayed goes where its own topic's records go."""

    def __init__(self, destination: Destination) -> None:
        self._destination = destination
        self._open: set[Partition] = set()
        self._commits: dict[int, Mapping[Partition, Commit]] = {}

    async def open(self, partition: int, commits: Mapping[Partition, Commit]) -> None:
        await self._destination.reach()
        self._commits[partition] = commits

    async def handle(self, partition: int, inputs: Sequence[Input]) -> Handled:
        notes: dict[Partition, str] = {}
        for read_from, group in groupby(inputs, key=lambda given: given.record.partition):
            place = Partition(origin_topic(read_from.topic), partition)
            if place not in self._open:
                await self._destination.open(place, self._notes(place))
                self._open.add(place)
            notes[read_from] = await self._destination.write(place, list(group))
        return Handled(notes=notes)

    async def close(self, partition: int) -> None:
        for place in [place for place in self._open if place.number == partition]:
            await self._destination.close(place)
            self._open.discard(place)

    def _notes(self, place: Partition) -> list[str]:
        commits = self._commits.get(place.number, {})
        return [commit.note for read_from, commit in commits.items() if origin_topic(read_from.topic) == place.topic]


def sink_stage(destination: Destination, group: str = "sink", sources: tuple[Topic, ...] = DELIVERED) -> Stage:
    return Stage(group=group, sources=sources, handler=Delivering(destination), batch=200)
