"""A program that talks with the HTTP API in somebody's name."""

import json
from dataclasses import dataclass
from typing import Any

from django.test import Client

from people.models import Person


@dataclass(frozen=True)
class Program:
    """A program that somebody has signed in."""

    client: Client

    def __call__(self, method: str, address: str, said: Any = None, **headers: str) -> tuple[int, Any]:
        answer = self.ask(method, address, said, **headers)
        return answer.status_code, json.loads(answer.content) if answer.content else None

    def ask(self, method: str, address: str, said: Any = None, **headers: str) -> Any:
        body = said if isinstance(said, str | bytes) else "" if said is None else json.dumps(said)
        kind: dict[str, Any] = {"content_type": "application/json"} | headers
        return self.client.generic(method.upper(), f"/api/v1/{address}", body, **kind)


def program(person: Person | None) -> Program:
    client = Client()
    if person is not None:
        client.force_login(person)
    return Program(client)
