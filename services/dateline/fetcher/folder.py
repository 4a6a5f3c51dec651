"""A folder of news files as a source: looked through once, then again and again."""

import asyncio
import os
import stat
import time
from collections.abc import Set
from pathlib import Path

import structlog

from dateline.fetcher.articles import is_named_by_file
from dateline.fetcher.errors import FetcherError
from dateline.fetcher.files import FileReader, named
from dateline.fetcher.found import Found, Refusal
from dateline.fetcher.intake import Intake
from dateline.fetcher.state import FetcherState

BATCH = 50  # articles between two commits
SETTLED_SECONDS = 1.0  # a file that changed since may still be being written
LONGEST_PAUSE_SECONDS = 60.0  # between two looks, however long one takes
SUFFIXES = frozenset({".txt", ".html", ".htm", ".xml", ".jsonl"})


class FolderSource:
    """The files of one folder and the folders in it, in the order of their names."""

    def __init__(self, folder: Path, reader: FileReader, state: FetcherState, intake: Intake) -> None:
        self._folder = folder.resolve()
        self._source = named(self._folder)
        self._reader = reader
        self._state = state
        self._intake = intake
        self._unreadable: set[str] = set()
        self._told_of_outlets = False
        self._log = structlog.get_logger("dateline.fetcher")

    def check(self) -> None:
        """Raise FetcherError where the folder cannot be read."""
        try:
            next(self._folder.iterdir(), None)
        except OSError as error:
            raise FetcherError(f"cannot read the folder {self._folder}: {error.strerror}; name another") from None

    async def follow(self, scan_seconds: float) -> None:
        """Take in what is there, then what comes, until cancelled."""
        settled_seconds = 0.0
        while True:
            looked_seconds = await self.scan(settled_seconds)
            # A large folder takes its time to look through: that is a tenth of the time, as far as may be.
            await asyncio.sleep(max(scan_seconds, min(9 * looked_seconds, LONGEST_PAUSE_SECONDS)))
            settled_seconds = SETTLED_SECONDS

    async def scan(self, settled_seconds: float = 0) -> float:
        """Take in each file that is new or has changed since it was last dealt with.

        Returns how long it took to look through the folder: waiting for whoever takes the articles is no part of it.
        """
        return await self._intake.patiently(lambda: self._look_through(settled_seconds))

    async def _look_through(self, settled_seconds: float) -> float:
        started = time.monotonic()
        files = await asyncio.to_thread(self._candidates)
        looked_seconds = time.monotonic() - started
        self._forget_refusals_but_of(files.keys())
        for name, path in files.items():
            await asyncio.sleep(0)  # others have their turn, though most files are long dealt with
            await self._take(name, path, settled_seconds)
        return looked_seconds

    def _forget_refusals_but_of(self, files: Set[str]) -> None:
        for item in self._state.refused_items(self._source):
            parts = item.split("#")  # it stands before the name of a line, or in that of a file
            if files.isdisjoint("#".join(parts[:end]) for end in range(1, len(parts) + 1)):
                self._state.forget_refused(self._source, item)

    async def _take(self, name: str, path: Path, settled_seconds: float) -> None:
        stamp, changed = self._look(path)
        if stamp == self._state.stamp(self._source, name) or 0 <= time.time() - changed < settled_seconds:
            return
        self._state.forget_refused(self._source, name)
        batch: list[Found | Refusal] = []
        async for item in self._reader.items(path, self._folder, name):
            self._mind_outlet(item)
            batch.append(item)
            if len(batch) == BATCH:
                await self._intake.take_patiently(batch)
                batch = []
        await self._intake.take_patiently(batch)
        # Only now: a file whose last article is not out is read again.
        self._state.see(self._source, name, stamp)

    def _mind_outlet(self, item: Found | Refusal) -> None:
        """Says once that files without an outlet are told apart by their names, as if each were an outlet."""
        if not isinstance(item, Found) or self._told_of_outlets or not is_named_by_file(item):
            return
        self._told_of_outlets = True
        way_out = "--outlet NAME (DATELINE_FETCHER_OUTLET), or a first line `outlet: NAME` in each, says whose they are"
        detail = f"files without an outlet count as one outlet each, named as the file; {way_out}"
        self._log.warning("outlets not known", file=item.origin.item, detail=detail)

    def _candidates(self) -> dict[str, Path]:
        """The files that may be news, sorted, by their names in the folder."""
        found = []
        for folder, inner, names in os.walk(self._folder, onerror=self._tell):
            inner[:] = [name for name in inner if not name.startswith(".")]
            found += [Path(folder, name) for name in names if not name.startswith(".")]
        return {named(path.relative_to(self._folder)): path for path in sorted(filter(self._may_be_news, found))}

    def _may_be_news(self, path: Path) -> bool:
        try:
            return path.suffix.lower() in SUFFIXES and path.is_file() and self._is_within(path)
        except OSError as error:  # its folder may be listed, and not entered
            self._tell(OSError(error.errno, error.strerror, str(path.parent)))
            return False

    def _is_within(self, path: Path) -> bool:
        """Whether a file lies in the folder; a link may lead anywhere."""
        if not path.is_symlink() or path.resolve().is_relative_to(self._folder):
            return True
        if str(path) not in self._unreadable:
            self._unreadable.add(str(path))
            self._log.warning("link not followed", file=str(path), detail="it leads out of the folder; copy the file")
        return False

    def _tell(self, error: OSError) -> None:
        if error.filename not in self._unreadable:
            self._unreadable.add(error.filename)
            self._log.warning("folder not read", folder=error.filename, detail=error.strerror)

    def _look(self, path: Path) -> tuple[str, float]:
        """What tells that a file, its sidecar or what is said of the folder has changed; and when one last did."""
        marks, changed = [repr(self._reader.defaults)], 0.0
        for looked_at in (path, path.with_suffix(".json")):
            try:
                about = looked_at.stat()
            except OSError:
                continue
            if stat.S_ISREG(about.st_mode):
                marks.append(f"{about.st_mtime_ns}:{about.st_size}:{about.st_mode}")
                changed = max(changed, about.st_mtime)
            else:
                marks.append("no file")
        return " ".join(marks), changed
