"""Fixtures: one broker and one database for the whole session, and those that a test has for itself."""

import uuid
from collections.abc import Iterator

import asyncpg
import pytest

from tests.brokers.kafka import Broker, find_kafka
from tests.brokers.postgres import find_postgres


@pytest.fixture(scope="session")
def kafka() -> Iterator[str]:
    """The address of a broker that all tests share: topics and groups need names of their own."""
    broker = find_kafka(own=False)
    yield broker.address
    broker.close()


@pytest.fixture(scope="module")
def own_kafka() -> Iterator[Broker]:
    """A broker that the module's tests may kill and start again."""
    broker = find_kafka(own=True)
    yield broker
    broker.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server that all tests share: each makes a database of its own."""
    database = find_postgres()
    yield database.dsn
    database.close()


@pytest.fixture
async def database(postgres: str) -> str:
    """The address of an empty database."""
    return await new_database(postgres)


async def new_database(server: str) -> str:
    """Makes an empty database at the server; gives its address."""
    name = f"t{uuid.uuid4().hex[:12]}"
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(f'create database "{name}"')
    finally:
        await connection.close()
    return f"{server.rpartition('/')[0]}/{name}"
