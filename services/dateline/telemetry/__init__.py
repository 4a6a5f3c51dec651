"""Logs and counters."""

from dateline.telemetry.logs import configure

__all__ = ["configure"]
