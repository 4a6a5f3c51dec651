"""One news file as items: .txt with a head or a sidecar, .html, .xml, .jsonl."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from dateline.fetcher.found import Found, Origin, Refusal
from dateline.fetcher.objects import found_in_object, read_object
from dateline.fetcher.pages import found_in_page
from dateline.fetcher.published import read_published
from dateline.fetcher.reading import Entry, Reader, Unreadable
from dateline.fetcher.texts import Defaults, found_in_text
from dateline_schemas.article import ContentStatus, SourceKind

LINES_AT_ONCE = 50
"""Read before others have their turn; a .jsonl file may be of any length."""


class FileReader:
    """Reads files; what holds for all of them is in `defaults`."""

    def __init__(self, reader: Reader, defaults: Defaults, largest: int) -> None:
        self._reader = reader
        self.defaults = defaults
        self._largest = largest

    async def items(self, path: Path, folder: Path, name: str) -> AsyncIterator[Found | Refusal]:
        """The items of the file, or why it has none."""
        origin = Origin(SourceKind.FOLDER, named(folder), name)
        try:
            if path.suffix.lower() == ".jsonl":
                lines = self._lines(path, origin)
                while some := await asyncio.to_thread(list, islice(lines, LINES_AT_ONCE)):
                    for item in some:
                        if item is not None:
                            yield item
                return
            body = await asyncio.to_thread(self._body, path)
            beside = await asyncio.to_thread(self._sidecar, path, folder)
            match path.suffix.lower():
                case ".txt":
                    yield found_in_text(origin, body.decode("utf-8-sig"), beside, self.defaults)
                case ".xml":
                    for item in await self._news_file(body, origin):
                        yield item
                case _:
                    page = await self._reader.page(body, beside.get("url"))
                    yield found_in_page(origin, page, beside, self.defaults)
        except UnicodeDecodeError as error:
            yield Refusal(origin, "not_utf8", f"byte {error.start} is not UTF-8; convert it")
        except OSError as error:
            yield Refusal(origin, "unreadable", error.strerror or str(error))
        except Unreadable as error:
            yield Refusal(origin, error.cause, error.detail)

    def _body(self, path: Path) -> bytes:
        with path.open("rb") as file:
            body = file.read(self._largest + 1)
        if len(body) > self._largest:
            raise Unreadable("too_large", f"it is larger than {self._largest} bytes")
        return body

    def _sidecar(self, path: Path, folder: Path) -> dict[str, str]:
        """What NAME.json beside the file says: an object of the keys that a head has."""
        sidecar = path.with_suffix(".json")
        if not sidecar.exists():
            return {}
        # A pipe is waited for, and a device may never end; a link may lead anywhere.
        if not sidecar.is_file() or not sidecar.resolve().is_relative_to(folder):
            raise _bad_sidecar(sidecar, "it is no file of this folder")
        try:
            content = self._body(sidecar)
        except Unreadable as error:
            raise _bad_sidecar(sidecar, error.detail) from None
        given = read_object(content, Origin(SourceKind.FOLDER, named(path)))
        if isinstance(given, Refusal):
            raise _bad_sidecar(sidecar, given.detail)
        said = {name: getattr(given, name) for name in ("url", "outlet", "published", "title", "language")}
        return {name: value for name, value in {**said, "authors": ", ".join(given.authors)}.items() if value}

    def _lines(self, path: Path, file: Origin) -> Iterator[Found | Refusal | None]:
        """One item per line, None for each piece of one that is too long; a line that is wrong costs itself alone."""
        with path.open("rb") as lines:
            number = 0
            while line := lines.readline(self._largest + 1):
                number += 1
                origin = replace(file, item=f"{file.item}#{number}")
                if len(line) > self._largest:
                    yield Refusal(origin, "too_large", f"the line is longer than {self._largest} bytes")
                    while line and not line.endswith(b"\n"):
                        line = lines.readline(self._largest)
                        yield None
                elif line.strip():
                    given = read_object(line, origin)
                    if isinstance(given, Refusal):
                        yield given
                    else:
                        if given.id:
                            origin = replace(file, item=f"{file.item}#{given.id}", outlet=given.whose)
                        yield found_in_object(origin, given, self.defaults)

    async def _news_file(self, body: bytes, file: Origin) -> list[Found | Refusal]:
        news = await self._reader.news_file(body)
        outlet = news.title or self.defaults.outlet
        found: list[Found | Refusal] = [self._entry(entry, file, outlet) for entry in news.entries]
        if news.left_out:
            found.append(Refusal(file, "too_many", f"{news.left_out} items past the limit are left out"))
        return found or [Refusal(file, "empty", "there is no item in it")]

    def _entry(self, entry: Entry, file: Origin, outlet: str) -> Found:
        published = read_published(entry.published or entry.published_utc)
        return Found(
            replace(file, item=f"{file.item}#{entry.item}") if entry.item else file,
            entry.text or entry.title,
            title=entry.title,
            url=entry.url,
            outlet=outlet,
            published=published if published.moment else self.defaults.published,
            language=entry.language,
            authors=entry.authors,
            status=ContentStatus.FULL if entry.is_full else ContentStatus.FEED_ONLY,
        )


def named(path: Path) -> str:
    """The path as text that can be stored and shown; bytes of it that are not UTF-8 stand there as `\\xff`."""
    return os.fsencode(path).decode(errors="backslashreplace")


def _bad_sidecar(sidecar: Path, detail: str) -> Unreadable:
    return Unreadable("bad_sidecar", f"{named(Path(sidecar.name))}: {detail}")
