"""The pages of blocks of sessions."""

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from matching.models import Pairing
from people.models import Person
from support.models import Appointment, SessionBlock
from tests.fixtures import NOW, As, CountQueries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sunday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def begin(client: Client, pairing: Pairing, hours: str = "2.5", title: str = "Tuition") -> SessionBlock:
    answer = client.post(reverse("begin_session_block", args=[pairing.pk]), {"title": title, "hours": hours})
    assert answer.status_code == 302, answer.content.decode()
    return SessionBlock.objects.latest("pk")


def any_time(hour: int, **more: object) -> dict[str, object]:
    return {"day": "2026-11-23", "clock": f"{hour}:00", "minutes": 60, "way": "phone", "where": "", **more}


def test_from_agreeing_to_counting_down(pairing: Pairing, ada: Person, ben: Person, signed_in_as: As) -> None:
    his, hers = signed_in_as(ben), signed_in_as(ada)
    block = begin(his, pairing)
    assert block.minutes == 150
    his.post(reverse("book_any_time", args=[pairing.pk]), any_time(9, block=block.pk))
    assert Appointment.objects.get().block == block
    for client in (his, hers):
        html = client.get(reverse("session_block", args=[block.pk])).content.decode()
        assert "0 minutes of 2½ hours held, 1 hour booked." in " ".join(html.split())
        assert "1½ hours left." in html
        assert "Tuition" in client.get(reverse("together", args=[pairing.pk])).content.decode()
    too_long = his.post(reverse("book_any_time", args=[pairing.pk]), any_time(11, block=block.pk, minutes=120))
    assert "This is longer than what is left of it." in too_long.content.decode()


def test_it_is_closed_after_a_page_that_says_so(pairing: Pairing, ada: Person, ben: Person, signed_in_as: As) -> None:
    his, hers = signed_in_as(ben), signed_in_as(ada)
    block = begin(his, pairing)
    address = reverse("close_session_block", args=[block.pk])
    assert "Nothing more is booked from it" in his.get(address).content.decode()
    assert hers.post(address).status_code == 403
    his.post(address)
    assert "Closed on 22 November 2026" in hers.get(reverse("session_block", args=[block.pk])).content.decode()
    # It is offered no more where one books.
    assert "block of sessions?" not in his.get(reverse("book_any_time", args=[pairing.pk])).content.decode()


@pytest.mark.parametrize("hours", ["", "0", "0.25", "1.25", "501", "many", "9" * 400])
def test_hours_that_cannot_be(pairing: Pairing, ben: Person, signed_in_as: As, hours: str) -> None:
    answer = signed_in_as(ben).post(
        reverse("begin_session_block", args=[pairing.pk]), {"title": "Tuition", "hours": hours}
    )
    assert "There is a problem" in answer.content.decode()
    assert not SessionBlock.objects.exists()


def test_many_blocks_take_as_many_queries_as_one(
    pairing: Pairing, ben: Person, signed_in_as: As, count_queries: CountQueries
) -> None:
    client = signed_in_as(ben)
    begin(client, pairing)
    address = reverse("together", args=[pairing.pk])
    few = count_queries(client, address)
    for number in range(3):
        begin(client, pairing, title=f"Tuition {number}")
    assert count_queries(client, address) == few
