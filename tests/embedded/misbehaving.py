"""A coder that hangs, crashes, eats memory or raises where the article's title says so."""

import os
import signal
import threading

from dateline.enricher.coding import code_bytes as code
from dateline_schemas import Article


def code_bytes(payload: bytes) -> bytes:
    title = Article.model_validate_json(payload).title
    if title == "hang":
        threading.Event().wait()
    if title == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if title == "eat":
        eaten = []
        while True:
            eaten.append(bytearray(64 * 2**20))
    if title == "bug":
        raise ValueError("a bug")
    return code(payload)
