"""What goes over the pipes between parent and child: one byte of kind, four of length, the content."""

import struct
from enum import IntEnum
from typing import BinaryIO

HEADER = struct.Struct(">BI")


class Kind(IntEnum):
    """What a frame says. The parent says only REQUEST."""

    REQUEST = 1
    """The first tells the child what it needs to start; it may be empty."""
    READY = 2
    """Imported and initialised; the first frame of a child that can work."""
    UNREADY = 3
    """Could not be; the content is the reason."""
    RESULT = 4
    RAISED = 5
    """The function raised; the content is the error's type, message and place."""
    OUT_OF_MEMORY = 6
    """The function met the memory limit; the child ends after saying so."""


def frame(kind: Kind, content: bytes) -> bytes:
    """The frame as bytes."""
    return HEADER.pack(kind, len(content)) + content


def read_request(pipe: BinaryIO) -> bytes | None:
    """The next request's content; None when the parent has closed its end or is gone."""
    header = pipe.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    _, length = HEADER.unpack(header)
    content = pipe.read(length)
    return content if len(content) == length else None
