"""The same message again gets the same answer, whichever server it reaches [Matrix transaction ids]."""

import asyncio
from contextlib import AsyncExitStack
from uuid import uuid4

import pytest
import pytest_asyncio
from channels.db import database_sync_to_async

from people.models import Person
from tests.faults.cast import newcomer, session_of, table_of, talk_of
from tests.faults.line import Frame, Line, line_to
from tests.faults.site import Site

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def two(site: Site) -> tuple[Person, Person, int]:
    """Ada and Ben, and their talk."""
    ada, ben = [await database_sync_to_async(newcomer)(name) for name in ("Ada", "Ben")]
    return ada, ben, await database_sync_to_async(talk_of)(ada, ben)


async def lines_of(site: Site, person: Person, ending: AsyncExitStack, count: int) -> list[Line]:
    session = await database_sync_to_async(session_of)(person)
    addresses = [site.addresses[number % len(site.addresses)] for number in range(count)]
    return [await ending.enter_async_context(line_to(address, session)) for address in addresses]


def essence(answer: Frame) -> tuple[object, ...]:
    return tuple(answer[key] for key in ("type", "client_id", "conversation", "message", "seq", "sent_at"))


async def test_twelve_copies_at_once_on_three_servers_are_one_message_with_one_answer(
    site: Site, two: tuple[Person, Person, int]
) -> None:
    ada, _, talk = two
    post = {"client_id": str(uuid4()), "conversation": talk, "body": "Only once"}
    async with AsyncExitStack() as ending:
        lines = await lines_of(site, ada, ending, 12)
        answers = await asyncio.gather(*(line.ask("post", **post) for line in lines))
    assert {essence(answer) for answer in answers} == {essence(answers[0])}
    assert answers[0]["type"] == "posted"
    assert [row.body for row in (await database_sync_to_async(table_of)([talk]))[talk]] == ["Only once"]


async def test_twelve_copies_in_one_breath_on_one_line_get_twelve_equal_answers(
    site: Site, two: tuple[Person, Person, int]
) -> None:
    ada, _, talk = two
    post = {"client_id": str(uuid4()), "conversation": talk, "body": "Only once"}
    async with AsyncExitStack() as ending:
        (line,) = await lines_of(site, ada, ending, 1)
        for _ in range(12):
            await line.tell("post", **post)
        answers = [await line.hear("posted", "refused") for _ in range(12)]
    assert {essence(answer) for answer in answers} == {essence(answers[0])}
    assert len((await database_sync_to_async(table_of)([talk]))[talk]) == 1


async def test_a_copy_after_everything_else_still_gets_the_first_answer(
    site: Site, two: tuple[Person, Person, int]
) -> None:
    ada, ben, talk = two
    post = {"client_id": str(uuid4()), "conversation": talk, "body": "First"}
    async with AsyncExitStack() as ending:
        adas, bens = [(await lines_of(site, person, ending, 1))[0] for person in (ada, ben)]
        first = await adas.ask("post", **post)
        await adas.ask("edit", message=first["message"], body="Otherwise")
        await bens.ask("react", message=first["message"], kind="hug", on=True)
        await bens.ask("post", client_id=str(uuid4()), conversation=talk, body="Later")
        again = await adas.ask("post", **post)
        await adas.ask("withdraw", message=first["message"])
        after_withdrawal = await adas.ask("post", **post)
    assert essence(first) == essence(again) == essence(after_withdrawal)


async def test_other_words_under_a_used_identity_are_refused_and_another_person_may_use_it(
    site: Site, two: tuple[Person, Person, int]
) -> None:
    ada, ben, talk = two
    post = {"client_id": str(uuid4()), "conversation": talk}
    async with AsyncExitStack() as ending:
        adas, bens = [(await lines_of(site, person, ending, 1))[0] for person in (ada, ben)]
        first = await adas.ask("post", **post, body="Mine")
        other_words = await adas.ask("post", **post, body="Something else")
        others = await bens.ask("post", **post, body="Mine too")
    assert (other_words["type"], other_words["code"]) == ("refused", "said_before")
    assert (others["type"], others["seq"]) == ("posted", first["seq"] + 1)
    rows = (await database_sync_to_async(table_of)([talk]))[talk]
    assert [(row.author, row.body) for row in rows] == [(ada.pk, "Mine"), (ben.pk, "Mine too")]
