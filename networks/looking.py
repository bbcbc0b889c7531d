"""Looks whether a link still leads somewhere, and is led into no private network while doing so. Plain Python."""

import re
import socket
import ssl
from dataclasses import dataclass
from http.client import responses
from time import monotonic
from urllib.parse import quote, urljoin, urlsplit

from networks.addresses import Address, resolve

AGENT = "Alongside-link-check/1.0"
PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS = 5
# All that is read is the head of an answer.
MOST_BYTES = 64 * 1024
PATIENCE = 10.0
GONE = frozenset({404, 410})

STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})\b")
LOCATION = re.compile(rb"^location:[ \t]*([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
HOST = re.compile(r"[\w.-]+|[\da-f:.]+", re.ASCII)


class LeadsNowhere(Exception):
    """With why, in a few plain words."""


@dataclass(frozen=True)
class Finding:
    leads_somewhere: bool
    words: str = ""


@dataclass(frozen=True)
class Place:
    """Where a link points to, ready to be asked for."""

    is_secure: bool
    host: str
    port: int
    path: str


@dataclass(frozen=True)
class Answer:
    status: int
    location: str


def look(url: str, *, here_too: bool = False, patience: float = PATIENCE) -> Finding:
    """Ask for the address, without cookies, without saying where the link stands, for `patience` seconds in all.

    Only public addresses are asked, at the usual ports; `here_too` allows this machine at any port, for tests.
    """
    until = monotonic() + patience
    try:
        for _ in range(MOST_REDIRECTS + 1):
            answer = _ask(_place(url, here_too=here_too), until, here_too=here_too)
            if answer.status not in REDIRECTS or not answer.location:
                return _judge(answer.status)
            url = urljoin(url, answer.location)
    except LeadsNowhere as why:
        return Finding(leads_somewhere=False, words=str(why))
    except ValueError:
        return Finding(leads_somewhere=False, words="Not a web address")
    return Finding(leads_somewhere=False, words="Sends one on and on")


def _judge(status: int) -> Finding:
    """Many pages answer people and refuse programs, so only what says that nothing is there counts against a link."""
    if status in GONE or status >= 500:
        return Finding(leads_somewhere=False, words=f"{status} {responses.get(status, '')}".strip())
    return Finding(leads_somewhere=True, words="" if status < 400 else f"Answers people only ({status})")


def _place(url: str, *, here_too: bool) -> Place:
    parts = urlsplit(url)
    usual = PORTS.get(parts.scheme)
    host = parts.hostname or ""
    host = host if ":" in host else host.encode("idna").decode()
    if usual is None or not HOST.fullmatch(host):
        raise LeadsNowhere("Not a web address")
    port = parts.port or usual
    if port not in PORTS.values() and not here_too:
        raise LeadsNowhere("Not at a usual port")
    # A stray sign in an address must not become a line of what we send.
    path = quote(parts.path or "/", safe="/%:=&~+!$,;'@()*")
    query = f"?{quote(parts.query, safe='/%:=&~+!$,;@()*?')}" if parts.query else ""
    return Place(parts.scheme == "https", host, port, path + query)


def _ask(place: Place, until: float, *, here_too: bool) -> Answer:
    """Where asking for the head alone does not please, ask for the page, and read no more than its head."""
    try:
        addresses = resolve(place.host, place.port, patience=_left(until), here_too=here_too)
    except PermissionError as error:
        raise LeadsNowhere("Leads into a private network") from error
    except OSError as error:
        raise LeadsNowhere("Nobody has this name") from error
    try:
        answer = _exchange("HEAD", place, addresses, until)
    except LeadsNowhere:
        return _exchange("GET", place, addresses, until)
    return answer if answer.status < 400 else _exchange("GET", place, addresses, until)


def _exchange(method: str, place: Place, addresses: list[Address], until: float) -> Answer:
    try:
        with _connect(place, addresses, until) as line:
            line.settimeout(_left(until))
            line.sendall(_request(method, place))
            return _read(line, until)
    except ssl.SSLError as error:
        raise LeadsNowhere("No safe connection can be made") from error
    except OSError as error:
        raise LeadsNowhere("No answer") from error


def _connect(place: Place, addresses: list[Address], until: float) -> socket.socket:
    """To the first address that takes us: those that were looked at, never the name a second time."""
    for number, (family, address) in enumerate(addresses, start=1):
        line = socket.socket(family, socket.SOCK_STREAM)
        try:
            line.settimeout(_left(until))
            line.connect((address, place.port))
            secure = ssl.create_default_context().wrap_socket if place.is_secure else None
            return secure(line, server_hostname=place.host) if secure else line
        except BaseException as error:
            line.close()
            # Where there is no way to the one kind of address, there may be one to the other.
            if number == len(addresses) or not isinstance(error, OSError):
                raise
    raise LeadsNowhere("Nobody has this name")


def _request(method: str, place: Place) -> bytes:
    host = f"[{place.host}]" if ":" in place.host else place.host
    named = host if place.port == PORTS["https" if place.is_secure else "http"] else f"{host}:{place.port}"
    lines = (
        f"{method} {place.path} HTTP/1.1",
        f"Host: {named}",
        f"User-Agent: {AGENT}",
        "Accept: */*",
        "Connection: close",
    )
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode()


def _read(line: socket.socket, until: float) -> Answer:
    head = b""
    while b"\r\n\r\n" not in head:
        line.settimeout(_left(until))
        more = line.recv(4096)
        head += more
        if not more or len(head) > MOST_BYTES:
            raise LeadsNowhere("No answer that one can read")
    head = head.partition(b"\r\n\r\n")[0]
    status, location = STATUS.match(head), LOCATION.search(head)
    if status is None:
        raise LeadsNowhere("No answer that one can read")
    return Answer(int(status[1]), location[1].decode(errors="replace").strip() if location else "")


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise LeadsNowhere("No answer in time")
    return left
