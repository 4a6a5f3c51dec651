"""The port to a destination."""

from collections.abc import Sequence
from typing import Protocol

from dateline.eventlog.record import Partition
from dateline.eventlog.stage import Input


class Destination(Protocol):
    """Where records go, partition by partition.

    `write` may be repeated after a crash with the same records: what a destination holds must not change by it. Raises
    `eventlog.stage.Unavailable` while it cannot be written; the sink then tries again.
    """

    async def reach(self) -> None:
        """Returns when it can be written: what is wrong with it is told before any record comes."""

    async def open(self, partition: Partition, notes: Sequence[str]) -> None:
        """Goes on where the last of the `notes` says, which were kept with the commits of the topics that are delivered
        there, in any order; without one, at the beginning."""

    async def write(self, partition: Partition, inputs: Sequence[Input]) -> str:
        """Writes all durably; returns the note to keep with the commit."""
        ...

    async def close(self, partition: Partition) -> None: ...
