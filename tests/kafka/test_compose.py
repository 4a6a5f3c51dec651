"""`docker compose up --wait`: a container per service, each with its own extra alone; events come out at the end."""

import json
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.brokers.waiting import wait_until

pytestmark = [pytest.mark.kafka, pytest.mark.postgres, pytest.mark.soak]
CHECKOUT = Path(__file__).parents[2]
ALONE = {
    "fetcher": ("faust", "asyncpg", "numpy"),
    "enricher": ("asyncpg", "trafilatura", "feedparser"),
    "corroborator": ("faust", "asyncpg", "trafilatura", "aiohttp", "numpy"),
    "sink": ("faust", "trafilatura", "aiohttp", "numpy"),
    "gateway": ("faust", "asyncpg", "trafilatura", "numpy"),
}
"""For each service some of what only others need."""


def compose(*arguments: str) -> str:
    command = ["docker", "compose", "--project-name", "dateline-test", *arguments]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def stack() -> Iterator[None]:
    if shutil.which("docker") is None or subprocess.run(["docker", "info"], capture_output=True).returncode:
        pytest.skip("needs Docker with compose")
    try:
        compose("up", "--build", "--wait")
        yield
    finally:
        compose("down", "--volumes")


@pytest.mark.usefixtures("stack")
def test_events_arrive_in_postgres_and_at_the_gateway() -> None:
    def count() -> int:
        asked = "select count(*) from dateline.event where is_live"
        return int(compose("exec", "-T", "postgres", "psql", "-U", "dateline", "-tAc", asked))

    wait_until(lambda: count() > 20, "events are in PostgreSQL")
    with urllib.request.urlopen("http://127.0.0.1:8420/events?limit=5", timeout=10) as answer:
        assert len(json.load(answer)["items"]) == 5


@pytest.mark.usefixtures("stack")
@pytest.mark.parametrize("service", ALONE)
def test_an_image_holds_only_what_its_service_needs_and_is_nobody_special(service: str) -> None:
    look = "import importlib.util as u, os, sys; print(os.getuid(), *(n for n in sys.argv[1:] if u.find_spec(n)))"
    told = compose("exec", "-T", service, "python", "-c", look, *ALONE[service]).split()
    assert told == ["10001"]
