"""Subscriptions over HTTP: event streams, pages by cursor, one record by id, and the web page."""

from dateline.gateway.gateway import Gateway, GatewayError
from dateline.gateway.kinds import GROUP, KINDS
from dateline.gateway.settings import GatewaySettings

SOURCES = tuple(kind.topic for kind in KINDS)

__all__ = ["GROUP", "SOURCES", "Gateway", "GatewayError", "GatewaySettings"]
