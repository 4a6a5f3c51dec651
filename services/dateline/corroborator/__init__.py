"""Reports of many outlets → stories and events, each deed once, with who says so and where they differ."""

from dateline.corroborator.memory import Change, Memory
from dateline.corroborator.settings import CorroboratorSettings

__all__ = ["Change", "CorroboratorSettings", "Memory"]
