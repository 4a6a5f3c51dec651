"""Logs, and what is counted."""

from dateline.telemetry.logs import configure

__all__ = ["configure"]
