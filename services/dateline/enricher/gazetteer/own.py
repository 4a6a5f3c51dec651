"""The user's own files on top of the shipped gazetteer, in our format or PETRARCH's."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dateline.enricher.gazetteer import files, petrarch
from dateline.enricher.gazetteer.entry import Kind
from dateline.enricher.gazetteer.files import BadGazetteer, Named
from dateline.enricher.gazetteer.spelling import key


def read(own: Sequence[Path], shipped: Iterable[Named] = ()) -> Iterator[Named]:
    """The entries of the user's files in their order, as they come on top of `shipped`. Raises BadGazetteer."""
    listed: set[tuple[str, str]] = set()
    countries: dict[str, Named] = {}
    for entry, names in shipped:
        listed.update((entry.country, key(name)) for name in names)
        if entry.kind is Kind.COUNTRY:
            countries[entry.country] = (entry, names)
    states = files.states() if own else set()
    for path in own:
        text = _text(path)
        is_petrarch = petrarch.is_petrarch(text)
        is_empty = True
        parsed = petrarch.parse(str(path), text) if is_petrarch else files.parse(str(path), text, countries=states)
        for entry, names in parsed:
            is_empty = False
            if is_petrarch and entry.kind is Kind.COUNTRY and entry.country in countries:
                # PETRARCH lists a country's towns and people as its names; what is listed here is told apart already.
                yield countries[entry.country][0], [n for n in names if (entry.country, key(n)) not in listed]
                continue
            if not is_petrarch and entry.kind is Kind.COUNTRY:
                states.add(entry.country)
            yield entry, names
        if is_empty:
            raise BadGazetteer(f"{path}: there is no entry in it; write one a line, or leave the file out")


def edition(own: Sequence[Path]) -> str:
    """What tells these files from others: a digest of their content, in their order. Raises BadGazetteer."""
    return hashlib.blake2b(b"\0".join(_bytes(path) for path in own), digest_size=4).hexdigest()


def _text(path: Path) -> str:
    content = _bytes(path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = content.decode("latin-1")
        if petrarch.is_petrarch(text):  # Phoenix's countries are written so
            return text
        line = content.count(b"\n", 0, error.start) + 1
        raise BadGazetteer(f"{path}:{line}: not UTF-8; convert the file, or save it as UTF-8") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadGazetteer(f"{path}: the dictionary cannot be read: {error.strerror}") from error
