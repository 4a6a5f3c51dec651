"""Services as a user starts them, a process each, over a real Kafka; and what has come of them."""

import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.error import URLError

from tests.brokers.ports import free_port
from tests.brokers.waiting import wait_until

STOP_SECONDS = 40.0


class Service:
    """One service in a process of its own; what it logs is kept over restarts."""

    def __init__(
        self, name: str, brokers: str, folder: Path, *, python: str = sys.executable, **settings: object
    ) -> None:
        self.name = name
        self._python = python
        self.log = folder / f"{name}-{free_port()}.log"
        self._port = free_port()
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")},
            "DATELINE_BROKERS": brokers,
            "DATELINE_DATA_DIR": str(folder),
            "DATELINE_GATEWAY_PORT" if name == "gateway" else "DATELINE_HEALTH_PORT": str(self._port),
            "DATELINE_SESSION_SECONDS": "6",
            "DATELINE_REQUEST_SECONDS": "6",
            **{f"DATELINE_{name}": str(value) for name, value in settings.items()},
        }
        self.start()

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [self._python, "-m", "dateline", self.name],
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def kill(self) -> None:
        """kill -9, with all its children."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        """SIGTERM, and how it ended."""
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(timeout=STOP_SECONDS)

    def readiness(self) -> dict[str, Any] | None:
        """What `/readyz` answers; none while nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/readyz", timeout=2) as answer:
                return dict(json.load(answer))
        except URLError as error:
            return dict(json.load(error)) if hasattr(error, "read") else None
        except (OSError, ValueError):
            return None

    def has(self, path: str) -> bool:
        """Whether a gateway answers with something there."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._port}{path}", timeout=5) as answer:
                return bool(answer.status == HTTPStatus.OK)
        except OSError:
            return False

    def until_ready(self) -> None:
        wait_until(lambda: (self.readiness() or {}).get("ready") is True, f"{self.name} is ready: {self.told[-2000:]}")

    def until_not_ready(self, *words: str) -> None:
        """Returns when it says that it is not ready, with these words among its reasons."""

        def told() -> bool:
            reasons = " ".join((self.readiness() or {}).get("reasons", []))
            return all(word in reasons for word in words) and bool(reasons)

        try:
            wait_until(told, f"{self.name} says {words}", seconds=60)
        except AssertionError as error:
            raise AssertionError(f"{error}; {self.readiness()}, {self.process.poll()}: {self.told[-2000:]}") from None

    @property
    def told(self) -> str:
        return self.log.read_text(errors="replace")


def make_topics(brokers: str) -> None:
    dateline("topics", "create", "--brokers", brokers)


def dateline(*arguments: str, environment: Mapping[str, str] | None = None) -> str:
    """Runs a command to its end; gives what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "dateline", *arguments],
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def status(brokers: str) -> dict[str, Any]:
    return dict(json.loads(dateline("status", "--json", "--brokers", brokers)))
