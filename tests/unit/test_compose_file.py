"""What docker-compose.yml grants: no rights to a service of ours, and no port to other machines."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    command = ["docker", "compose", "config", "--format", "json"]
    try:
        done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=60)
    except OSError:
        pytest.skip("needs docker compose, though no Docker that runs")
    if done.returncode:
        pytest.skip(f"needs docker compose: {done.stderr[-200:]}")
    read: dict[str, Any] = json.loads(done.stdout)["services"]
    return read


def test_services_of_ours_have_no_rights_and_gain_none(services: dict[str, Any]) -> None:
    ours = {name: service for name, service in services.items() if "build" in service}
    assert {"topics", "fetcher", "enricher", "corroborator", "sink", "gateway"} == ours.keys()
    for service in ours.values():
        assert service.get("cap_drop") == ["ALL"]
        assert service.get("security_opt") == ["no-new-privileges:true"]
        assert not service.keys() & {"privileged", "cap_add", "user", "network_mode", "pid"}


def test_ports_are_on_loopback_alone(services: dict[str, Any]) -> None:
    published = [port for service in services.values() for port in service.get("ports", ())]
    assert {port["host_ip"] for port in published} == {"127.0.0.1"}
