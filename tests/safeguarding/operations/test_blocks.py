"""Blocking somebody and lifting the block."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from people.models import Person
from safeguarding.models import Block
from safeguarding.operations import block, lift_block
from safeguarding.signals import blocked
from tests.fixtures import NOW

LATER = NOW + timedelta(days=1)


@pytest.fixture
def heard() -> Iterator[list[tuple[Person, Person, datetime]]]:
    """What `blocked` told to a listener above."""
    news: list[tuple[Person, Person, datetime]] = []

    def listen(sender: Any, by: Person, person: Person, at: datetime, **more: Any) -> None:
        news.append((by, person, at))

    blocked.connect(listen)
    yield news
    blocked.disconnect(listen)


def test_blocking_twice_is_one_block_and_told_once(
    ada: Person, eve: Person, heard: list[tuple[Person, Person, datetime]]
) -> None:
    first = block(by=ada, person=eve, known_as="Nightjar", at=NOW)
    second = block(by=ada, person=eve, known_as="Eve", at=LATER)

    assert second == first
    assert list(Block.objects.values_list("known_as", "began_at", "lifted_at")) == [("Nightjar", NOW, None)]
    assert heard == [(ada, eve, NOW)]


def test_a_block_after_a_lifted_one_is_told_again(
    ada: Person, eve: Person, heard: list[tuple[Person, Person, datetime]]
) -> None:
    lift_block(by=ada, row=block(by=ada, person=eve, known_as="Eve", at=NOW), at=NOW)
    block(by=ada, person=eve, known_as="Eve", at=LATER)
    assert heard == [(ada, eve, NOW), (ada, eve, LATER)]


def test_nobody_blocks_themselves(ada: Person, heard: list[tuple[Person, Person, datetime]]) -> None:
    with pytest.raises(PermissionDenied):
        block(by=ada, person=Person.objects.get(pk=ada.pk), known_as="Ada", at=NOW)
    assert (Block.objects.count(), heard) == (0, [])


def test_a_block_that_could_not_be_acted_on_is_not_made(ada: Person, eve: Person) -> None:
    def fail(sender: Any, **more: Any) -> None:
        raise RuntimeError

    blocked.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            block(by=ada, person=eve, known_as="Eve", at=NOW)
    finally:
        blocked.disconnect(fail)
    assert Block.objects.count() == 0


def test_only_ones_own_block_is_lifted_and_once(ada: Person, dev: Person, eve: Person) -> None:
    row = block(by=ada, person=eve, known_as="Eve", at=NOW)
    for person in (eve, dev):
        lift_block(by=person, row=row, at=NOW)
    assert list(Block.objects.values_list("lifted_at", flat=True)) == [None]

    for at in (NOW, LATER):
        lift_block(by=ada, row=row, at=at)
    assert list(Block.objects.values_list("lifted_at", flat=True)) == [NOW]
