"""JSON Lines files: one per topic and partition, a line per record, every revision in its order."""

import asyncio
import os
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from zlib import crc32

import structlog

from dateline.eventlog.record import Partition
from dateline.eventlog.stage import Input, Unavailable
from dateline_schemas.envelope import encode

LAST_BYTES = 4096  # what tells a file from another: a record's id and revision are among them
NOTE = re.compile("([1-9][0-9]{0,17})( [0-9a-f]{8})?")

log = structlog.get_logger()


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator["JsonLines"]:
    """Its files are closed partition by partition."""
    yield JsonLines(folder)


class JsonLines:
    """Appends to `<folder>/<topic>-<partition>.jsonl`.

    The note of a commit is where the file ended after it: its length, and a checksum of its last bytes. On opening the
    file is cut back to the last note that is of this very file, so that lines written before a crash and not committed
    are not there twice. Lines that no note is of, as where a group's commits are lost, are never cut: unless they are
    what is now written again, their file is moved aside.
    A file that is moved away, as log rotation does, is begun anew.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[Partition, FileIO] = {}
        self._unknown: set[Partition] = set()
        """Those whose files no note is of, until the first write."""

    async def reach(self) -> None:
        try:
            await asyncio.to_thread(self._folder.mkdir, parents=True, exist_ok=True)
        except OSError as error:
            raise Unavailable(f"{self._folder}: {error.strerror}") from error

    async def open(self, partition: Partition, notes: Sequence[str]) -> None:
        await asyncio.to_thread(self._open, partition, notes)

    async def write(self, partition: Partition, inputs: Sequence[Input]) -> str:
        lines = b"".join(encode(given.value) + b"\n" for given in inputs)
        return await asyncio.to_thread(self._append, partition, lines)

    async def close(self, partition: Partition) -> None:
        file = self._files.pop(partition, None)
        self._unknown.discard(partition)
        if file is not None:
            file.close()

    def _path(self, partition: Partition) -> Path:
        return self._folder / f"{partition.topic}-{partition.number}.jsonl"

    def _begin(self, partition: Partition) -> FileIO:
        """The file, made where there is none."""
        path = self._path(partition)
        with reaching(path):
            self._folder.mkdir(parents=True, exist_ok=True)
            # Without a buffer: what a full disc has refused would be tried again by `truncate` and `close`.
            file = self._files[partition] = path.open("a+b", buffering=0)
        return file

    def _open(self, partition: Partition, notes: Sequence[str]) -> None:
        file = self._begin(partition)
        with reaching(self._path(partition)):
            lengths = [length for note in notes if (length := _length(file, note))]
            if lengths:
                file.truncate(max(lengths))
            else:
                self._unknown.add(partition)

    def _append(self, partition: Partition, lines: bytes) -> str:
        file = self._files[partition]
        with reaching(self._path(partition)):
            if not _is_at(file, self._path(partition)):
                file.close()
                file = self._begin(partition)
            if partition in self._unknown:
                file, lines = self._beyond(partition, file, lines)
            before = file.seek(0, os.SEEK_END)
            try:
                written = 0
                while written < len(lines):
                    written += file.write(lines[written:])
                os.fsync(file.fileno())
            except OSError:
                file.truncate(before)
                raise
            self._unknown.discard(partition)
            return _note(file, before + len(lines))

    def _beyond(self, partition: Partition, file: FileIO, lines: bytes) -> tuple[FileIO, bytes]:
        """The file to write to, and what it lacks of the lines: a crash may have left the first of them there."""
        size = file.seek(0, os.SEEK_END)
        if size <= len(lines) and os.pread(file.fileno(), size, 0) == lines[:size]:
            return file, lines[size:]
        path = self._path(partition)
        aside = path.with_name(f"{path.name}.{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}")
        path.rename(aside)
        log.warning("file.moved_aside", file=str(path), to=str(aside), reason="no commit tells of its lines")
        file.close()
        return self._begin(partition), lines


@contextmanager
def reaching(path: Path) -> Iterator[None]:
    """Turns what keeps from the file into Unavailable."""
    try:
        yield
    except OSError as error:
        raise Unavailable(f"{path}: {error.strerror}") from error


def _note(file: FileIO, length: int) -> str:
    size = min(length, LAST_BYTES)
    return f"{length} {crc32(os.pread(file.fileno(), size, length - size)):08x}"


def _length(file: FileIO, note: str) -> int:
    """The length that the note tells of, where it is of this file; else 0."""
    told = NOTE.fullmatch(note)
    if told is None:
        return 0
    length = int(told[1])
    if told[2] is None:  # as notes were before they had a checksum
        return length if os.pread(file.fileno(), 1, length - 1) == b"\n" else 0
    return length if note == _note(file, length) else 0


def _is_at(file: FileIO, path: Path) -> bool:
    """Whether the open file is what stands at the path."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
