"""Which addresses may be reached, and requests that are bounded in time, bytes and hops."""

from dateline.netguard.client import Fetched, GuardedClient, Limits
from dateline.netguard.errors import Refused, Unreachable
from dateline.netguard.policy import Policy, guarded_connector

__all__ = ["Fetched", "GuardedClient", "Limits", "Policy", "Refused", "Unreachable", "guarded_connector"]
