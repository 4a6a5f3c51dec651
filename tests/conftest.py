"""What all tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from dateline import telemetry
from dateline.corroborator.state import state

pytest_plugins = ["tests.brokers.fixtures"]

# A busy machine is no fault of the code: speed is for the benchmarks.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


@pytest.fixture(scope="session", autouse=True)
def _plain_logs() -> None:
    telemetry.configure("warning", as_json=True)


@pytest.fixture(scope="session")
def uncompiled() -> None:
    """For a test that patches a module which `make compiled` turns into machine code: there it is skipped."""
    if not str(state.__file__).endswith(".py"):
        pytest.skip("patches what is compiled here; `make source` first")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with benchmark cases and seeds beside the checkout; a test that needs it is skipped without."""
    folder = Path(os.environ.get("DATELINE_SHARED", Path(__file__).parents[2] / "shared"))
    if not folder.is_dir():
        pytest.skip(f"needs {folder} (or $DATELINE_SHARED)")
    return folder
