"""Bringing threads in from a file in the browser: all or nothing, with what is wrong by line and column."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from networks.models import Membership, Post, Thread
from people.models import Person
from tests.fixtures import As
from tests.networks.conftest import enter

HERE = "/networks/carers/import/"
GOOD = "thread,author,title,body\nt1,m1,Nights,How?\nt1,a1,,Badly.\nt2,m1,Days,Well?\n"


def send(client: Client, rows: str, **more: str) -> HttpResponse:
    file = SimpleUploadedFile("threads.csv", rows.encode())
    return client.post(HERE, {"file": file, "agreed": "on", **more})  # type: ignore[return-value]


def test_a_file_is_imported_once_and_can_be_tried_before(cleo: Person, heron: Membership, signed_in_as: As) -> None:
    enter(cleo, heron.network, "Robin", is_host=True)
    client = signed_in_as(cleo)

    assert "This would be new:" in send(client, GOOD, dry_run="on").content.decode()
    assert (Thread.objects.count(), Membership.objects.count()) == (0, 2)
    assert "<li>2 threads</li>" in send(client, GOOD).content.decode()
    assert "<li>0 threads</li>" in send(client, GOOD).content.decode()
    assert (Thread.objects.count(), Post.objects.count()) == (2, 3)


def test_what_is_wrong_is_said_by_line_and_column_and_nothing_is_imported(
    dev: Person, heron: Membership, signed_in_as: As
) -> None:
    answer = send(signed_in_as(dev), GOOD + "t3,m1,,No title.\n")

    assert answer.status_code == 422
    assert "Line 5, title: the first row of a thread needs a title" in answer.content.decode()
    assert Thread.objects.count() == 0
    assert "Choose a file." in signed_in_as(dev).post(HERE).content.decode()


def test_the_page_is_for_hosts_and_coordinators(ada: Person, eve: Person, heron: Membership, signed_in_as: As) -> None:
    assert [signed_in_as(person).get(HERE).status_code for person in (ada, eve)] == [404, 404]
    assert [send(signed_in_as(person), GOOD).status_code for person in (ada, eve)] == [404, 404]
