"""The child's program: `python -m dateline.confine.child FUNCTION INITIALISE PARENT MEMORY_BYTES WALL_SECONDS`."""

import importlib
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from dateline.confine.frames import Kind, frame, read_request
from dateline.confine.limits import alarm_after, end_with, limit_memory

MESSAGE_LENGTH = 1_000
GRACE_SECONDS = 1.0  # the parent's own limit comes first, and can say more


def main(function: str, initialise: str, parent: str, memory_bytes: str, wall_seconds: str) -> None:
    """Serve calls of `function` until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with(int(parent))
    limit_memory(int(memory_bytes))
    requests, replies = claim_pipes()
    told = read_request(requests)
    try:
        work = named(function)
        if initialise:
            named(initialise)(*([told] if told else []))
    except Exception as error:
        reply(replies, Kind.UNREADY, described(error))
        return
    reply(replies, Kind.READY, b"")
    serve(work, requests, replies, float(wall_seconds))


def claim_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take stdin and stdout for the frames; what the work prints goes to stderr."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, replies


def named(name: str) -> Callable[..., Any]:
    """The function that `module:function` names."""
    module, _, attribute = name.partition(":")
    function: Callable[..., Any] = getattr(importlib.import_module(module), attribute)
    return function


def serve(work: Callable[[bytes], bytes], requests: BinaryIO, replies: BinaryIO, wall_seconds: float) -> None:
    """Answer each request with one frame."""
    while (request := read_request(requests)) is not None:
        alarm_after(wall_seconds + GRACE_SECONDS)
        kind, content = outcome(work, request)
        del request
        reply(replies, kind, content)
        if kind is Kind.OUT_OF_MEMORY:
            return
        alarm_after(0)


def outcome(work: Callable[[bytes], bytes], request: bytes) -> tuple[Kind, bytes]:
    """What came of one request."""
    try:
        result = work(request)
        if not isinstance(result, bytes):
            raise TypeError(f"a confined function returns bytes, not {type(result).__name__}")
    except MemoryError:
        return Kind.OUT_OF_MEMORY, b""
    except Exception as error:
        return Kind.RAISED, described(error)
    return Kind.RESULT, result


def described(error: Exception) -> bytes:
    """The error's type and message, and the line that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {str(error)[:MESSAGE_LENGTH]}{place}".encode(errors="replace")


def reply(replies: BinaryIO, kind: Kind, content: bytes) -> None:
    """Write one frame at once."""
    replies.write(frame(kind, content))
    replies.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
