"""Which addresses are out in the open, and that a name is refused for any address that is not."""

from ipaddress import ip_address

import pytest

from networks.addresses import IsPrivate, is_public, resolve

OUT_IN_THE_OPEN = ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1946"]
INSIDE = [
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "fe80::1",
    "fc00::1",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    # Two kinds that wrap an address of the older kind.
    "2002:7f00:1::",
    "2001:0:4136:e378:8000:63bf:80ff:fffe",
]


@pytest.mark.parametrize("address", OUT_IN_THE_OPEN)
def test_out_in_the_open(address: str) -> None:
    assert is_public(ip_address(address))
    assert [place for _, place in resolve(address, 443, patience=5)] == [address]


@pytest.mark.parametrize("address", INSIDE)
def test_inside(address: str) -> None:
    assert not is_public(ip_address(address))
    with pytest.raises(IsPrivate):
        resolve(address, 443, patience=5)


@pytest.mark.parametrize("name", ["localhost", "127.1", "0x7f.1", "2130706433", "017700000001"])
def test_however_this_machine_is_written(name: str) -> None:
    with pytest.raises(IsPrivate):
        resolve(name, 80, patience=5)


@pytest.mark.parametrize("address", [one for one in INSIDE if one not in ("127.0.0.1", "127.255.255.254", "::1")])
def test_a_leave_for_this_machine_is_none_for_others(address: str) -> None:
    with pytest.raises(IsPrivate):
        resolve(address, 80, patience=5, here_too=True)


def test_this_machine_with_leave() -> None:
    assert [place for _, place in resolve("127.0.0.1", 80, patience=5, here_too=True)] == ["127.0.0.1"]


@pytest.mark.parametrize("name", ["", "a" * 64, "no..name", "nobody.invalid"])
def test_a_name_that_is_none(name: str) -> None:
    with pytest.raises(OSError):  # noqa: PT011
        resolve(name, 80, patience=10)
