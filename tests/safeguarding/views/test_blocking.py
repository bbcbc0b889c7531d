"""The page of the people somebody blocked."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from people.models import Person
from safeguarding.models import Block
from safeguarding.operations import block
from tests.fixtures import NOW, make_person
from tests.safeguarding.views.conftest import signed_in


def test_the_blocks_one_made_under_the_name_one_knows(ada: Person, ben: Person, cleo: Person, eve: Person) -> None:
    block(by=ada, person=eve, known_as="Nightjar", at=NOW)
    block(by=cleo, person=ada, known_as="Ada", at=NOW)
    page = signed_in(ada).get(reverse("blocks"))
    assertContains(page, "Nightjar")
    for name in ("Eve", "Cleo"):
        assertNotContains(page, name)
    assertContains(signed_in(ben).get(reverse("blocks")), "Nobody")


def test_lifting_a_block(ada: Person, eve: Person) -> None:
    row, client = block(by=ada, person=eve, known_as="Nightjar", at=NOW), signed_in(ada)
    answer = client.post(reverse("lift_block", args=[row.pk]), follow=True)
    assertRedirects(answer, reverse("blocks"))
    assertContains(answer, "Nightjar is no longer blocked.")
    assert Block.objects.current().count() == 0


def test_somebody_elses_block_does_not_exist(ada: Person, dev: Person, eve: Person) -> None:
    row = block(by=ada, person=eve, known_as="Eve", at=NOW)
    address = reverse("lift_block", args=[row.pk])
    assert [signed_in(person).post(address).status_code for person in (eve, dev)] == [404, 404]
    assert Client().post(address).status_code == 302
    assert Block.objects.current().count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_more_blocks_need_no_more_queries(
    ada: Person, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        block(by=ada, person=make_person(f"Other{number}"), known_as=f"Name {number}", at=NOW)
    client = signed_in(ada)
    # The session, the person, their roles, the blocks, unread messages and the lines of crisis help.
    with django_assert_num_queries(6):
        page = client.get(reverse("blocks"))
    assert page.content.decode().count("Unblock") == count
