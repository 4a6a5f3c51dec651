"""Hosts: which one a URL names, and the distance in time that requests to one keep."""

import asyncio
from collections import OrderedDict
from urllib.parse import urlsplit

HOSTS = 10_000  # remembered; who was asked longest ago may be asked at once


def host_of(url: str | None) -> str:
    """The URL's host; empty for what is no URL."""
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def authority_of(url: str) -> str:
    """What stands between the URL's scheme and its path: host and port, and who asks where it says so."""
    try:
        return urlsplit(url.strip()).netloc
    except ValueError:
        return ""


class HostTurns:
    """Gives each request to a host its time, so many seconds after the one before it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._free_at: OrderedDict[str, float] = OrderedDict()

    async def turn(self, url: str) -> None:
        """Wait until the URL's host may be asked."""
        host = host_of(url)
        now = asyncio.get_running_loop().time()
        start = max(now, self._free_at.get(host, now))
        self._free_at[host] = start + self._seconds
        self._free_at.move_to_end(host)
        if len(self._free_at) > HOSTS:
            self._free_at.popitem(last=False)
        await asyncio.sleep(start - now)
