"""The confined function: one line of JSON that says what it is, then the bytes.

The libraries are loaded here, when the child starts, so that no page pays for it with its time.
"""

import json

from dateline.fetcher.reading.feeds import read_feed
from dateline.fetcher.reading.newsfiles import read_news_file
from dateline.fetcher.reading.pages import read_page
from dateline.fetcher.reading.shapes import Feed, Page


def read(payload: bytes) -> bytes:
    """The feed or page as JSON; raises ValueError for bytes that are none."""
    head, _, body = payload.partition(b"\n")
    said = json.loads(head)
    result: Feed | Page
    match said["source"]:
        case "page":
            result = read_page(body, said["url"])
        case "feed":
            result = read_feed(body, said["url"], said["content_type"])
        case _:
            result = read_news_file(body)
    return result.model_dump_json().encode()
