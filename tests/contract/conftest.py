"""Fixtures of the contract suites."""

from tests.contract.drivers import bench, shared_bench
from tests.contract.logs import log, open_log

__all__ = ["bench", "log", "open_log", "shared_bench"]
