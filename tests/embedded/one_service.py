"""Runs some of the services of an embedded pipeline in this process: `one_service.py DATA_DIR FOLDER SERVICE…`."""

import asyncio
import sys
from pathlib import Path

from dateline import telemetry
from dateline.embedded import Pipeline, run
from dateline.fetcher import FetcherSettings
from dateline.gateway import GatewaySettings


def main(data_dir: str, folder: str, *services: str) -> None:
    telemetry.configure("warning")
    pipeline = Pipeline(
        data_dir=Path(data_dir),
        fetcher=FetcherSettings(folder=Path(folder)),
        gateway=GatewaySettings(port=0, index=Path(data_dir) / "gateway.sqlite"),
        services=services,
    )
    asyncio.run(run(pipeline))


if __name__ == "__main__":
    main(*sys.argv[1:])
