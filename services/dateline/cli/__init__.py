"""The command line: `dateline …`. A command imports a service only when it is called."""

from dateline.cli.main import main

__all__ = ["main"]
