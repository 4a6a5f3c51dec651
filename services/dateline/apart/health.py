"""`/healthz`, `/readyz` and `/metrics` for services that have no web server, and need none for this."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from dateline.telemetry.metrics import CONTENT_TYPE, Measures, exposition

REQUEST_SECONDS = 5.0
JSON = "application/json"


class HealthError(Exception):
    """Nobody can be answered there; the message is one line with the way out."""


@asynccontextmanager
async def health(
    host: str, port: int | None, reasons: Callable[[], list[str]], measures: Measures
) -> AsyncIterator[int | None]:
    """Answers as long as it is entered; gives the port. `reasons` are why the service cannot be relied on now,
    `measures` what it has counted. Raises HealthError."""
    if port is None:
        yield None
        return

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            async with asyncio.timeout(REQUEST_SECONDS):
                request = await reader.readuntil(b"\r\n\r\n")
                writer.write(_answer(request, reasons, measures))
                await writer.drain()
        writer.close()

    try:
        server = await asyncio.start_server(serve, host, port)
    except OSError as error:
        way_out = "name others in DATELINE_HEALTH_HOST and DATELINE_HEALTH_PORT"
        raise HealthError(f"cannot answer on {host}, port {port}: {error.strerror or error}; {way_out}") from error
    async with server:
        yield int(server.sockets[0].getsockname()[1])


def _answer(request: bytes, reasons: Callable[[], list[str]], measures: Measures) -> bytes:
    path = request.split(b" ", 2)[1] if request.count(b" ") >= 2 else b""
    if path == b"/metrics":
        return _response("200 OK", CONTENT_TYPE, exposition([measures]))
    if path == b"/healthz":
        return _response("200 OK", JSON, json.dumps({"alive": True}).encode())
    if path == b"/readyz":
        given = reasons()
        content = json.dumps({"ready": not given, "reasons": given}).encode()
        return _response("503 Service Unavailable" if given else "200 OK", JSON, content)
    return _response("404 Not Found", JSON, b"{}")


def _response(status: str, content_type: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n"
    return f"{head}Connection: close\r\n\r\n".encode() + body
