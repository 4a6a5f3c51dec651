"""Who is answered, and with what headers."""

import socket
from pathlib import Path

import pytest
from aiohttp import web
from tests.unit.gateway.serving import Serving, serving

from dateline.eventlog.embedded import EmbeddedLog
from dateline.gateway import Gateway, GatewayError, GatewaySettings
from dateline.gateway.guard import is_loopback


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8420", "127.0.0.1.evil.example", "[::2]", "a b", ""])
async def test_a_foreign_host_name_is_refused(served: Serving, host: str) -> None:
    for path in ("/events", "/stream/events", "/", "/static/page.js"):
        refusal = await served.get(path, expected=421, Host=host)
        assert "host name" in refusal["error"]


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:8420", "[::1]:8420", "wire.example"])
async def test_the_loopbacks_own_names_and_those_that_were_named_are_answered(
    log: EmbeddedLog, tmp_path: Path, host: str
) -> None:
    async with serving(log, tmp_path / "i.sqlite", hosts=("Wire.example",)) as served:
        await served.get("/events", Host=host)


@pytest.mark.parametrize(("hosts", "refused"), [((), False), (("wire.example",), True)])
async def test_on_all_addresses_names_are_looked_at_where_some_are_given(
    log: EmbeddedLog, tmp_path: Path, hosts: tuple[str, ...], refused: bool
) -> None:
    async with serving(log, tmp_path / "i.sqlite", host="0.0.0.0", hosts=hosts) as served:
        for known in ("localhost:8420", "127.0.0.1:8420", "wire.example"):
            await served.get("/events", Host=known)
        await served.get("/events", expected=421 if refused else 200, Host="evil.example:8420")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_it_can_only_be_read(served: Serving, method: str) -> None:
    async with served.client.request(method, served.gateway.address + "events") as response:
        assert response.status == 405
        assert (await response.json())["error"] == f"/events takes GET, HEAD, not {method}"


async def test_every_answer_forbids_a_browser_to_run_or_guess_anything(served: Serving) -> None:
    for path in ("", "story/s1", "events", "stream/events", "nowhere", "static/page.js"):
        async with served.client.get(served.gateway.address + path) as response:
            policy = response.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert "Access-Control-Allow-Origin" not in response.headers


async def test_streams_are_neither_stored_nor_held_back(served: Serving) -> None:
    async with served.client.get(served.gateway.address + "stream/events") as response:
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Accel-Buffering"] == "no"
        assert response.content_type == "text/event-stream"


async def test_pages_hold_no_script_and_no_style_of_their_own(served: Serving) -> None:
    for path in ("", "story/s1"):
        async with served.client.get(served.gateway.address + path) as response:
            page = await response.text()
        assert "<style" not in page
        assert " style=" not in page
        assert page.count("<script") == page.count('<script type="module" src="/static/')


async def test_an_unchanged_file_is_not_sent_again(served: Serving) -> None:
    url = served.gateway.address + "static/style.css"
    async with served.client.get(url) as first:
        tag = first.headers["ETag"]
    async with served.client.get(url, headers={"If-None-Match": tag}) as again:
        assert again.status == 304


@pytest.mark.parametrize("written", ["wire.example, desk.example,", '["wire.example", "desk.example"]'])
def test_host_names_are_read_from_the_environment(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_GATEWAY_HOSTS", written)

    assert GatewaySettings().hosts == ("wire.example", "desk.example")


async def test_a_port_in_use_is_told_in_one_line(log: EmbeddedLog, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            GatewayError, match=f"port {port} on 127.0.0.1 is in use; name another in DATELINE_GATEWAY_PORT"
        ):
            async with Gateway(GatewaySettings(port=port, index=tmp_path / "i.sqlite"), log):
                pass


async def test_an_index_that_cannot_be_written_is_told_in_one_line(log: EmbeddedLog, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(GatewayError, match="name another file in DATELINE_GATEWAY_INDEX"):
        async with Gateway(GatewaySettings(port=0, index=tmp_path / "file" / "i.sqlite"), log):
            pass


async def test_others_are_served_on_the_same_port(log: EmbeddedLog, tmp_path: Path) -> None:
    async def take(request: web.Request) -> web.Response:
        return web.json_response({"taken": await request.text()})

    async def refuse(request: web.Request) -> web.Response:
        raise web.HTTPForbidden(text='{"error": "not from there"}', content_type="application/json")

    mounted = [web.post("/articles", take), web.post("/refused", refuse)]
    async with serving(log, tmp_path / "i.sqlite", mounted=mounted) as served:
        async with served.client.post(served.gateway.address + "articles", data="news") as response:
            assert await response.json() == {"taken": "news"}
        async with served.client.post(served.gateway.address + "refused") as response:
            assert (response.status, await response.json()) == (403, {"error": "not from there"})
        await served.get("/articles")


@pytest.mark.parametrize(
    ("host", "answer"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("a.b", False)],
)
def test_loopback_is_known_by_its_address(host: str, answer: bool) -> None:
    assert is_loopback(host) is answer
