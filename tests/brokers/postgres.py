"""A real PostgreSQL for the tests: the environment's, else in Docker, else from the machine's own programs."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.brokers.engine import docker_is_missing
from tests.brokers.missing import first_that_works
from tests.brokers.ports import free_port
from tests.brokers.waiting import wait_until

ADDRESS = "DATELINE_TEST_POSTGRES"
INSTALLED = Path("/usr/lib/postgresql")
OLDEST = 15
IMAGE = "postgres:17"


@dataclass(frozen=True)
class Database:
    """A server's address, and how it is ended."""

    dsn: str
    close: Callable[[], None]


def find_postgres() -> Database:
    return first_that_works(
        "PostgreSQL", {f"${ADDRESS}": from_environment, "Docker": in_docker, "the machine's": from_programs}
    )


def from_environment() -> Database | str:
    dsn = os.environ.get(ADDRESS)
    return Database(dsn, lambda: None) if dsn else "not set"


def in_docker() -> Database | str:
    os.environ.setdefault("TESTCONTAINERS_RYUK_DISABLED", "true")  # the fixtures stop their own
    from testcontainers.core.container import DockerContainer

    if missing := docker_is_missing():
        return missing
    container = DockerContainer(IMAGE).with_exposed_ports(5432).with_env("POSTGRES_PASSWORD", "dateline")
    container.start()
    try:
        dsn = (
            f"postgresql://postgres:dateline@{container.get_container_host_ip()}"
            f":{container.get_exposed_port(5432)}/postgres"
        )
        # The image starts the server twice: first to prepare it, with no port.
        asking = ["pg_isready", "-h", "127.0.0.1", "-U", "postgres"]
        wait_until(lambda: container.exec(asking).exit_code == 0, "PostgreSQL has started")
    except BaseException:
        container.stop()
        raise
    return Database(dsn, container.stop)


def from_programs() -> Database | str:
    found = sorted((int(folder.name) for folder in INSTALLED.glob("*") if folder.name.isdigit()), reverse=True)
    if not found or found[0] < OLDEST:
        return f"no PostgreSQL {OLDEST} or newer in {INSTALLED}"
    programs = INSTALLED / str(found[0]) / "bin"
    folder = Path(tempfile.mkdtemp(prefix="dateline-postgres-"))
    port = free_port()
    # It refuses to run as root.
    user = {"user": "postgres"} if os.geteuid() == 0 else {}
    if user:
        shutil.chown(folder, "postgres")

    def run(*command: str | Path) -> None:
        subprocess.run([*map(str, command)], check=True, capture_output=True, cwd=folder, **user)  # type: ignore[call-overload]

    run(programs / "initdb", "-D", folder / "data", "-U", "postgres", "--auth=trust", "-E", "UTF8")
    options = f"-p {port} -k {folder} -h 127.0.0.1"
    run(programs / "pg_ctl", "-D", folder / "data", "-o", options, "-l", folder / "log", "-w", "start")

    def close() -> None:
        run(programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)

    return Database(f"postgresql://postgres@127.0.0.1:{port}/postgres", close)
