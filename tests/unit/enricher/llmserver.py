"""A language model's endpoint that is none: it answers what the test says, and lies, stalls and breaks as told."""

import http.server
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Reply = Callable[[http.server.BaseHTTPRequestHandler], None]


class Model(http.server.ThreadingHTTPServer):
    """Answers each request with the next reply, the last one again and again; keeps what it was asked."""

    daemon_threads = True

    def __init__(self, replies: list[Reply]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies = replies
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.paths: list[str] = []
        self.released = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class Handler(http.server.BaseHTTPRequestHandler):
    server: Model

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        assert self.path.startswith("/v1/chat/completions")
        self.server.paths.append(self.path)
        self.server.asked.append(json.loads(body))
        self.server.keys.append(self.headers["Authorization"])
        replies = self.server.replies
        try:
            (replies.pop(0) if len(replies) > 1 else replies[0])(self)
        except (BrokenPipeError, ConnectionResetError):
            return

    def log_message(self, format: str, *args: object) -> None:
        return


def says(content: str) -> Reply:
    """The model's words, in the endpoint's form."""
    return raw(200, json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode())


def raw(status: int, body: bytes = b"") -> Reply:
    def reply(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.send_header("Location", "http://127.0.0.1:9/elsewhere")
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def stalls(handler: http.server.BaseHTTPRequestHandler) -> None:
    """Begins an answer and never ends it."""
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(b"{")
    handler.wfile.flush()
    assert isinstance(handler.server, Model)
    handler.server.released.wait(60)


def floods(handler: http.server.BaseHTTPRequestHandler) -> None:
    """Answers without end."""
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b" " * 65_536)


@contextmanager
def model(*replies: Reply) -> Iterator[Model]:
    with Model(list(replies)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.released.set()
            server.shutdown()
            thread.join()
