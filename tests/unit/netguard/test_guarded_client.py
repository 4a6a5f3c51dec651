"""Requests to a server that misbehaves end in a response or in one of two typed errors, within their limits."""

import asyncio
import tracemalloc
from collections.abc import AsyncIterator
from ipaddress import ip_network

import pytest
from tests.unit.netguard.badserver import BadServer, bad_server

from dateline.netguard import Fetched, GuardedClient, Limits, Policy, Refused, Unreachable

LOOPBACK = Policy(allowed=(ip_network("127.0.0.1/32"),))
LIMITS = Limits(seconds=30, body_bytes=1_000_000)


@pytest.fixture
async def server() -> AsyncIterator[BadServer]:
    async with bad_server() as server:
        yield server


async def fetch(url: str, limits: Limits = LIMITS, policy: Policy = LOOPBACK) -> Fetched:
    async with GuardedClient(policy, limits, "test") as client:
        return await client.fetch(url)


@pytest.mark.parametrize("path", ["ok", "many-headers", "no-reason", "utf8-header"])
async def test_odd_but_sound_responses_are_taken(server: BadServer, path: str) -> None:
    fetched = await fetch(f"http://{server.address}/{path}")
    assert (fetched.status, fetched.body) == (200, b"ok")


async def test_a_redirect_is_followed_and_the_last_url_told(server: BadServer) -> None:
    fetched = await fetch(f"http://{server.address}/near")
    assert (
        fetched.url == f"http://{server.address}/ok?q=%C3%BCn%C3%AF+code".replace("+", "%20") or "+code" in fetched.url
    )
    assert len(server.asked) == 2


@pytest.mark.parametrize(("path", "status"), [("unchanged", 304), ("gone", 410)])
async def test_other_statuses_come_back_without_a_body(server: BadServer, path: str, status: int) -> None:
    fetched = await fetch(f"http://{server.address}/{path}")
    assert (fetched.status, fetched.body) == (status, b"")


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("loop", "redirects"),
        ("far", "blocked_address"),
        ("file", "bad_url"),
        ("password", "bad_url"),
        ("nowhere", "bad_url"),
        ("endless", "too_large"),
        ("bomb", "too_large"),
        ("bomb-in-gzip", "bad_encoding"),
    ],
)
async def test_what_may_not_be_had_is_refused(server: BadServer, path: str, cause: str) -> None:
    with pytest.raises(Refused) as refused:
        await fetch(f"http://{server.address}/{path}")
    assert refused.value.cause == cause
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "path",
    [
        "bad-gzip", "brotli", "too-many-headers", "big-header", "short", "two-lengths", "bad-length",
        "bad-chunks", "garbage", "nothing",
    ],
)  # fmt: skip
async def test_broken_responses_may_be_tried_again(server: BadServer, path: str) -> None:
    with pytest.raises(Unreachable) as unreachable:
        await fetch(f"http://{server.address}/{path}")
    assert unreachable.value.cause == "protocol"
    assert "\n" not in unreachable.value.detail


@pytest.mark.parametrize("path", ["drip", "drip-headers", "silent"])
async def test_one_deadline_bounds_the_whole_request(server: BadServer, path: str) -> None:
    with pytest.raises(Unreachable) as unreachable:
        await fetch(f"http://{server.address}/{path}", Limits(seconds=0.3))
    assert unreachable.value.cause == "timeout"


async def test_a_bomb_is_cut_before_it_is_unpacked(server: BadServer) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(Refused, match="too_large"):
            await fetch(f"http://{server.address}/bomb")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 20_000_000  # it unpacks to 200 MB


async def test_no_cookie_is_kept(server: BadServer) -> None:
    async with GuardedClient(LOOPBACK, LIMITS, "test") as client:
        await client.fetch(f"http://{server.address}/cookie")
        assert len(client._session.cookie_jar) == 0


async def test_a_server_that_speaks_no_tls_or_is_not_there() -> None:
    def greet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ready\r\n")
        writer.close()

    async with await asyncio.start_server(greet, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(Unreachable) as unreachable:
            await fetch(f"https://127.0.0.1:{port}/")
    assert unreachable.value.cause == "tls"
    with pytest.raises(Unreachable) as unreachable:
        await fetch("http://127.0.0.1:1/")
    assert unreachable.value.cause == "connect"
    with pytest.raises(Unreachable) as unreachable:
        await fetch("http://no-such-host.invalid/")
    assert unreachable.value.cause == "dns"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/", "file:///etc/passwd", "gopher://example.org", "data:text/html,x", "javascript:alert(1)",
        "//example.org/", "example.org", "", "http://", "http://[::1", "http://exa\x00mple.org/",
        "http://example.org/" + "x" * 5000, "http://user@example.org/", "ftp://me:secret@example.org/",
        "http://example.org:99999/",
    ],
)  # fmt: skip
async def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(Refused) as refused:
        await fetch(url)
    assert refused.value.cause == "bad_url"
    assert "secret" not in str(refused.value)
