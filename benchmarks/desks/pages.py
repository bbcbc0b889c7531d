"""Prints what the pages of the two desks cost: `python -m benchmarks.desks.pages ROUNDS PEOPLE`, as they were built."""

import json
import sys
from statistics import median
from time import perf_counter
from typing import Any

import django


def pages_for(built: dict[str, int]) -> list[tuple[str, str, str]]:
    """Each page with what it is called and who opens it."""
    from caseload.queries.desk import KINDS  # noqa: PLC0415

    of_sections = [(f"section: {kind.title}", f"/desk/{kind.slug}/", "everywhere") for kind in KINDS]
    return [
        ("desk, of all areas", "/desk/", "everywhere"),
        ("desk, of one area", "/desk/", "here"),
        ("desk, narrowed to an area", "/desk/?area=area-3", "everywhere"),
        ("desk, narrowed to a name", "/desk/?word=member+1", "everywhere"),
        ("desk, narrowed to a topic", "/desk/?topic=anxiety", "everywhere"),
        ("desk, only mine", "/desk/?whose=mine", "everywhere"),
        *of_sections,
        ("months, with pictures", "/desk/months/", "everywhere"),
        ("a section as a file", "/desk/waiting.csv", "everywhere"),
        ("record of a member", f"/desk/people/{built['member']}/", "everywhere"),
        ("desk of an adviser", "/my-people/", "adviser"),
    ]


def measured(rounds: int, built: dict[str, int]) -> dict[str, list[float]]:
    """Milliseconds in the median, and queries, of each page."""
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    clients = {name: client_of(built[name]) for name in ("everywhere", "here", "adviser")}
    return {name: cost(clients[who], path, rounds) for name, path, who in pages_for(built)}


def client_of(pk: int) -> Any:
    from django.test import Client  # noqa: PLC0415

    from people.models import Person  # noqa: PLC0415

    client = Client(headers={"host": "bench.example.org", "x-forwarded-proto": "https"})
    client.force_login(Person.objects.get(pk=pk), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def cost(client: Any, path: str, rounds: int) -> list[float]:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    opened(client, path)
    spent = []
    for _ in range(rounds):
        begins = perf_counter()
        opened(client, path)
        spent.append(perf_counter() - begins)
    with CaptureQueriesContext(connection) as asked:
        opened(client, path)
    return [median(spent) * 1000, len(asked)]


def opened(client: Any, path: str) -> None:
    status = client.get(path).status_code
    if status != 200:
        raise RuntimeError(f"{path} answered {status}")


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(json.dumps(measured(int(sys.argv[1]), json.loads(sys.argv[2]))))
