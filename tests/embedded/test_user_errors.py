"""Errors that a user will make: one clear line with the way out, a non-zero exit, never a traceback."""

import asyncio
import ctypes
import http.server
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.provision import contract_specs
from tests.embedded.pipeline import Started, free_port, run_arguments, state, until
from tests.unit.gateway.newsroom import event, output


def without_privilege() -> None:
    """To be called in a child before it becomes a command: even root may then write only what its mode lets it."""
    overrides = (1, 2)  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, see capabilities(7)
    for capability in overrides:
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP; others than root may not, and need not


def dateline(
    *arguments: str, env: dict[str, str] | None = None, privileged: bool = True
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dateline", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, **(env or {})},
        preexec_fn=None if privileged else without_privilege,
    )


def fails(*arguments: str, env: dict[str, str] | None = None, privileged: bool = True) -> str:
    """The one line that the command ends with."""
    result = dateline(*arguments, env=env, privileged=privileged)
    assert result.returncode not in (0, None), result.stdout
    assert "Traceback" not in result.stderr, result.stderr
    lines = [line for line in result.stderr.splitlines() if line.startswith("Error: ")]
    assert len(lines) == 1, result.stderr
    return lines[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder


def test_port_in_use(tmp_path: Path, folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said = fails("run", "--data-dir", str(tmp_path / "d"), "--folder", str(folder), "--port", port)
    assert port in said
    assert "--port" in said


def test_data_directory_of_other_files(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "letter.txt").touch()
    said = fails("run", "--data-dir", str(tmp_path), "--folder", str(folder))
    assert "letter.txt" in said
    assert "--data-dir" in said


def test_coding_a_page_as_text(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>Chad thanked Peru.</p>")
    said = fails("code", str(tmp_path / "page.html"))
    assert "dateline run --folder" in said


def test_list_that_is_none(tmp_path: Path, folder: Path) -> None:
    said = fails(*run_arguments(tmp_path / "d", folder)[2:], env={"DATELINE_FETCHER_ALLOWED_NETWORKS": "10.0.0.0/8"})
    assert "DATELINE_FETCHER_ALLOWED_NETWORKS is '10.0.0.0/8'" in said
    assert '["a", "b"]' in said


@pytest.mark.parametrize("command", ["run", "sink"])
def test_database_whose_address_is_none(command: str, tmp_path: Path) -> None:
    address = "postgresql://dateline:Sup3rSecret/x9@127.0.0.1:5432/news"
    said = fails(command, env={"DATELINE_SINK_POSTGRES": address, "DATELINE_DATA_DIR": str(tmp_path / "d")})
    assert "DATELINE_SINK_POSTGRES" in said
    assert "%2F" in said
    assert not any(part in said for part in ("Sup3rSecret", "x9", "127.0.0.1"))


@pytest.mark.parametrize(
    ("named", "environment"),
    [
        (("DATELINE_CA_FILE", "/nowhere/ca.pem", "No such file"), {"CA_FILE": "/nowhere/ca.pem"}),
        (("DATELINE_SASL_USERNAME and DATELINE_SASL_PASSWORD",), {"SECURITY_PROTOCOL": "SASL_PLAINTEXT"}),
        (("set DATELINE_SASL_PASSWORD",), {"SECURITY_PROTOCOL": "SASL_SSL", "SASL_USERNAME": "u"}),
        (("DATELINE_SESSION_SECONDS", "-3"), {"SESSION_SECONDS": "-3"}),
    ],
)
@pytest.mark.parametrize("command", [("sink",), ("topics", "list"), ("status", "--brokers", "127.0.0.1:1")])
def test_wrong_setting_of_kafka(command: tuple[str, ...], named: tuple[str, ...], environment: dict[str, str]) -> None:
    said = fails(*command, env={f"DATELINE_{name}": value for name, value in environment.items()})
    assert all(part in said for part in named), said


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    said = fails(*run_arguments(tmp_path / "d", tmp_path / "nowhere")[2:])
    assert str(tmp_path / "nowhere") in said


def test_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "news").touch()
    said = fails("run", "--data-dir", str(tmp_path / "d"), "--folder", str(tmp_path / "news"))
    assert "--folder" in said
    assert f"{tmp_path / 'news'}' is a file" in said


@pytest.fixture
def page() -> Iterator[str]:
    """The address of a server that answers every request with a page that is no feed."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = b"<html><body>Not a feed</body></html>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            return

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_feed_that_is_none(tmp_path: Path, page: str) -> None:
    said = fails(
        *("run", "--data-dir", str(tmp_path / "d"), "--feed", page, "--port", str(free_port())),
        env={"DATELINE_FETCHER_ALLOWED_NETWORKS": '["127.0.0.0/8"]'},
    )
    assert page in said
    assert "feed" in said


def test_private_address_is_not_fetched_unless_allowed(tmp_path: Path, page: str) -> None:
    said = fails("run", "--data-dir", str(tmp_path / "d"), "--feed", page, "--port", str(free_port()))
    assert f"{page}: 127.0.0.1 is not a public address" in said
    assert "DATELINE_FETCHER_ALLOWED_NETWORKS" in said


def test_data_directory_that_is_a_file(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "file").touch()
    said = fails(*run_arguments(tmp_path / "file", folder)[2:])
    assert "--data-dir" in said


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A data directory that may be read, and not written."""
    data_dir = tmp_path / "closed"
    data_dir.mkdir()
    (data_dir / "dateline.json").write_text(json.dumps({"version": 1}))

    async def fill() -> None:
        async with EmbeddedLog(data_dir) as log:
            await log.create(contract_specs(embedded=True))
            await log.append([output(event())])

    asyncio.run(fill())
    (data_dir / "locks").mkdir()
    for path in (data_dir / "log.sqlite", data_dir / "locks", data_dir):
        path.chmod(0o444 if path.is_file() else 0o555)
    yield data_dir
    data_dir.chmod(0o755)


def test_data_directory_that_cannot_be_written(closed: Path, folder: Path) -> None:
    said = fails(*run_arguments(closed, folder)[2:], privileged=False)
    assert f"cannot write to {closed}: Permission denied; run it as the owner, or name another" in said

    closed.chmod(0o755)
    said = fails(*run_arguments(closed, folder)[2:], privileged=False)
    assert f"cannot write to {closed / 'locks'}: Permission denied; run it as the owner, or name another" in said


@pytest.mark.parametrize(
    "command", [("subscribe", "events"), ("story",), ("status",), ("dead", "list"), ("dead", "replay", "--all")]
)
def test_data_directory_that_may_only_be_read(command: tuple[str, ...], closed: Path) -> None:
    said = fails(*command, "--data-dir", str(closed), privileged=False)
    assert f"{closed}: Permission denied. Only beside a running `dateline run` can it be read so" in said
    assert "or copy the directory and name the copy with --data-dir" in said


@pytest.mark.parametrize("command", [("subscribe", "events"), ("story",), ("status",), ("dead", "list")])
async def test_who_may_only_read_can_beside_who_writes(command: tuple[str, ...], closed: Path) -> None:
    for path in (closed, closed / "log.sqlite"):
        path.chmod(0o755)
    async with EmbeddedLog(closed) as log:
        await log.append([output(event("e2"))])
        for path in closed.glob("log.sqlite*"):
            path.chmod(0o444)
        closed.chmod(0o555)
        read = await asyncio.to_thread(dateline, *command, "--data-dir", str(closed), privileged=False)
    assert read.returncode == 0, read.stderr


def test_fetchers_file_that_is_no_database(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "dateline.json").write_text(json.dumps({"version": 1}))
    (tmp_path / "fetcher.sqlite").write_bytes(b"not a database" * 1_000)
    for arguments in (run_arguments(tmp_path, folder)[2:], ["status", "--data-dir", str(tmp_path)]):
        said = fails(*arguments)
        assert f"{tmp_path / 'fetcher.sqlite'} cannot be used, file is not a database" in said
        assert "move it away" in said


def test_data_directory_of_another_version(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "dateline.json").write_text(json.dumps({"version": 99}))
    assert "99" in fails(*run_arguments(tmp_path, folder)[2:])


async def test_two_runs_on_one_data_directory(tmp_path: Path, folder: Path) -> None:
    first = Started(run_arguments(tmp_path / "d", folder), tmp_path)
    try:

        async def is_up() -> bool:
            return bool(await state(tmp_path / "d"))

        await until(is_up, first)
        said = fails(*run_arguments(tmp_path / "d", folder)[2:])
    finally:
        first.kill()
    assert str(first.process.pid) in said
    assert "--data-dir" in said


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("subscribe", "evnts"), "articles, articles.enriched"),
        (("schemas", "evnts"), "articles, articles.enriched"),
        (("subscribe", "events", "--since", "yesterday-ish"), "yesterday-ish"),
        (("subscribe", "events", "--where", "type"), "NAME=VALUE"),
        (("subscribe", "events", "--where", "type=CONSLT"), "CONSULT"),
        (("subscribe", "events", "--where", "type!=CONSLT"), "CONSULT"),
        (("subscribe", "events", "--where", "type=!CONSULT"), "type!=consult"),
        (("status", "--data-dir", "/nonexistent/dateline"), "dateline run --data-dir"),
        (("code", "/nonexistent/text.txt"), "/nonexistent/text.txt"),
        (("dead", "replay"), "--all"),
    ],
)
def test_wrong_word_is_named_with_the_way_out(arguments: tuple[str, ...], named: str) -> None:
    assert named in fails(*arguments)


@pytest.mark.parametrize("level", ["warning", "debug"])
async def test_what_is_no_http_is_a_line_for_who_debugs(folder: Path, tmp_path: Path, level: str) -> None:
    arguments = run_arguments(tmp_path / "data", folder, "--log-level", level)
    place = ("127.0.0.1", int(arguments[arguments.index("--port") + 1]))
    running = Started(arguments, tmp_path)

    def answered(request: bytes) -> bytes:
        with socket.create_connection(place, timeout=10) as connection:
            connection.sendall(request)
            return connection.recv(100)

    async def is_up() -> bool:
        try:
            return answered(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").startswith(b"HTTP/1.1 200")
        except OSError:
            return False

    try:
        await until(is_up, running)
        head = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n"
        for malformed in (b"FOO / HTTP/1.1\r\n\r\n", head + b"X: " + b"x" * 9_000 + b"\r\n\r\n"):
            assert b" 400 " in answered(malformed)
        assert running.stop() == 0
    finally:
        running.kill()

    assert "Traceback" not in running.printed
    assert running.printed.count("request.malformed") == (2 if level == "debug" else 0)


@pytest.mark.parametrize("command", [("run",), ("code", "text.txt"), ("enricher",)])
def test_a_wrong_line_of_a_dictionary_is_named(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "persons-of-ours.tsv").write_text("KEN\tJane Opondo\nKenya\tJohn Opondo\n", encoding="utf-8")
    said = fails(
        *command, "--dictionary", str(tmp_path / "persons-of-ours.tsv"), env={"DATELINE_DATA_DIR": str(tmp_path / "d")}
    )
    assert "persons-of-ours.tsv:2: the first column is the country: three capitals such as KEN" in said


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("DATELINE_ENRICHER_DICTIONARIES", "persons.tsv", 'as JSON: ["a", "b"]'),
        ("DATELINE_ENRICHER_DICTIONARIES", '["nowhere.tsv"]', "nowhere.tsv: the dictionary cannot be read"),
        ("DATELINE_ENRICHER_WORKERS", "many", "DATELINE_ENRICHER_WORKERS: Input should be a valid integer"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str, named: str, tmp_path: Path) -> None:
    assert named in fails("run", env={name: value, "DATELINE_DATA_DIR": str(tmp_path / "d")})


@pytest.mark.parametrize(
    ("service", "name", "value", "said"),
    [
        ("fetcher", "DATELINE_FETCHER_FEEDS", "xx", "DATELINE_FETCHER_FEEDS is 'xx'; a list is written as JSON"),
        ("fetcher", "DATELINE_FETCHER_POLL_SECONDS", "-1", "DATELINE_FETCHER_POLL_SECONDS: Input should be greater"),
        ("gateway", "DATELINE_GATEWAY_PORT", "abc", "DATELINE_GATEWAY_PORT: Input should be a valid integer"),
    ],
)
def test_a_services_wrong_setting_is_named_as_in_the_environment(
    service: str, name: str, value: str, said: str, tmp_path: Path
) -> None:
    assert said in fails(service, "--brokers", "localhost:1", env={name: value, "DATELINE_DATA_DIR": str(tmp_path)})


@pytest.mark.parametrize("command", [("status",), ("subscribe", "events"), ("topics", "create")])
def test_a_wrong_setting_of_kafka_is_named(command: tuple[str, ...]) -> None:
    said = fails(*command, "--brokers", "localhost:1", env={"DATELINE_SECURITY_PROTOCOL": "ssl"})
    assert "DATELINE_SECURITY_PROTOCOL: Input should be 'PLAINTEXT', 'SSL'" in said


@pytest.mark.parametrize("service", ["fetcher", "gateway"])
def test_a_services_data_directory_that_cannot_be_made(service: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = fails(service, "--brokers", "localhost:1", env={"DATELINE_DATA_DIR": str(tmp_path / "file" / "d")})
    assert f"the data directory {tmp_path}/file/d: Not a directory; name another in DATELINE_DATA_DIR" in said


def test_a_services_health_port_in_use(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        environment = {"DATELINE_HEALTH_PORT": str(port), "DATELINE_DATA_DIR": str(tmp_path)}
        said = fails("fetcher", "--brokers", "localhost:1", env=environment)
    assert f"cannot answer on 127.0.0.1, port {port}: " in said
    assert said.endswith("address already in use; name others in DATELINE_HEALTH_HOST and DATELINE_HEALTH_PORT")
