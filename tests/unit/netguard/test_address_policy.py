"""No spelling of an inner address is dialled."""

import socket
from ipaddress import IPv4Address, ip_network

import pytest
from aiohttp.resolver import ThreadedResolver
from hypothesis import given
from hypothesis import strategies as st

from dateline.netguard import GuardedClient, Limits, Policy, Refused, Unreachable
from dateline.netguard.policy import Blocked

PUBLIC = Policy()
INNER = [
    "127.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "192.88.99.1", "::1", "::", "fe80::1", "fe80::1%eth0",
    "fc00::1", "fec0::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::",
    "2001:0:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1",
    "::7f00:1", "::ffff:0:7f00:1", "64:ff9b:1:7f00:1::", "5f00::1", "168.63.129.16", "::ffff:168.63.129.16",
]  # fmt: skip


@pytest.mark.parametrize("address", INNER)
def test_inner_addresses_are_blocked(address: str) -> None:
    with pytest.raises(Blocked) as blocked:
        PUBLIC.check(address, 443)
    assert blocked.value.cause == "blocked_address"


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_pass_on_the_ports_of_the_web(address: str) -> None:
    PUBLIC.check(address, 443)
    with pytest.raises(Blocked) as blocked:
        PUBLIC.check(address, 22)
    assert blocked.value.cause == "blocked_port"


def test_an_allowed_network_may_be_reached_on_any_port_and_no_more() -> None:
    policy = Policy(allowed=(ip_network("127.0.0.0/8"), ip_network("::1/128")))
    policy.check("127.0.0.1", 12345)
    policy.check("::ffff:127.0.0.1", 12345)
    policy.check("::1", 1)
    with pytest.raises(Blocked):
        policy.check("10.0.0.1", 80)


@given(st.integers(0, 2**32 - 1))
def test_an_address_inside_another_is_judged_as_itself(number: int) -> None:
    def passes(address: str) -> bool:
        try:
            PUBLIC.check(address, 80)
        except Blocked:
            return False
        return True

    address = IPv4Address(number)
    assert passes(f"::ffff:{address}") == passes(str(address))
    assert passes(f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}") == passes(str(address))


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "localhost.", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "0.0.0.0", "127.1",
        "2130706433", "0x7f.1", "0177.0.0.1", "①②⑦.⓪.⓪.①", "[fe80::1%25lo]",
    ],
)  # fmt: skip
async def test_no_spelling_of_an_inner_host_gets_a_socket(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_socket(*_: object) -> socket.socket:
        raise AssertionError("a socket was made")

    async with GuardedClient(PUBLIC, Limits(seconds=20), "test") as client:
        monkeypatch.setattr("dateline.netguard.policy.socket.socket", no_socket)
        with pytest.raises((Refused, Unreachable)) as ended:
            await client.fetch(f"http://{host}/")
    assert isinstance(ended.value, Refused | Unreachable)
    assert ended.value.cause in ("blocked_address", "bad_url", "dns")


async def test_a_name_with_one_inner_address_is_blocked_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    async def mixed(self: object, host: str, port: int = 0, family: int = 0) -> list[dict[str, object]]:
        return [
            {"hostname": host, "host": address, "port": port, "family": socket.AF_INET, "proto": 0, "flags": 0}
            for address in ("8.8.8.8", "10.0.0.1")
        ]

    monkeypatch.setattr(ThreadedResolver, "resolve", mixed)
    async with GuardedClient(PUBLIC, Limits(seconds=20), "test") as client:
        with pytest.raises(Refused, match=r"10\.0\.0\.1 is not a public address"):
            await client.fetch("http://news.example/")
