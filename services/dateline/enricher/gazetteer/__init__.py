"""The gazetteer: who and what there is, where, and who held which office when; in files a person can correct."""

from functools import lru_cache
from pathlib import Path

from dateline.enricher.gazetteer.entry import Entry, Kind, Office
from dateline.enricher.gazetteer.files import BadGazetteer, shipped, user_file
from dateline.enricher.gazetteer.lookup import Gazetteer, surname
from dateline.enricher.gazetteer.petrarch import is_petrarch, petrarch_file

__all__ = ["BadGazetteer", "Entry", "Gazetteer", "Kind", "Office", "load", "surname"]


@lru_cache(maxsize=4)
def load(own: tuple[Path, ...] = ()) -> Gazetteer:
    """The shipped gazetteer and the user's files on top of it, whose names win.

    A file is in our format (see the heads of the files in `data`) or in that of PETRARCH and Phoenix actor
    dictionaries. Raises BadGazetteer for a line that is neither, OSError for a file that cannot be read.
    """
    named = list(shipped())
    for path in own:
        named.extend(petrarch_file(path) if is_petrarch(path) else user_file(path))
    return Gazetteer(named)
