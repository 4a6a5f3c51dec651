"""Which address and port a connection may be opened to, decided when it is dialled.

A name may resolve to something else between a check and a connection (DNS rebinding), and a redirect may lead
anywhere: so what is checked is the very address that a socket is about to be connected to.
"""

import socket
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Any

from aiohttp import TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from dateline.netguard.errors import RefusedCause

Network = IPv4Network | IPv6Network

# Not for the public though `is_global` says so, in some or all of Python 3.11 to 3.13.
NEVER_PUBLIC: tuple[Network, ...] = (
    ip_network("192.88.99.0/24"),  # 6to4 relays, RFC 7526
    ip_network("2002::/16"),  # 6to4, RFC 3056: an IPv4 address inside
    ip_network("2001::/32"),  # Teredo, RFC 4380: likewise
    ip_network("168.63.129.16/32"),  # the wire server of Azure, which tells a machine its secrets
)
UNICAST = ip_network("2000::/3")  # all that is given out of IPv6; the rest may hold an IPv4 address (RFC 4291, 6052)
NAT64 = ip_network("64:ff9b::/96")  # RFC 6052: how an IPv6-only network reaches IPv4; judged by the address inside


class Blocked(OSError):
    """No connection may be opened there. An OSError, since that is what an HTTP client expects of a socket."""

    def __init__(self, cause: RefusedCause, detail: str) -> None:
        super().__init__(detail)
        self.cause: RefusedCause = cause
        self.detail = detail


@dataclass(frozen=True)
class Policy:
    """Public addresses on the ports of the web; and what is named in `allowed`, on any port."""

    allowed: tuple[Network, ...] = ()
    ports: frozenset[int] = frozenset({80, 443, 8080, 8443})

    def check(self, address: str, port: int) -> None:
        """Raise Blocked unless a connection to this address and port may be opened."""
        bare = ip_address(address.partition("%")[0])
        bare = getattr(bare, "ipv4_mapped", None) or bare
        if bare in NAT64:
            bare = ip_address(int(bare) & 0xFFFF_FFFF)
        if any(bare in network for network in self.allowed):
            return
        is_given_out = bare.version == 4 or bare in UNICAST
        never = not is_given_out or bare.is_multicast or any(bare in network for network in NEVER_PUBLIC)
        if never or not bare.is_global:
            raise Blocked("blocked_address", f"{address} is not a public address")
        if port not in self.ports:
            raise Blocked("blocked_port", f"port {port} is none of {sorted(self.ports)}")


class GuardedResolver(AbstractResolver):
    """The system's resolver; a name with any address that is blocked is blocked."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._system = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._system.resolve(host, port, family)
        for record in found:
            self._policy.check(record["host"], port)
        return found

    async def close(self) -> None:
        await self._system.close()


def guarded_connector(policy: Policy) -> TCPConnector:
    """A connector for `aiohttp.ClientSession` that dials only what the policy allows."""

    def guarded_socket(address: tuple[Any, ...]) -> socket.socket:
        family, kind, protocol, _, (host, port, *_) = address
        policy.check(host, port)
        dialled = socket.socket(family, kind, protocol)
        dialled.setblocking(False)
        return dialled

    return TCPConnector(resolver=GuardedResolver(policy), socket_factory=guarded_socket)
