"""Each service starts with its own extra alone installed: what only others need is not asked for."""

import importlib.metadata
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from tests.brokers.ports import free_port
from tests.kafka.processes import Service
from tests.kafka.test_compose import ALONE

ROOT = Path(__file__).parents[2]
# Python runs a module of this name first, in the service and in its children.
SITECUSTOMIZE = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in NAMES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
"""


def needed(extra: str) -> set[str]:
    """The distributions that `dateline[extra]` brings, by name in lower case."""
    found: set[tuple[str, frozenset[str]]] = set()
    left = {("dateline", frozenset({extra}))}
    while left:
        found.add(at := left.pop())
        for line in importlib.metadata.requires(at[0]) or ():
            asked = Requirement(line)
            if any(asked.marker is None or asked.marker.evaluate({"extra": e}) for e in (*at[1], "")):
                left |= {(asked.name.lower(), frozenset(asked.extras))} - found
    return {name for name, _ in found}


def others(extra: str) -> set[str]:
    """The modules here that `dateline[extra]` would not have brought."""
    mine = {name.replace("_", "-") for name in needed(extra)}
    places = importlib.metadata.packages_distributions()
    return {
        module
        for module, owners in places.items()
        if not {owner.lower().replace("_", "-") for owner in owners} & mine and not module.startswith("_")
    }


def at_nobody(name: str, folder: Path, python: str = sys.executable) -> tuple[Service, str]:
    nobody = f"127.0.0.1:{free_port()}"
    return Service(name, nobody, folder, python=python, FETCHER_FOLDER=folder, SINK_FOLDER=folder / "sink"), nobody


@pytest.mark.parametrize("name", ALONE)
def test_a_service_imports_nothing_outside_its_extra(
    name: str, tmp_path: Path, started: list[Service], monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = others(name)
    assert set(ALONE[name]) <= missing
    (tmp_path / "sitecustomize.py").write_text(f"NAMES = {missing!r}\n{SITECUSTOMIZE}")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    service, nobody = at_nobody(name, tmp_path)
    started.append(service)
    service.until_not_ready(f"nobody listens at {nobody}")
    # What it starts only when a broker has answered.
    later = {
        "enricher": "from dateline.eventlog.faust import drive; from dateline.enricher import coding",
        "corroborator": "import dateline.corroborator.stage",
        "sink": "import dateline.sink.postgres",
        "fetcher": "import trafilatura, feedparser",
        "gateway": "import dateline.gateway",
    }
    subprocess.run([sys.executable, "-c", later[name]], check=True, timeout=60)


@pytest.mark.soak
@pytest.mark.parametrize("name", ALONE)
def test_a_service_starts_where_only_its_extra_is_installed(name: str, tmp_path: Path, started: list[Service]) -> None:
    uv = str(Path(sys.executable).with_name("uv"))
    python = tmp_path / "venv" / "bin" / "python"
    install = [uv, "pip", "install", "-q", "--python", str(python), "-c", "requirements.lock", f".[{name}]"]
    for command in ([uv, "venv", "-q", "--python", sys.executable, str(tmp_path / "venv")], install):
        subprocess.run(command, cwd=ROOT, check=True, timeout=300)
    for module in ALONE[name]:
        look = f"import importlib.util as u, sys; sys.exit(u.find_spec({module!r}) is not None)"
        subprocess.run([python, "-c", look], check=True, timeout=60)
    service, nobody = at_nobody(name, tmp_path, str(python))
    started.append(service)
    service.until_not_ready(f"nobody listens at {nobody}")
