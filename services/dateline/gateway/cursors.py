"""Cursors: where a subscriber stands in the log, as text that any replica of the gateway can read."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping

from dateline.eventlog.record import Partition
from dateline.gateway.kinds import Kind

LONGEST = 4000
LAYOUT = re.compile(r"1:([a-z]+):((?:\d{1,19})?(?:-\d{1,19})*):((?:\d{1,19})?(?:-\d{1,19})*)")

Place = Mapping[Partition, int]
"""For each partition of a kind the next offset to be given; a partition that is missing is at its beginning."""


class NoSuchPlace(Exception):
    """The cursor names no place in this log, or one that is no longer kept; the message says which."""


class NoCursor(NoSuchPlace):
    """The text is no cursor that a gateway has given out for this kind."""


def cursor_of(kind: Kind, place: Place) -> str:
    """The place as opaque text."""
    layout = f"1:{kind.plural}:{_offsets(place, kind.topic.name)}:{_offsets(place, kind.retry)}"
    return urlsafe_b64encode(layout.encode()).decode()


def place_of(kind: Kind, cursor: str) -> Place:
    """The place that a cursor names; raises NoCursor for what no gateway has given out for this kind."""
    if len(cursor) > LONGEST:
        raise NoCursor("the cursor is none of ours: it is too long")
    try:
        layout = LAYOUT.fullmatch(urlsafe_b64decode(cursor.encode("ascii")).decode("ascii"))
    except ValueError:
        layout = None
    if layout is None:
        raise NoCursor("the cursor is none of ours")
    plural, own, retried = layout.groups()
    if plural != kind.plural:
        raise NoCursor(f"the cursor is one of {plural}, not of {kind.plural}")
    return {
        Partition(name, number): int(offset)
        for name, offsets in ((kind.topic.name, own), (kind.retry, retried))
        for number, offset in enumerate(offsets.split("-"))
        if offset
    }


def _offsets(place: Place, topic: str) -> str:
    offsets = {at.number: offset for at, offset in place.items() if at.topic == topic}
    return "-".join(str(offsets.get(number, 0)) for number in range(max(offsets, default=-1) + 1))
