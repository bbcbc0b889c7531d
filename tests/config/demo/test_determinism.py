"""The same seed makes the same town, and another one another."""

import hashlib

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from config.demo.operations import make_demo
from matching.models import Pairing, Request
from messaging.models import Message
from networks.models import Post
from people.models import Person
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db


def digest(seed: int) -> str:
    """Make a town, say in one word all that was said and done in it, and take it back."""
    begin_ids_again()
    with transaction.atomic():
        assert make_demo(seed=seed, at=NOW, members=50)
        told = [
            *Person.objects.order_by("email").values_list("email", "chosen_name", "full_name", "hours", "joined_at"),
            *Request.objects.order_by("person__email").values_list("person__email", "state", "story", "asked_at"),
            *Pairing.objects.order_by("request__person__email", "began_at").values_list(
                "request__person__email", "helper__person__email", "state", "began_at"
            ),
            *Message.objects.order_by("client_id").values_list("client_id", "body", "sent_at"),
            *Post.objects.order_by("client_id").values_list("client_id", "body", "author__chosen_name", "posted_at"),
        ]
        transaction.set_rollback(True)
    return hashlib.sha256(repr(told).encode()).hexdigest()


def begin_ids_again() -> None:
    """Equally good plans are told apart by ids, so each town must begin with the same ones."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(apps.get_models())):
            cursor.execute(statement)


def test_the_same_seed_makes_the_same_town_and_another_seed_another() -> None:
    town = digest(7)
    assert digest(7) == town
    assert digest(8) != town
