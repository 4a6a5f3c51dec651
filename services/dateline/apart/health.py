"""`/healthz` and `/readyz` for services that have no web server, and need none for this."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

REQUEST_SECONDS = 5.0


@asynccontextmanager
async def health(host: str, port: int | None, reasons: Callable[[], list[str]]) -> AsyncIterator[int | None]:
    """Answers as long as it is entered; gives the port. `reasons` are why the service cannot be relied on now."""
    if port is None:
        yield None
        return

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            async with asyncio.timeout(REQUEST_SECONDS):
                request = await reader.readuntil(b"\r\n\r\n")
                writer.write(_answer(request, reasons()))
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, host, port)
    async with server:
        yield int(server.sockets[0].getsockname()[1])


def _answer(request: bytes, reasons: list[str]) -> bytes:
    path = request.split(b" ", 2)[1] if request.count(b" ") >= 2 else b""
    if path == b"/healthz":
        status, content = "200 OK", {"alive": True}
    elif path == b"/readyz":
        status = "503 Service Unavailable" if reasons else "200 OK"
        content = {"ready": not reasons, "reasons": reasons}  # type: ignore[dict-item]
    else:
        status, content = "404 Not Found", {}
    body = json.dumps(content).encode()
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return f"{head}Connection: close\r\n\r\n".encode() + body
