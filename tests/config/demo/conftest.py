"""The made-up town, made once for the tests of a module and taken back after them."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from config.demo.operations import make_demo
from tests.fixtures import NOW


@pytest.fixture(scope="module")
def town(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A whole town; each test still takes back what it does itself."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_demo(seed=2026, at=NOW, members=200)
        yield
        transaction.set_rollback(True)
