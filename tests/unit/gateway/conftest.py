"""An embedded log of its own for each test, and a gateway over it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.unit.gateway.serving import Serving, embedded, serving

from dateline.eventlog.embedded import EmbeddedLog


@pytest.fixture
async def log(tmp_path: Path) -> AsyncIterator[EmbeddedLog]:
    async with embedded(tmp_path / "log") as log:
        yield log


@pytest.fixture
async def served(log: EmbeddedLog, tmp_path: Path) -> AsyncIterator[Serving]:
    async with serving(log, tmp_path / "index.sqlite") as served:
        yield served
