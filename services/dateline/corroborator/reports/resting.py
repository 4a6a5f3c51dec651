"""Mentions of a story that nothing has come to for a while: a few bytes each, until something does."""

import pickle
import zlib
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dateline.corroborator.reports.held import Telling

QUICK: Final = 1
"""A tenth more bytes than at best, in two thirds of the time."""


def packed(tellings: "Sequence[Telling]", fields: tuple[str, ...]) -> bytes:
    """The fields of mentions as bytes that only this process reads."""
    values = attrgetter(*fields)
    return zlib.compress(pickle.dumps([values(telling) for telling in tellings], pickle.HIGHEST_PROTOCOL), QUICK)


def unpacked(content: bytes) -> list[tuple[Any, ...]]:
    """What was packed, a tuple of values for each mention."""
    found: list[tuple[Any, ...]] = pickle.loads(zlib.decompress(content))  # noqa: S301 - never from outside
    return found
