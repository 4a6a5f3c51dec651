"""A destination is a setting and the module that it names."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Annotated

import pytest

from dateline.sink.destination import NoDestination, delivering_to
from dateline.sink.jsonl import JsonLines
from dateline.sink.settings import DeliveredBy, SinkSettings


class Shouting(SinkSettings):
    """With a destination more than there are."""

    horn: Annotated[str | None, DeliveredBy(__name__)] = None


@asynccontextmanager
async def opened(horn: str) -> AsyncIterator[str]:
    yield f"{horn} is blown"


async def test_a_setting_is_all_that_a_further_destination_needs() -> None:
    async with delivering_to(Shouting(horn="the big one")) as destination:
        assert repr(destination) == "'the big one is blown'"


async def test_a_folder_is_delivered_to_by_lines(tmp_path: Path) -> None:
    async with delivering_to(SinkSettings(folder=tmp_path)) as destination:
        assert isinstance(destination, JsonLines)


def test_what_would_name_one_is_told_where_none_is_named() -> None:
    with pytest.raises(NoDestination, match="DATELINE_SINK_POSTGRES or DATELINE_SINK_FOLDER or DATELINE_SINK_HORN"):
        delivering_to(Shouting())


def test_every_destination_can_be_opened() -> None:
    for by in SinkSettings.destinations().values():
        assert callable(import_module(by.module).opened)
