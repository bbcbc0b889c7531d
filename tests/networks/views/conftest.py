"""Browsers of the named people, and counting of queries."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.models import Person

As = Callable[[Person], Client]
CountQueries = Callable[[Client, str], int]


@pytest.fixture
def signed_in_as() -> As:
    def sign_in(person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return sign_in


@pytest.fixture
def count_queries() -> CountQueries:
    def count(client: Client, path: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    return count
