"""An HTTP server that misbehaves: each path is one way to do it."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

ZEROS = bytes(1 << 20)


class BadServer:
    """Counts what it was asked for; `address` is its host and port."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.address = ""

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = await reader.readuntil(b"\r\n\r\n")
            path = request.split(b" ")[1].decode()
            self.asked.append(path)
            await self.misbehave(path.partition("?")[0].strip("/"), writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def misbehave(self, how: str, writer: asyncio.StreamWriter) -> None:
        head = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
        match how:
            case "drip":
                writer.write(head + b"\r\n")
                await self.drip(b"x", writer)
            case "drip-headers":
                writer.write(head)
                await self.drip(b"X-Drip: 1\r\n", writer)
            case "silent":
                await asyncio.Event().wait()
            case "endless":
                writer.write(head + b"\r\n")
                while True:
                    writer.write(ZEROS[:65536])
                    await writer.drain()
            case "bomb":
                writer.write(head + b"Content-Encoding: gzip\r\n\r\n")
                press = zlib.compressobj(9, zlib.DEFLATED, 31)
                writer.write(b"".join(press.compress(ZEROS) for _ in range(200)) + press.flush())
            case "bomb-in-gzip":
                body = gzip.compress(gzip.compress(ZEROS * 50))
                writer.write(head + b"Content-Encoding: gzip, gzip\r\n\r\n" + body)
            case "brotli":
                writer.write(head + b"Content-Encoding: br\r\n\r\nxyz")
            case "bad-gzip":
                writer.write(head + b"Content-Encoding: gzip\r\n\r\nnot gzip!")
            case "loop":
                self.redirect("/loop", writer)
            case "far":
                self.redirect("http://127.0.0.2/inner", writer)
            case "file":
                self.redirect("file:///etc/passwd", writer)
            case "password":
                self.redirect(f"http://me:secret@{self.address}/ok", writer)
            case "nowhere":
                self.redirect("http://[broken/", writer)
            case "near":
                self.redirect("/ok?q=ünï code#part", writer)
            case "many-headers":
                writer.write(head + b"".join(b"X-H%d: v\r\n" % n for n in range(500)) + b"\r\nok")
            case "too-many-headers":
                writer.write(head + b"".join(b"X-H%d: v\r\n" % n for n in range(1500)) + b"\r\nok")
            case "big-header":
                writer.write(head + b"X-H: " + b"v" * (2 << 20) + b"\r\n\r\nok")
            case "short":
                writer.write(head + b"Content-Length: 100\r\n\r\nok")
            case "two-lengths":
                writer.write(head + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\nok!")
            case "bad-length":
                writer.write(head + b"Content-Length: many\r\n\r\nok")
            case "bad-chunks":
                writer.write(head + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nok")
            case "garbage":
                writer.write(b"\x00\x01\x02 not http\r\n\r\n")
            case "nothing":
                pass
            case "utf8-header":
                writer.write(head + 'ETag: W/"ü"\r\n\r\nok'.encode())
            case "no-reason":
                writer.write(b"HTTP/1.1 200\r\nConnection: close\r\n\r\nok")
            case "unchanged":
                writer.write(b'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\nConnection: close\r\n\r\n')
            case "gone":
                writer.write(b"HTTP/1.1 410 Gone\r\nContent-Length: 100000000000\r\nConnection: close\r\n\r\nsorry")
            case "cookie":
                writer.write(head + b"Set-Cookie: a=b\r\n\r\nok")
            case _:
                writer.write(head + b"\r\nok")

    def redirect(self, target: str, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: " + target.encode() + b"\r\n\r\n")

    async def drip(self, drop: bytes, writer: asyncio.StreamWriter) -> None:
        while True:
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(0.01)  # not a wait of the test's: it is what a drip is


@asynccontextmanager
async def bad_server() -> AsyncIterator[BadServer]:
    """A running server on a free port of 127.0.0.1."""
    bad = BadServer()
    tasks: set[asyncio.Task[None]] = set()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        tasks.add(task)
        await bad.answer(reader, writer)

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    bad.address = f"{host}:{port}"
    try:
        yield bad
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
