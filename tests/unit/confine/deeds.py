"""What the confined child is told to do in the tests: each deed is one way to end."""

import ctypes
import os
import sys
import time
from typing import NoReturn

weights: list[str] = []
leaked: list[bytearray] = []


def load(told: bytes = b"nothing") -> None:
    weights.append(f"loaded, told {told.decode()}")


def fail_to_load() -> NoReturn:
    raise FileNotFoundError("weights.bin")


def die_loading() -> NoReturn:
    os._exit(3)


def hang_loading() -> None:
    time.sleep(3600)


def do(payload: bytes) -> bytes:
    """Do what the payload's first word says."""
    deed, _, rest = payload.partition(b" ")
    match deed:
        case b"echo":
            return rest
        case b"weights":
            return ",".join(weights).encode()
        case b"pid":
            return str(os.getpid()).encode()
        case b"hang":
            time.sleep(3600)
        case b"spin":
            while True:
                pass
        case b"exit":
            os._exit(7)
        case b"quit":
            sys.exit("I quit")
        case b"segfault":
            ctypes.string_at(0)
        case b"eat":
            hoard = []
            while True:
                hoard.append(bytearray(10_000_000))
        case b"raise":
            raise ValueError(rest.decode())
        case b"recurse":
            return do(payload) + b"!"
        case b"big":
            return bytes(int(rest))
        case b"print":
            print("to stdout " * 100_000)
            return b"printed"
        case b"read":
            return sys.stdin.read().encode() + b"nothing there"
        case b"forge":  # frames written straight to whatever descriptor may be the pipe
            for descriptor in range(3, 20):
                try:
                    os.write(descriptor, b"\xff" * 5)
                except OSError:
                    continue
        case b"env":
            return os.environ.get(rest.decode(), "").encode()
        case b"leak":
            leaked.append(bytearray(100_000_000))
            return b"leaked"
        case b"text":
            return "not bytes"  # type: ignore[return-value]
    return b""
