"""Dead letters: a record that cannot be processed, unchanged, with its cause and origin in headers."""

import hashlib
import time
from dataclasses import dataclass

from dateline.eventlog.record import Output, Partition, Record
from dateline_schemas.envelope import Headers, whole_number
from dateline_schemas.topics import DEAD_LETTER_ALLOWANCE, RECORD_LIMIT, dead_topic, origin_topic, retry_topic

PREFIX = "dateline_dead_"
KEPT_OF_TOO_LARGE = 64 * 1024
DETAIL_LIMIT = 2000


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A dead letter as read back: the record it was, where it stood, and why it died."""

    record: Record
    """The dead letter itself, where it stands in the dead-letter topic."""
    group: str
    cause: str
    detail: str
    origin: Partition
    origin_offset: int
    attempts: int
    """How often the group has tried the record, replays counted."""
    original_bytes: int
    original_sha256: str | None
    """Of a value over the limit, of which only the first 64 KB are kept."""

    @property
    def id(self) -> str:
        """Names the dead letter on the command line: topic/partition/offset."""
        return f"{self.record.partition}/{self.record.offset}"


def bury(record: Record, group: str, cause: str, detail: str) -> Output:
    """The dead letter of `record` for `group`."""
    origin = origin_topic(record.partition.topic)
    attempts = _number(notes_of(record.headers).get("attempts"), 0) + 1
    value = record.value
    notes: dict[str, str] = {
        "group": group,
        "cause": cause,
        "detail": detail[:DETAIL_LIMIT],
        "topic": record.partition.topic,
        "partition": str(record.partition.number),
        "offset": str(record.offset),
        "attempts": str(attempts),
        "made_ms": str(record.timestamp_ms),
        "buried_ms": str(time.time_ns() // 1_000_000),
    }
    headers = tuple((name, content) for name, content in record.headers if not name.startswith(PREFIX))
    size = len(value or b"") + len(record.key or b"") + sum(len(n) + len(c) for n, c in headers)
    if value is not None and size > RECORD_LIMIT:
        notes["bytes"] = str(len(value))
        notes["sha256"] = hashlib.sha256(value).hexdigest()
        value = value[:KEPT_OF_TOO_LARGE]
    headers = _within(headers, DEAD_LETTER_ALLOWANCE // 2 if size > RECORD_LIMIT else RECORD_LIMIT)
    return Output(
        topic=dead_topic(origin, group),
        key=record.key if record.key is None or len(record.key) <= KEPT_OF_TOO_LARGE else None,
        value=value,
        headers=(*headers, *((PREFIX + name, text.encode()) for name, text in notes.items())),
        partition=record.partition.number,
    )


def _within(headers: Headers, limit: int) -> Headers:
    """The headers as long as they fit; a record can be over the limit by its headers alone."""
    kept: list[tuple[str, bytes]] = []
    for name, content in headers:
        limit -= len(name) + len(content)
        if limit < 0:
            break
        kept.append((name, content))
    return tuple(kept)


def exhume(record: Record) -> DeadLetter:
    """The dead letter that stands in a dead-letter topic."""
    notes = notes_of(record.headers)
    return DeadLetter(
        record=record,
        group=notes.get("group", ""),
        cause=notes.get("cause", "unknown"),
        detail=notes.get("detail", ""),
        origin=Partition(notes.get("topic", ""), _number(notes.get("partition"), 0)),
        origin_offset=_number(notes.get("offset"), -1),
        attempts=_number(notes.get("attempts"), 1),
        original_bytes=_number(notes.get("bytes"), len(record.value or b"")),
        original_sha256=notes.get("sha256") or None,
    )


def replay(letter: DeadLetter) -> Output:
    """The record as it goes back to its group alone; raises ValueError where only its first part was kept."""
    if letter.original_sha256:
        raise ValueError(
            f"{letter.id}: only {KEPT_OF_TOO_LARGE} of its {letter.original_bytes} bytes were kept; "
            f"send the original again (SHA-256 {letter.original_sha256})"
        )
    kept = tuple((n, c) for n, c in letter.record.headers if not n.startswith(PREFIX))
    notes = (
        (PREFIX + "attempts", str(letter.attempts).encode()),
        (PREFIX + "letter", letter.id.encode()),
    )
    return Output(
        topic=retry_topic(origin_topic(letter.origin.topic), letter.group),
        key=letter.record.key,
        value=letter.record.value,
        headers=(*kept, *notes),
        partition=letter.origin.number,
    )


def replayed_letter(record: Record) -> str | None:
    """The id of the dead letter that a record of a retry topic came from."""
    return notes_of(record.headers).get("letter") or None


def notes_of(headers: Headers) -> dict[str, str]:
    """What our headers say. Anybody may have written them."""
    return {
        name.removeprefix(PREFIX): content.decode(errors="replace")
        for name, content in headers
        if name.startswith(PREFIX)
    }


def _number(text: str | None, default: int) -> int:
    number = whole_number(text or "")
    return default if number is None else number
