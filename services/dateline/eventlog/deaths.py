"""Dead letters in the service's log: each of them, as long as they are few."""

import time
from collections.abc import Callable, Sequence

import structlog

from dateline.eventlog.dead import notes_of
from dateline.eventlog.record import Output
from dateline_schemas.topics import DEAD_SUFFIX

MOST_A_MINUTE = 20
MINUTE = 60.0
DETAIL_SHOWN = 300
WAY_OUT = "`dateline dead list` has all, `dateline dead replay` puts them back"

log = structlog.get_logger()


class Deaths:
    """Tells of twenty dead letters a minute, of more only how many they were; `/metrics` counts them all."""

    def __init__(self, group: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._group = group
        self._clock = clock
        self._since = clock()
        self._told = 0
        self._untold = 0

    def tell(self, written: Sequence[Output]) -> None:
        """Tells of the dead letters among what was written."""
        if self._clock() - self._since >= MINUTE:
            if self._untold:
                log.warning("records.dead", group=self._group, more=self._untold, detail=f"not told of; {WAY_OUT}")
            self._since, self._told, self._untold = self._clock(), 0, 0
        for output in written:
            if not output.topic.endswith(DEAD_SUFFIX):
                continue
            if self._told == MOST_A_MINUTE:
                self._untold += 1
                continue
            self._told += 1
            notes = notes_of(output.headers)
            at = f"{notes['topic']}/{notes['partition']}/{notes['offset']}"
            about = {"at": at, "cause": notes["cause"], "detail": notes["detail"][:DETAIL_SHOWN]}
            log.warning("record.dead", group=self._group, **about, **({"see": WAY_OUT} if self._told == 1 else {}))
