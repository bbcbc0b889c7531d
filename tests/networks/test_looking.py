"""Looking where a link leads, at a real server that answers well, badly, slowly, without end or not at all."""

import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from networks.looking import AGENT, MOST_REDIRECTS, Finding, look
from tests.networks.serving import (
    body_without_end,
    hangs_up,
    headers_without_end,
    one_byte_at_a_time,
    only_for,
    says,
    serving,
    speaks_otherwise,
)

FINE = Finding(leads_somewhere=True)
IN_TIME, IN_NO_TIME = 20.0, 0.7


def nowhere(words: str) -> Finding:
    return Finding(leads_somewhere=False, words=words)


@pytest.fixture(scope="module")
def there() -> Iterator[str]:
    acts = {
        "fine": says(200),
        "empty": says(204),
        "gone": says(410),
        "broken": says(500),
        "odd": says(599),
        "robots": says(403),
        "busy": says(429),
        "get_only": only_for("GET", says(200)),
        "head_lies": only_for("GET", says(404)),
        "head_hangs_up": lambda doing: says(200)(doing) if doing.command == "GET" else hangs_up(doing),
        "moved": says(301, Location="/fine"),
        "moved_and_gone": says(302, Location="gone"),
        "moved_nowhere": says(301),
        "round": says(302, Location="/round"),
        "private": says(302, Location="http://10.0.0.1/secret"),
        "metadata": says(307, Location="http://169.254.169.254/latest/meta-data/"),
        "to_file": says(302, Location="file:///etc/passwd"),
        "to_gopher": says(302, Location="gopher://127.0.0.1/"),
        "to_broken": says(302, Location="http://[::1/"),
        "drip": one_byte_at_a_time,
        "headers": headers_without_end,
        "huge": body_without_end,
        "hangs_up": hangs_up,
        "mail": speaks_otherwise,
    }
    acts |= {f"step{n}": says(308, Location=f"/step{n - 1}") for n in range(1, 7)} | {"step0": says(200)}
    with serving(**acts) as (address, _):
        yield address


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("fine", FINE),
        ("fine?a=1&b=ä", FINE),
        ("empty", FINE),
        ("nothing", nowhere("404 Not Found")),
        ("gone", nowhere("410 Gone")),
        ("broken", nowhere("500 Internal Server Error")),
        ("odd", nowhere("599")),
        ("robots", Finding(leads_somewhere=True, words="Answers people only (403)")),
        ("busy", Finding(leads_somewhere=True, words="Answers people only (429)")),
        ("get_only", FINE),
        ("head_lies", nowhere("404 Not Found")),
        ("head_hangs_up", FINE),
        ("moved", FINE),
        ("moved_and_gone", nowhere("410 Gone")),
        ("moved_nowhere", FINE),
        ("round", nowhere("Sends one on and on")),
        (f"step{MOST_REDIRECTS}", FINE),
        (f"step{MOST_REDIRECTS + 1}", nowhere("Sends one on and on")),
        ("private", nowhere("Leads into a private network")),
        ("metadata", nowhere("Leads into a private network")),
        ("to_file", nowhere("Not a web address")),
        ("to_gopher", nowhere("Not a web address")),
        ("to_broken", nowhere("Not a web address")),
        ("headers", nowhere("No answer that one can read")),
        ("huge", FINE),
        ("hangs_up", nowhere("No answer that one can read")),
        ("mail", nowhere("No answer that one can read")),
    ],
)
def test_what_comes_of_looking(path: str, found: Finding, there: str) -> None:
    assert look(f"{there}/{path}", here_too=True, patience=IN_TIME) == found


def test_who_answers_drop_by_drop_is_not_waited_for(there: str) -> None:
    assert look(f"{there}/drip", here_too=True, patience=IN_NO_TIME) == nowhere("No answer in time")


def test_nobody_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert look(address, here_too=True, patience=IN_NO_TIME) in (nowhere("No answer in time"), nowhere("No answer"))
    assert look(address, here_too=True, patience=IN_TIME) == nowhere("No answer")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("", "Not a web address"),
        ("council.example/forms", "Not a web address"),
        ("ftp://council.example/", "Not a web address"),
        ("javascript:alert(1)", "Not a web address"),
        ("http:///forms", "Not a web address"),
        ("http://a b.example/", "Not a web address"),
        ("http://council.example:99999/", "Not a web address"),
        (f"http://{'a' * 64}.example/", "Not a web address"),
        ("http://council.example:22/", "Not at a usual port"),
        ("https://council.example:8443/", "Not at a usual port"),
        ("http://127.0.0.1/", "Leads into a private network"),
        ("http://localhost/", "Leads into a private network"),
        ("http://[::1]/", "Leads into a private network"),
        ("http://[::ffff:127.0.0.1]/", "Leads into a private network"),
        ("http://127。0。0。1/", "Leads into a private network"),
        ("http://user:secret@10.0.0.1/", "Leads into a private network"),
        ("http://nobody.invalid/", "Nobody has this name"),
    ],
)
def test_what_is_not_even_asked(url: str, words: str) -> None:
    assert look(url, patience=IN_TIME) == nowhere(words)


def test_in_production_this_machine_is_not_asked() -> None:
    with serving(fine=says(200)) as (address, asked):
        assert look(f"{address}/fine", patience=IN_TIME) == nowhere("Not at a usual port")
        assert asked == []


def test_what_we_say_of_ourselves() -> None:
    """Who we are, and nothing about where the link stands or who reads there; nor does an answer leave anything."""
    with serving(start=says(302, **{"Location": "/end?q=1", "Set-Cookie": "a=b"}), end=says(200)) as (address, asked):
        look(f"{address.replace('//', '//user:secret@')}/start#part", here_too=True, patience=IN_TIME)
    said = {
        "host": address.removeprefix("http://"),
        "user-agent": AGENT,
        "accept": "*/*",
        "connection": "close",
    }
    assert asked == [("HEAD", "/start", said), ("HEAD", "/end?q=1", said)]


def test_a_line_break_in_an_address_adds_nothing_to_what_we_say() -> None:
    with serving(**{"a%0D%0AX-Bad:%20b": says(200), "start": says(302, Location="/a%0D%0AX-Bad:%20b")}) as (
        there,
        asked,
    ):
        assert look(f"{there}/start", here_too=True, patience=IN_TIME) == FINE
        assert look(f"{there}/a\r\nX-Bad: b", here_too=True, patience=IN_TIME) == nowhere("404 Not Found")
    assert [path for _, path, _ in asked] == ["/start", "/a%0D%0AX-Bad:%20b", "/aX-Bad:%20b", "/aX-Bad:%20b"]
    assert all("x-bad" not in headers for _, _, headers in asked)


def test_whoever_cannot_prove_their_name_is_not_trusted(tmp_path: Path) -> None:
    """A server with a certificate that it made for itself."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own_certificate(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as server:

        def greet() -> None:
            for _ in range(2):
                line, _ = server.accept()
                try:
                    context.wrap_socket(line, server_side=True).close()
                except OSError:
                    line.close()

        greeting = threading.Thread(target=greet)
        greeting.start()
        found = look(f"https://127.0.0.1:{server.getsockname()[1]}/", here_too=True, patience=IN_TIME)
        greeting.join()
    assert found == nowhere("No safe connection can be made")


def own_certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1))
    both = folder / "own.pem"
    both.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    )
    return both
