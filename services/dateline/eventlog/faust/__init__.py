"""A stage as a Faust agent, for stages without memory."""

from dateline.eventlog.faust.drive import FaustDriver

__all__ = ["FaustDriver"]
