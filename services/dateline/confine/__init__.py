"""Work on untrusted bytes, done in a warm child process that can be killed."""

from dateline.confine.confined import Confined
from dateline.confine.errors import Failed, Killed, Unavailable

__all__ = ["Confined", "Failed", "Killed", "Unavailable"]
