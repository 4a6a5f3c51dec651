"""The data directory of an embedded pipeline: its version, and who works in it."""

import errno
import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

VERSION = 1
ABOUT = "dateline.json"
OWN = frozenset(("dateline", "fetcher", "gateway", "locks", "log", "sink"))
"""What the files and folders in it are called, without their endings."""
WAY_OUT = "run it as the owner, or name another directory with --data-dir"


class DataFolderError(Exception):
    """The directory cannot be used; the message is one line with the way out."""


@contextmanager
def data_folder(folder: Path, services: Iterable[str]) -> Iterator[Path]:
    """The directory, made if need be, with each of the services held for this process alone.

    Raises DataFolderError where it cannot be written, has another version, or one of the services runs there already.
    """
    prepare(folder)
    with ExitStack() as held:
        for service in sorted(services):
            held.enter_context(_hold(folder, service))
        yield folder


def prepare(folder: Path) -> None:
    """Makes the directory, or checks that it is one of this version."""
    about = folder / ABOUT
    refuse_others(folder)
    try:
        (folder / "locks").mkdir(parents=True, exist_ok=True)
        if not about.exists():
            fresh = about.with_suffix(f".{os.getpid()}")
            fresh.write_text(json.dumps({"version": VERSION}) + "\n", encoding="utf-8")
            fresh.replace(about)
    except OSError as error:
        raise DataFolderError(
            f"cannot write to the data directory {folder}: {error.strerror}; name another with --data-dir"
        ) from error
    check(folder)
    if why := unwritable(folder):
        raise DataFolderError(f"cannot write to {why}; {WAY_OUT}")


def unwritable(folder: Path) -> str | None:
    """What of the directory this user cannot write, and why; None where all may be written. The sink's files are the
    sink's to tell of, which may be told to write elsewhere."""
    try:
        own = sorted(path for path in folder.iterdir() if path.name.partition(".")[0] in OWN - {"sink"})
    except OSError as error:
        return f"{folder}: {error.strerror}"
    for path in (folder, *own):
        if not os.access(path, os.W_OK):
            is_closed = os.statvfs(path).f_flag & os.ST_RDONLY
            return f"{path}: {os.strerror(errno.EROFS if is_closed else errno.EACCES)}"
    return None


def refuse_others(folder: Path) -> None:
    """Raises DataFolderError where the directory has files, and none says that it is Dateline's."""
    if foreign := _foreign(folder):
        raise DataFolderError(f"{foreign}; name an empty or a new one with --data-dir")


def _foreign(folder: Path) -> str | None:
    """What is wrong with a directory of other files."""
    try:
        names = {path.name for path in folder.iterdir()}
    except OSError:  # there is none, or what follows will say why it cannot be used
        return None
    foreign = sorted(name for name in names if name.partition(".")[0] not in OWN)
    if not foreign or ABOUT in names:
        return None
    return f"{folder} holds other files ({', '.join(foreign[:3])}) and is no data directory of Dateline"


def check(folder: Path) -> None:
    """Raises DataFolderError unless the directory holds a log of this version."""
    about = folder / ABOUT
    try:
        version = json.loads(about.read_text(encoding="utf-8")).get("version")
    except FileNotFoundError as error:
        if foreign := _foreign(folder):
            raise DataFolderError(f"{foreign}; name with --data-dir the one that `dateline run` works in") from error
        raise DataFolderError(
            f"{folder} is no data directory of Dateline; start one with `dateline run --data-dir {folder}`"
        ) from error
    except (OSError, ValueError, AttributeError) as error:
        raise DataFolderError(f"{about} cannot be read: {error}; name another directory with --data-dir") from error
    if version != VERSION:
        raise DataFolderError(
            f"{folder} was made by another version of Dateline (its data has version {version}, this one writes "
            f"{VERSION}); name another directory with --data-dir, or delete this one"
        )


@contextmanager
def _hold(folder: Path, service: str) -> Iterator[None]:
    path = folder / "locks" / service
    try:
        file: IO[str] = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise DataFolderError(f"cannot write to {path}: {error.strerror}; {WAY_OUT}") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise DataFolderError(
                f"another dateline (process {holder}) works in {folder}; stop it, "
                "or name another directory with --data-dir"
            ) from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
