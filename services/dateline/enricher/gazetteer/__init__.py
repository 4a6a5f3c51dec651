"""The gazetteer: who and what there is, where, and who held which office when; in files a person can correct."""

from functools import lru_cache
from pathlib import Path

from dateline.enricher.gazetteer.entry import Entry, Kind, Office, made_id
from dateline.enricher.gazetteer.files import BadGazetteer, shipped
from dateline.enricher.gazetteer.lookup import Gazetteer, has_inner_capitals, surname
from dateline.enricher.gazetteer.own import edition, read
from dateline.enricher.gazetteer.short_names import short_names

__all__ = [
    "BadGazetteer",
    "Entry",
    "Gazetteer",
    "Kind",
    "Office",
    "edition",
    "has_inner_capitals",
    "load",
    "made_id",
    "read",
    "surname",
]


@lru_cache(maxsize=4)
def load(own: tuple[Path, ...] = ()) -> Gazetteer:
    """The shipped gazetteer and the user's files on top of it, whose names win, those of later files first.

    A file is in our format (see docs/dictionaries.md) or in that of PETRARCH and Phoenix actor dictionaries. Raises
    BadGazetteer for a file that cannot be read, or a line that is of neither format.
    """
    named = list(shipped())
    named += short_names(named)
    return Gazetteer([*named, *read(own, named)] if own else named)
