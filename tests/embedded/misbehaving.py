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
            eaten.append(bytes(64 * 2**20))  # not touched: a slow machine needs seconds to write a gibibyte
    if title == "bug":
        raise ValueError("a bug")
    return code(payload)
