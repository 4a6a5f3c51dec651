"""A log can be read in a terminal, whoever named what it tells of."""

import logging
import sys
from collections.abc import Iterator
from io import StringIO

import pytest
import structlog

from dateline import telemetry

HOSTILE = "a\x1b]0;owned\x07\x9b31m\u202eb\nc"
ESCAPED = "a\\x1b]0;owned\\x07\\x9b31m\\u202eb\\nc"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[StringIO]:
    root, kept, shown = logging.getLogger(), structlog.get_config(), StringIO()
    handlers, level = root.handlers[:], root.level
    monkeypatch.setattr(sys, "stderr", shown)
    telemetry.configure("info", as_json=False)
    yield shown
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.configure(**kept)


def test_what_a_terminal_would_obey_is_written_out(terminal: StringIO) -> None:
    structlog.stdlib.get_logger("ours").warning(HOSTILE, item=HOSTILE)
    logging.getLogger("a.library").warning("%s", HOSTILE)
    try:
        raise ValueError(HOSTILE)
    except ValueError:
        structlog.stdlib.get_logger("ours").exception("failed")
    said = terminal.getvalue()
    assert said.count(ESCAPED) == 3
    assert not any(character in said for character in "\x07\x9b\u202e")
    assert "\x1b]" not in said
    assert "\nTraceback (most recent call last):\n" in said
