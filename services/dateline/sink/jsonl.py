"""JSON Lines files: one per topic and partition, a line per record, every revision in its order."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from dateline.eventlog.record import Partition
from dateline.eventlog.stage import Input, Unavailable
from dateline_schemas.envelope import encode


class JsonLines:
    """Appends to `<folder>/<topic>-<partition>.jsonl`.

    The note of a commit is the file's length after it; on opening the file is cut back to it, so that lines written
    before a crash and not committed are not there twice.
    A file that is moved away, as log rotation does, is begun anew.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[Partition, BinaryIO] = {}

    async def reach(self) -> None:
        try:
            await asyncio.to_thread(self._folder.mkdir, parents=True, exist_ok=True)
        except OSError as error:
            raise Unavailable(f"{self._folder}: {error.strerror}") from error

    async def open(self, partition: Partition, note: str) -> None:
        await asyncio.to_thread(self._open, partition, int(note or "0"))

    async def write(self, partition: Partition, inputs: Sequence[Input]) -> str:
        lines = b"".join(encode(given.value) + b"\n" for given in inputs)
        return str(await asyncio.to_thread(self._append, partition, lines))

    async def close(self, partition: Partition) -> None:
        file = self._files.pop(partition, None)
        if file is not None:
            file.close()

    def _path(self, partition: Partition) -> Path:
        return self._folder / f"{partition.topic}-{partition.number}.jsonl"

    def _begun(self, partition: Partition) -> BinaryIO:
        """The file at its end, made where there is none."""
        path = self._path(partition)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = path.open("ab")
            file.seek(0, os.SEEK_END)
        except OSError as error:
            raise Unavailable(f"{path}: {error.strerror}") from error
        return file

    def _open(self, partition: Partition, length: int) -> None:
        file = self._begun(partition)
        if file.tell() > length:
            file.truncate(length)
            file.seek(0, os.SEEK_END)
        self._files[partition] = file

    def _append(self, partition: Partition, lines: bytes) -> int:
        file = self._files[partition]
        if not _is_at(file, self._path(partition)):
            file.close()
            file = self._files[partition] = self._begun(partition)
        before = file.tell()
        try:
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
        except OSError as error:
            file.truncate(before)
            raise Unavailable(f"{file.name}: {error.strerror}") from error
        return before + len(lines)


def _is_at(file: BinaryIO, path: Path) -> bool:
    """Whether the open file is what stands at the path."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
