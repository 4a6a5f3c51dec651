"""What the tests over a real Kafka share."""

from collections.abc import Iterator

import pytest
from tests.kafka.processes import Service


@pytest.fixture
def started() -> Iterator[list[Service]]:
    """Services of a test, killed at its end."""
    services: list[Service] = []
    yield services
    for service in services:
        service.kill()
