"""GET requests to untrusted servers."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

from dateline.netguard.errors import Refused, Unreachable
from dateline.netguard.policy import Blocked, Policy, guarded_connector

REDIRECTS = frozenset({301, 302, 303, 307, 308})
URL_LENGTH = 4096
HEADER_COUNT = 1_000  # real feeds send some hundreds
HEADER_BYTES = 64 * 1024
ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})


@dataclass(frozen=True)
class Limits:
    """What one request may take, redirects included. Bytes are counted after decompression."""

    seconds: float = 30
    body_bytes: int = 10 * 1024 * 1024
    redirects: int = 5


@dataclass(frozen=True)
class Fetched:
    """A response, whatever its status; the body is read only where that is 200."""

    status: int
    url: str
    """Where the last redirect led."""
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes


class GuardedClient:
    """Fetches what the policy allows, within limits. Use it as a context."""

    def __init__(self, policy: Policy, limits: Limits, user_agent: str) -> None:
        self._policy = policy
        self._limits = limits
        self._user_agent = user_agent

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            connector=guarded_connector(self._policy),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self._user_agent, "Accept-Encoding": "gzip, deflate"},
            timeout=aiohttp.ClientTimeout(total=None),  # one deadline over all hops, below
            max_headers=HEADER_COUNT,
            max_field_size=HEADER_BYTES,
            max_line_size=HEADER_BYTES,
            trust_env=False,  # a proxy would be dialled in the server's stead
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Fetched:
        """GET `url`, following redirects; raises Refused or Unreachable."""
        try:
            async with asyncio.timeout(self._limits.seconds):
                return await self._follow(web_url(url), headers or {})
        except TimeoutError:
            raise Unreachable("timeout", f"{url} took more than {self._limits.seconds:g} s") from None
        except aiohttp.ClientConnectorError as error:
            raise _not_connected(url, error) from None
        except aiohttp.InvalidURL as error:
            raise Refused("bad_url", f"{url}: {error}") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            # aiohttp lets a ValueError through for some headers that no server should send.
            raise Unreachable("protocol", f"{url}: {_one_line(error)}") from None

    async def _follow(self, url: URL, headers: Mapping[str, str]) -> Fetched:
        for _ in range(self._limits.redirects + 1):
            async with self._session.get(url, headers=headers, allow_redirects=False) as response:
                location = response.headers.get("Location")
                if response.status not in REDIRECTS or not location:
                    return await self._read(url, response)
            target = web_url(location, base=url)
            if url.scheme == "https" and target.scheme == "http":
                raise Refused("downgrade", f"{url} redirects to {target}, which is not encrypted")
            url = target
        raise Refused("redirects", f"more than {self._limits.redirects} redirects, the last to {url}")

    async def _read(self, url: URL, response: aiohttp.ClientResponse) -> Fetched:
        headers = {name.lower(): value for name, value in response.headers.items()}
        body = bytearray()
        if response.status == 200:
            encoding = headers.get("content-encoding", "").strip().lower()
            if encoding not in ENCODINGS:
                raise Refused("bad_encoding", f"{url} sends content-encoding {encoding!r}, which was not asked for")
            async for piece in response.content.iter_any():
                body += piece
                if len(body) > self._limits.body_bytes:
                    raise Refused("too_large", f"{url} is larger than {self._limits.body_bytes} bytes")
        return Fetched(response.status, str(url), headers, bytes(body))


def web_url(text: str, base: URL | None = None) -> URL:
    """`text` as an http(s) URL, resolved against `base`; raises Refused("bad_url") for what is none."""
    shown = text[:200]
    try:
        url = URL(text.strip()) if base is None else base.join(URL(text.strip()))
        url = url.with_fragment(None)
        length = len(str(url).encode())
    except (ValueError, TypeError) as error:
        raise Refused("bad_url", f"{shown!r}: {_one_line(error)}") from None
    if url.user is not None or url.password is not None:
        raise Refused("bad_url", f"a URL on {url.host} holds a user name or password; those are not sent")
    if url.scheme not in ("http", "https") or not url.host:
        raise Refused("bad_url", f"{shown!r} is no http or https URL")
    if length > URL_LENGTH or "\x00" in text:
        raise Refused("bad_url", f"{shown!r} is longer than {URL_LENGTH} bytes or holds a NUL")
    return url


def _not_connected(url: str, error: aiohttp.ClientConnectorError) -> Refused | Unreachable:
    if isinstance(error, aiohttp.ClientSSLError):
        return Unreachable("tls", f"{url}: {_one_line(error)}")
    if isinstance(error.os_error, Blocked):
        return Refused(error.os_error.cause, f"{url}: {error.os_error.detail}")
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Unreachable("dns", f"{url}: {_one_line(error)}")
    return Unreachable("connect", f"{url}: {_one_line(error)}")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__
