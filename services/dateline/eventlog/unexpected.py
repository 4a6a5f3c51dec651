"""Records that failed for no known reason, held until it shows whose fault that is: theirs, or the service's."""

import structlog

from dateline.eventlog.record import Record
from dateline.eventlog.stage import StageBroken

UNEXPECTED_LIMIT = 20  # past that the fault is in the service, not in the records

log = structlog.get_logger()


class Unexpected:
    """Holds them apart by a number of the caller's, who buries them with the next record that succeeds, or once there
    is none now. Twenty in a row are a fault of the service: then none of them is buried, and none is committed.
    """

    def __init__(self, group: str) -> None:
        self._group = group
        self._in_a_row = 0
        self._held: dict[int, list[tuple[Record, str]]] = {}

    def hold(self, number: int, record: Record, error: Exception) -> None:
        """Raises StageBroken for the last that can be borne."""
        at = f"{record.partition}/{record.offset}"
        log.error("record.unexpected", group=self._group, at=at, exc_info=error)
        self._in_a_row += 1
        if self._in_a_row >= UNEXPECTED_LIMIT:
            raise StageBroken(
                f"{self._group}: {self._in_a_row} unexpected errors in a row, the last at {at}: {error!r}; "
                "nothing of them is committed"
            ) from error
        self._held.setdefault(number, []).append((record, repr(error)))

    def held(self, number: int) -> list[tuple[Record, str]]:
        """The records, each with what was raised."""
        return list(self._held.get(number, ()))

    def forget(self, number: int) -> None:
        """They come again to whoever reads them next."""
        self._held.pop(number, None)

    def settle(self, number: int) -> None:
        """They are dealt with, as something was committed."""
        self.forget(number)
        self._in_a_row = 0
