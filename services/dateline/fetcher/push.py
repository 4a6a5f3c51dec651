"""Articles that are handed in over HTTP: POST /articles, for programs on this machine."""

from ipaddress import ip_address
from typing import TypeVar

import pydantic_core
from aiohttp import web

from dateline.eventlog.port import LogUnavailable
from dateline.fetcher.found import Fate, Found, Origin, Refusal
from dateline.fetcher.hosts import host_of
from dateline.fetcher.intake import Intake
from dateline.fetcher.objects import ArticleObject, found_in_object, object_of, parsed_json, read_object
from dateline.fetcher.texts import Defaults
from dateline_schemas.article import SourceKind

JSON = frozenset({"application/json", "application/x-ndjson", "application/jsonl", "application/json-lines"})
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
MOST_ITEMS = 1_000
SOURCE = "push"
T = TypeVar("T")


class Push:
    """Takes a JSON object, a list of them or JSON lines; answers, for each, what became of it."""

    def __init__(self, intake: Intake, largest: int) -> None:
        self._intake = intake
        self._largest = largest

    def routes(self) -> list[web.RouteDef]:
        """To be mounted where the pipeline listens."""
        return [web.post("/articles", self.receive)]

    async def receive(self, request: web.Request) -> web.Response:
        """202 with the fate of each item; 422 when none of them was taken, 400 for what is no JSON."""
        refuse_strangers(request)
        if request.content_type not in JSON:
            raise _error(web.HTTPUnsupportedMediaType, "send application/json, or application/x-ndjson for lines")
        items = self._items(await self._body(request), lines=request.content_type != "application/json")
        if not items:
            raise _error(web.HTTPUnprocessableEntity, 'there is no article in it; send [{"text": "..."}]')
        try:
            fates = await self._intake.take(items)
        except LogUnavailable as error:
            raise _error(web.HTTPServiceUnavailable, f"nothing is taken now, send it again: {error}") from error
        if len(items) == 1 and fates[0].refused == "not_json":
            return web.json_response({"error": fates[0].detail}, status=400)
        taken = any(not fate.refused for fate in fates)
        return web.json_response({"articles": [_told(fate) for fate in fates]}, status=202 if taken else 422)

    async def _body(self, request: web.Request) -> bytes:
        body = bytearray()
        async for piece in request.content.iter_any():
            body += piece
            if len(body) > self._largest:
                raise _error(_TooLarge, f"the body is larger than {self._largest} bytes")
        return bytes(body)

    def _items(self, body: bytes, *, lines: bool) -> list[Found | Refusal]:
        nameless = Origin(SourceKind.PUSH, SOURCE)
        if lines:
            given = _few([line for line in body.splitlines() if line.strip()])
            return [_item(read_object(line, nameless)) for line in given]
        try:
            parsed = parsed_json(body)
        except ValueError as error:
            return [Refusal(nameless, "not_json", str(error)[:200])]
        return [_item(object_of(one, nameless)) for one in _few(parsed if isinstance(parsed, list) else [parsed])]


def refuse_strangers(request: web.Request) -> None:
    """Let in programs on this machine; not others, nor pages of other sites in a browser on this machine."""
    if not _is_loopback(request.remote):
        raise _error(web.HTTPForbidden, "articles are taken from this machine only")
    # A name that an attacker resolves to 127.0.0.1 (DNS rebinding) is not ours.
    if host_of(f"//{request.host}") not in LOOPBACK_NAMES:
        raise _error(web.HTTPForbidden, f"the Host {request.host[:100]!r} is none of {sorted(LOOPBACK_NAMES)}")
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"{request.scheme}://{request.host}":
        raise _error(web.HTTPForbidden, f"requests from pages of {origin[:100]!r} are not taken")
    if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
        raise _error(web.HTTPForbidden, "requests from pages of other sites are not taken")


class _TooLarge(web.HTTPException):
    status_code = 413


def _is_loopback(remote: str | None) -> bool:
    try:
        return remote is not None and ip_address(remote).is_loopback
    except ValueError:
        return False


def _few(items: list[T]) -> list[T]:
    """The items, before any is looked at: a body has room for millions."""
    if len(items) > MOST_ITEMS:
        raise _error(_TooLarge, f"{len(items)} items in one request; {MOST_ITEMS} is the limit")
    return items


def _item(given: ArticleObject | Refusal) -> Found | Refusal:
    if isinstance(given, Refusal):
        return given
    return found_in_object(Origin(SourceKind.PUSH, SOURCE, given.id, given.whose or None), given, Defaults())


def _told(fate: Fate) -> dict[str, str | int]:
    told = {"outcome": fate.outcome, "id": fate.id, "revision": fate.revision, "detail": fate.detail}
    return {name: value for name, value in told.items() if value}


def _error(kind: type[web.HTTPException], message: str) -> web.HTTPException:
    return kind(text=pydantic_core.to_json({"error": message}).decode(), content_type="application/json")
