"""What a request asks for: read from its query, and refused in one clear line."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from aiohttp import web

from dateline import filters
from dateline.eventlog.port import EventLog
from dateline.eventlog.record import Partition
from dateline.gateway.cursors import NoCursor, NoSuchPlace, Place, place_of
from dateline.gateway.following import Following
from dateline.gateway.index import Index
from dateline.gateway.kinds import Kind
from dateline.gateway.tables import Wanted


class ErrorAnswer(Exception):
    """The answer is an error: its HTTP status and one line for the caller."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = headers or {}

    def answer(self) -> web.Response:
        return answer({"error": self.message}, self.status, self.headers)


def answer(content: object, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """JSON on one line."""
    return raw_answer(json.dumps(content, ensure_ascii=False).encode(), status, headers)


def raw_answer(content: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """JSON as it was written by the record's producer."""
    return web.Response(
        body=content + b"\n", status=status, headers=headers, content_type="application/json", charset="utf-8"
    )


def wanted_of(request: web.Request, kind: Kind, own: Sequence[str]) -> Wanted:
    """The filter in the query, where all is a filter that is none of the request's own parameters."""
    pairs = {name: request.query.getall(name) for name in request.query if name not in own}
    try:
        wanted = filters.Filter.parse(kind.topic.name, pairs)
    except filters.FilterError as error:
        is_unknown = not {*map(filters.filter_named, pairs)} <= set(filters.APPLIES[kind.topic.name])
        besides = f"; besides, there are: {', '.join(own)}" if is_unknown else ""
        raise ErrorAnswer(400, f"{error}{besides}") from error
    return None if wanted.is_empty else wanted.matches


def refuse_while_filling(following: Following) -> None:
    """Raises ErrorAnswer until the index has come to the log's ends once: what it holds is not yet what there is."""
    if not following.caught_up.is_set():
        raise ErrorAnswer(503, following.not_ready or "the index is being filled", {"Retry-After": "1"})


def number(request: web.Request, name: str, default: int, most: int) -> int:
    """A parameter from 1 to `most`."""
    text = request.query.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and 1 <= int(text) <= most):
        raise ErrorAnswer(400, f"{name} is a number from 1 to {most}, not {text!r}")
    return int(text)


def flag(request: web.Request, name: str) -> bool:
    text = request.query.get(name, "0")
    if text not in ("0", "1"):
        raise ErrorAnswer(400, f"{name} is 0 or 1, not {text!r}")
    return text == "1"


def no_cursor(error: NoCursor) -> ErrorAnswer:
    """The answer to a `since` that was never right."""
    return ErrorAnswer(400, f"{error}; since is the `next` of a page, the `id` of a frame, a moment, or an age: 24h")


async def place_since(text: str, kind: Kind, index: Index, events: EventLog) -> Place:
    """Where a cursor or a moment points to; raises NoSuchPlace, of it NoCursor for what is neither, and ErrorAnswer for
    a moment that cannot be."""
    if text[:1].isdigit():
        try:
            made = filters.moment(text, datetime.now(UTC)).timestamp()
        except filters.FilterError as error:
            raise ErrorAnswer(400, f"{error}; or a cursor") from error
        return await index.read(lambda tables: tables.made_since(kind, int(made * 1000)))
    place = place_of(kind, text)
    ahead = await index.read(lambda tables: tables.check(kind, place))
    if ahead:
        await _check_log(kind, place, ahead, events)
    return place


async def _check_log(kind: Kind, place: Place, ahead: Sequence[Partition], events: EventLog) -> None:
    """Another replica's index may be ahead of ours, but not of the log."""
    bounds = {**await events.bounds(kind.topic.name), **await events.bounds(kind.retry)}
    for at in ahead:
        if at not in bounds or place[at] > bounds[at].end:
            raise NoSuchPlace(f"the cursor is of another log: this one has no {at} at offset {place[at]}")
