"""Finds the addresses behind a name, and refuses those that are not out in the open. Plain Python."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, Queue
from threading import Thread

# A family of sockets, and an address in it.
Address = tuple[int, str]
Found = list[Address] | OSError | UnicodeError

OUT_IN_THE_OPEN = IPv6Network("2000::/3")


class IsPrivate(PermissionError):
    """One of the addresses lies in a private network, on this machine, or nowhere that can be reached."""


def resolve(host: str, port: int, *, patience: float, here_too: bool = False) -> list[Address]:
    """The addresses of this name, the older kind first, which reaches more machines.

    Raises `IsPrivate` where even one of them is not public (`here_too` lets this machine pass, for tests), and
    OSError where the name is unknown or nobody says within `patience` seconds.
    """
    addresses = _look_up(host, port, patience)
    if not addresses:
        raise OSError("no address")
    for _, address in addresses:
        ip = ip_address(address.partition("%")[0])
        if not (is_public(ip) or (here_too and ip.is_loopback)):
            raise IsPrivate(address)
    return sorted(addresses, key=lambda one: one[0] != socket.AF_INET)


def is_public(ip: IPv4Address | IPv6Address) -> bool:
    """Whether it is a machine out in the open; an address that wraps another kind could lead back inside."""
    if isinstance(ip, IPv6Address) and (ip.sixtofour or ip.teredo or ip not in OUT_IN_THE_OPEN):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _look_up(host: str, port: int, patience: float) -> list[Address]:
    """The system's own look-up knows no patience, so it goes on in a thread of its own where it takes too long."""
    answers: Queue[Found] = Queue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys((int(family), str(place[0])) for family, _, _, _, place in found)))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=patience)
    except Empty as error:
        raise TimeoutError from error
    if isinstance(answer, UnicodeError):
        raise OSError(str(answer)) from answer
    if isinstance(answer, OSError):
        raise answer
    return answer
