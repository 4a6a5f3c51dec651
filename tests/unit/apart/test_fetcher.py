"""The fetcher apart says at once, and keeps saying, that its log is away."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import ClientConnectionError, ClientSession
from tests.brokers.ports import free_port
from tests.brokers.waiting import until

from dateline.apart.services import fetcher
from dateline.apart.settings import ServiceSettings
from dateline.eventlog.kafka import KafkaSettings


async def test_what_is_pushed_while_kafka_is_away_is_turned_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody, port = f"127.0.0.1:{free_port()}", free_port()
    monkeypatch.setenv("DATELINE_FETCHER_PUSH_PORT", str(port))
    running = asyncio.create_task(fetcher(KafkaSettings(brokers=nobody), ServiceSettings(data_dir=tmp_path)))
    async with ClientSession() as session:

        async def is_up() -> bool:
            with suppress(ClientConnectionError):
                return (await session.get(f"http://127.0.0.1:{port}/articles")).status == 405
            return False

        try:
            await until(is_up, "the fetcher listens")
            async with asyncio.timeout(30):
                for _ in range(2):
                    answer = await session.post(f"http://127.0.0.1:{port}/articles", json={"text": "He left."})
                    assert answer.status == 503
                    assert f"nobody listens at {nobody}" in (await answer.json())["error"]
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running
