"""Server-Sent Events: what comes in, as it comes in, resumable at any point.

Frames as EventSource reads them (WHATWG HTML, "Server-sent events"): `event` is the record's kind, `data` its JSON,
`id` a cursor. `left` tells of a record that no longer fits the filter, `reset` of a cursor that leads nowhere.
"""

import asyncio
import json

import structlog
from aiohttp import web

from dateline.eventlog.port import EventLog
from dateline.gateway.asking import ErrorAnswer, no_cursor, place_since, refuse_while_filling, wanted_of
from dateline.gateway.cursors import NoCursor, NoSuchPlace, Place, cursor_of
from dateline.gateway.following import Following
from dateline.gateway.index import Index, IndexUnavailable
from dateline.gateway.kinds import KINDS, Kind
from dateline.gateway.settings import GatewaySettings
from dateline.gateway.tables import Item, Scan, Wanted

BATCH = 100
RETRY_MS = 3000
PARAMETERS = ("since", "last_event_id")
HEADERS = {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",  # nginx would hold the frames back
}

log = structlog.get_logger()


class Streams:
    """The open streams of one gateway."""

    def __init__(self, settings: GatewaySettings, index: Index, events: EventLog) -> None:
        self.open = 0
        self.sent = 0
        self.cut = 0
        self._settings = settings
        self._index = index
        self._log = events
        self._closing = False

    async def serve(self, request: web.Request, following: Following) -> web.StreamResponse:
        """Streams one kind until the reader leaves, is cut off, or the gateway stops."""
        kind = following.kind
        wanted = wanted_of(request, kind, PARAMETERS)
        refuse_while_filling(following)
        if self.open >= self._settings.most_streams:
            raise ErrorAnswer(503, f"{self.open} streams are open, which is all that may be", {"Retry-After": "10"})
        self.open += 1
        response = web.StreamResponse(headers=HEADERS)
        try:
            place, reset = await self._start(request, kind)
            await response.prepare(request)
            await self._send(response, f"retry: {RETRY_MS}\nid: {cursor_of(kind, place)}\n{reset}\n".encode())
            await self._flow(response, kind, place, wanted)
        except TimeoutError:
            self.cut += 1
            if request.transport is not None:
                request.transport.abort()
        except ConnectionError:
            pass  # the reader has left
        except IndexUnavailable as error:
            if not response.prepared:
                raise
            log.warning("stream.ended", kind=kind.plural, reason=str(error))  # the reader comes again by itself
        finally:
            self.open -= 1
        return response

    async def close(self) -> None:
        """Ends every stream."""
        self._closing = True
        for kind in KINDS:
            self._index.bell(kind).ring()

    async def _start(self, request: web.Request, kind: Kind) -> tuple[Place, str]:
        """Where the stream begins, and what to say first: a cursor that leads nowhere begins anew with all there is."""
        given = request.headers.get("Last-Event-ID") or request.query.get("last_event_id")
        since = given or request.query.get("since")
        if not since:
            return await self._index.read(lambda tables: tables.positions(kind)), ""
        try:
            return await place_since(since, kind, self._index, self._log), ""
        except NoSuchPlace as error:
            if isinstance(error, NoCursor) and not given:  # a reader that comes again has no way to mend its own
                raise no_cursor(error) from error
            return await self._index.read(lambda tables: tables.oldest(kind)), (
                f"event: reset\ndata: {json.dumps({'reason': str(error)})}\n"
            )

    async def _flow(self, response: web.StreamResponse, kind: Kind, place: Place, wanted: Wanted) -> None:
        bell, now = self._index.bell(kind), asyncio.get_running_loop().time
        while not self._closing:
            heard = bell.heard
            scan = await self._index.onwards(kind, place, BATCH, wanted)
            place = scan.after
            if scan.items:
                await self._send(response, frames(kind, scan))
                self.sent += len(scan.items)
            elif not scan.more and not await bell.wait(heard, now() + self._settings.ping_seconds):
                await self._send(response, f": ping\nid: {cursor_of(kind, place)}\n\n".encode())

    async def _send(self, response: web.StreamResponse, content: bytes) -> None:
        async with asyncio.timeout(self._settings.send_seconds):
            await response.write(content)


def frames(kind: Kind, scan: Scan) -> bytes:
    """What was found, as frames."""
    return b"".join(_frame(kind, item) for item in scan.items)


def _frame(kind: Kind, item: Item) -> bytes:
    cursor = cursor_of(kind, item.after).encode()
    if item.value is None:
        left = json.dumps({"kind": kind.name, "id": item.id, "revision": item.revision})
        return b"id: %b\nevent: left\ndata: %b\n\n" % (cursor, left.encode())
    # A line break in JSON can only stand between its parts; in a frame it would end the field.
    content = item.value.replace(b"\r", b" ").replace(b"\n", b" ")
    return b"id: %b\nevent: %b\ndata: %b\n\n" % (cursor, kind.name.encode(), content)
