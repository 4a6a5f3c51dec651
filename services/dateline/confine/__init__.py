"""Work on untrusted bytes, done in a warm child process that can be killed."""

from dateline.confine.confined import Confined
from dateline.confine.errors import Failed, Killed, NoProcess, NotStarted

__all__ = ["Confined", "Failed", "Killed", "NoProcess", "NotStarted"]
