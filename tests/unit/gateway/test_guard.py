"""Who is answered, and with what headers."""

import socket
from pathlib import Path

import pytest
from aiohttp import web
from click import ClickException
from tests.unit.gateway.serving import Serving, serving

from dateline.cli.choice import settings_of
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


DESK = "https://desk.example"


@pytest.mark.parametrize("path", ["events", "events/nowhere", "events?type=HUG", "stream/events", "metrics"])
async def test_pages_of_named_origins_may_read_and_no_others(log: EmbeddedLog, tmp_path: Path, path: str) -> None:
    async with serving(log, tmp_path / "i.sqlite", origins=(DESK, "http://127.0.0.1:3000")) as served:
        for origin, allowed in ((DESK, DESK), ("http://127.0.0.1:3000", "http://127.0.0.1:3000"), (None, None)):
            headers = {"Origin": origin} if origin else {}
            async with served.client.get(served.gateway.address + path, headers=headers) as response:
                assert response.headers.get("Access-Control-Allow-Origin") == allowed
                assert response.headers["Vary"] == "Origin"
                assert "Access-Control-Allow-Credentials" not in response.headers
        for other in ("http://desk.example", f"{DESK}:444", f"{DESK}.evil.example", "null", "*", ""):
            async with served.client.get(served.gateway.address + path, headers={"Origin": other}) as response:
                assert "Access-Control-Allow-Origin" not in response.headers


async def test_pages_of_named_origins_may_not_write(log: EmbeddedLog, tmp_path: Path) -> None:
    async def take(request: web.Request) -> web.Response:
        return web.json_response({})

    mounted = [web.post("/articles", take)]
    async with serving(log, tmp_path / "i.sqlite", origins=(DESK,), mounted=mounted) as served:
        for method in ("POST", "OPTIONS"):
            url = served.gateway.address + "articles"
            async with served.client.request(method, url, headers={"Origin": DESK}) as response:
                assert not any(name.startswith("Access-Control") for name in response.headers)


async def test_nobody_elses_page_may_read_where_none_is_named(served: Serving) -> None:
    async with served.client.get(served.gateway.address + "events", headers={"Origin": DESK}) as response:
        assert "Access-Control-Allow-Origin" not in response.headers
        assert "Vary" not in response.headers


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


def test_origins_are_read_as_browsers_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "DATELINE_GATEWAY_ORIGINS", "https://Desk.example:443/, http://[::1]:3000,https://bücher.example"
    )

    assert GatewaySettings().origins == (DESK, "http://[::1]:3000", "https://xn--bcher-kva.example")


@pytest.mark.parametrize(
    "written",
    ["*", f"{DESK},*", "null", "desk.example", f"{DESK}/wire", f"{DESK}?a", "https://*.example", "https://a@b.example",
     "file:///wire", "app://wire", "https://a b"],
)  # fmt: skip
def test_what_is_no_origin_is_told(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_GATEWAY_ORIGINS", written)

    with pytest.raises(ClickException, match=r"DATELINE_GATEWAY_ORIGINS: .* is no origin; name each as https://desk"):
        settings_of(GatewaySettings)


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
