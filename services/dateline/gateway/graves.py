"""The gateway's dead letters: each bad record is buried once, however often the index is rebuilt."""

from dateline.eventlog.dead import bury, exhume
from dateline.eventlog.port import EventLog
from dateline.eventlog.record import Partition, Record
from dateline.gateway.kinds import GROUP, Kind
from dateline_schemas.envelope import BadRecord

BATCH = 200


class Graves:
    """What stands in the dead-letter topic of one kind."""

    def __init__(self, kind: Kind, log: EventLog) -> None:
        self._kind = kind
        self._log = log
        self._buried: set[tuple[Partition, int]] = set()
        self._read_to: dict[Partition, int] = {}

    async def bury(self, record: Record, error: BadRecord) -> bool:
        """Writes the dead letter and returns True; False where it is there already. Raises LogUnavailable."""
        await self._look()
        if (record.partition, record.offset) in self._buried:
            return False
        await self._log.append([bury(record, GROUP, error.cause, error.detail)])
        return True

    async def _look(self) -> None:
        """Reads on in the dead-letter topic, where other replicas write too."""
        bounds = await self._log.bounds(self._kind.dead)
        starts = {at: max(self._read_to.get(at, 0), bound.begin) for at, bound in bounds.items()}
        unread = {at: bounds[at].end for at, start in starts.items() if start < bounds[at].end}
        if not unread:
            return
        async with self._log.reader({at: starts[at] for at in unread}) as reader:
            while any(self._read_to.get(at, 0) < end for at, end in unread.items()):
                graves = await reader.read(BATCH, timeout_seconds=5.0)
                if not graves:
                    return  # retention was faster
                for grave in graves:
                    letter = exhume(grave)
                    self._buried.add((letter.origin, letter.origin_offset))
                    self._read_to[grave.partition] = grave.offset + 1
