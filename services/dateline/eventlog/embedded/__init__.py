"""The embedded log: one SQLite file, durable, one machine, one writer at a time, many readers."""

from dateline.eventlog.embedded.drive import drive
from dateline.eventlog.embedded.log import EmbeddedLog

__all__ = ["EmbeddedLog", "drive"]
