"""The pages of asks and offers: what is listed for whom, and the way of two people from asking to thanks."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from networks.models import Ask, Membership, Network, Thread
from networks.operations import ask_or_offer, finish_ask, say_yes
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW, As, CountQueries
from tests.networks.conftest import enter

LIST = "/networks/carers/asks/"


@pytest.fixture
def robin(cleo: Person, carers: Network) -> Membership:
    """Cleo hosts the carers' network."""
    return enter(cleo, carers, "Robin", is_host=True)


def put_up(by: Membership, title: str, kind: str = "ask", **facts: Any) -> Ask:
    said: dict[str, Any] = {"body": "Please.", "client_id": uuid4(), "at": NOW} | facts
    return ask_or_offer(by=by.person, network=by.network, kind=kind, title=title, **said)


def titles(client: Client, shown: str = "open") -> list[str]:
    page = client.get(f"{LIST}?show={shown}")
    assert page.status_code == 200
    return re.findall(rf'<a href="{LIST}\d+/">(.*?)</a>', page.content.decode())


def text(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def test_what_is_listed(ada: Person, ben: Person, heron: Membership, wren: Membership, signed_in_as: As) -> None:
    now = timezone.now()
    put_up(heron, "Any time")
    put_up(heron, "Soon", needed_by=now + timedelta(days=1))
    put_up(wren, "Form", "offer")
    put_up(wren, "Too late", needed_by=now - timedelta(minutes=1))
    taken = put_up(heron, "Taken")
    say_yes(by=ben, ask=taken, words="Yes.", client_id=uuid4(), at=NOW)
    done = put_up(wren, "Done")
    say_yes(by=ada, ask=done, words="Yes.", client_id=uuid4(), at=NOW)
    finish_ask(by=ben, ask=done, thanks="So kind of you.", client_id=uuid4(), at=NOW)
    client = signed_in_as(ada)

    listed = {shown: titles(client, shown) for shown in ("open", "asks", "offers", "mine", "done", "past", "nothing")}

    assert listed == {
        "open": ["Soon", "Form", "Any time"],
        "asks": ["Soon", "Any time"],
        "offers": ["Form"],
        "mine": ["Done", "Taken", "Soon", "Any time"],
        "done": ["Done"],
        "past": ["Too late"],
        "nothing": ["Soon", "Form", "Any time"],
    }
    assert "“So kind of you.”" in text(client.get(f"{LIST}?show=done"))


@pytest.mark.parametrize(
    ("standing", "seen_by"),
    [
        ("shown", ["Ada", "Ben", "Cleo"]),
        ("waiting", ["Ada", "Cleo"]),
        ("held", ["Ada", "Cleo"]),
        ("hidden", []),
        ("withdrawn", []),
    ],
)
def test_what_is_kept_back_is_listed_for_its_author_and_hosts_only(
    ada: Person,
    ben: Person,
    cleo: Person,
    heron: Membership,
    wren: Membership,
    robin: Membership,
    standing: str,
    seen_by: list[str],
    signed_in_as: As,
) -> None:
    put_up(heron, "Tuesday")
    Thread.objects.update(standing=standing)
    people = (ada, ben, cleo)
    assert [one.chosen_name for one in people if titles(signed_in_as(one))] == seen_by


def test_where_there_is_a_block_nothing_is_seen(
    ada: Person, ben: Person, cleo: Person, heron: Membership, wren: Membership, robin: Membership, signed_in_as: As
) -> None:
    ask = put_up(heron, "Tuesday")
    say_yes(by=cleo, ask=put_up(wren, "Taken already"), words="Yes.", client_id=uuid4(), at=NOW)
    taken = Ask.objects.get(state="taken")
    block(by=ben, person=ada, known_as="Heron", at=NOW)
    block(by=ben, person=cleo, known_as="Robin", at=NOW)
    client = signed_in_as(ben)
    assert titles(client) == []
    assert [client.get(f"{LIST}{ask.pk}/{rest}").status_code for rest in ("", "yes/", "end/")] == [404] * 3
    page = text(client.get(f"{LIST}{taken.pk}/"))
    assert "Robin" not in page
    assert "Somebody said yes" in page


@pytest.mark.parametrize("shown", ["open", "mine", "done", "past"])
def test_empty_lists_say_so(ada: Person, heron: Membership, shown: str, signed_in_as: As) -> None:
    words = {
        "open": "Nothing open just now",
        "mine": "Nothing of yours yet",
        "done": "Nothing done yet",
        "past": "Nothing here",
    }
    assert words[shown] in text(signed_in_as(ada).get(f"{LIST}?show={shown}"))


def test_the_whole_way(ada: Person, ben: Person, heron: Membership, wren: Membership, signed_in_as: As) -> None:
    hers, his = signed_in_as(ada), signed_in_as(ben)
    day = (timezone.localdate() + timedelta(days=3)).isoformat()
    sent = {
        "kind": "ask",
        "title": "Tuesday",
        "body": "The clinic.",
        "way": "public_place",
        "where": "Clinic doors",
        "day": day,
        "hour": "14:30",
        "client_id": str(uuid4()),
    }
    ring = hers.post(f"{LIST}new/", sent | {"body": "Ring 07700 900123"})
    assert "a telephone number" in text(ring)
    assert "Ring 07700 900123</textarea>" in ring.content.decode()
    page = hers.post(f"{LIST}new/", sent).headers["Location"]
    ask = Ask.objects.get()
    assert page == f"{LIST}{ask.pk}/"
    assert ask.needed_by is not None
    assert timezone.localtime(ask.needed_by).strftime("%Y-%m-%d %H:%M") == f"{day} 14:30"
    assert "In a public place: Clinic doors." in text(hers.get(page))
    # The address of its thread leads to it.
    assert hers.get(f"/networks/carers/threads/{ask.thread_id}/").headers["Location"].startswith(page)

    assert "tell somebody where you will be" in text(his.get(f"{page}yes/"))
    words = {"body": "I can.", "client_id": str(uuid4())}
    assert [his.post(f"{page}yes/", words).headers["Location"] for _ in range(2)] == [page, page]
    assert "Arrange it" in text(his.get(page))
    assert "Wren said yes" in text(hers.get(page))

    his.post(f"{page}opening/")
    assert "I can help" in text(his.get(page))
    his.post(f"{page}yes/", words | {"client_id": str(uuid4())})
    assert "Would you like to say thank you?" in text(hers.get(f"{page}end/"))
    assert "Would you like to say thank you?" not in text(his.get(f"{page}end/"))
    his.post(f"{page}end/", {"client_id": str(uuid4())})
    assert "Say thank you" in text(hers.get(page))
    hers.post(f"{page}end/", {"client_id": str(uuid4()), "thanks": "You were kind."})
    assert "“You were kind.”" in text(his.get(page))


def test_who_comes_second_is_told_in_plain_words(
    ben: Person, cleo: Person, heron: Membership, wren: Membership, robin: Membership, signed_in_as: As
) -> None:
    ask = put_up(heron, "Tuesday")
    say_yes(by=ben, ask=ask, words="Yes.", client_id=uuid4(), at=NOW)
    answer = signed_in_as(cleo).post(f"{LIST}{ask.pk}/yes/", {"body": "Me!", "client_id": str(uuid4())})
    assert answer.status_code == 409
    assert "Somebody was quicker: Wren is helping." in text(answer)


def test_contact_details_in_private_are_asked_about_once_more(
    ben: Person, heron: Membership, wren: Membership, signed_in_as: As
) -> None:
    ask = put_up(heron, "Tuesday")
    client = signed_in_as(ben)
    words = {"body": "Ring me: 07700 900123", "client_id": str(uuid4())}
    told = client.post(f"{LIST}{ask.pk}/yes/", words)
    assert "Yes, send it with these details" in text(told)
    assert Ask.objects.get().state == "open"
    client.post(f"{LIST}{ask.pk}/yes/", words | {"sure": "on"})
    assert Ask.objects.get().state == "taken"


def test_in_a_network_for_under_18s_there_is_one_way(finn: Person, young: Network, signed_in_as: As) -> None:
    enter(finn, young, "Swift")
    client = signed_in_as(finn)
    path = "/networks/young-carers/asks/new/"
    assert "Which public place?" not in text(client.get(path))
    sent = {"kind": "ask", "title": "Maths", "body": "Fractions", "client_id": str(uuid4()), "way": "public_place"}
    client.post(path, sent | {"where": "The park"})
    assert [(one.way, one.where) for one in Ask.objects.all()] == [("here", "")]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_fixed_number_of_queries(
    ada: Person,
    ben: Person,
    heron: Membership,
    wren: Membership,
    rows: int,
    signed_in_as: As,
    count_queries: CountQueries,
) -> None:
    for number in range(rows):
        ask = put_up(heron, f"Ask {number}")
        put_up(wren, f"Open {number}")
        say_yes(by=ben, ask=ask, words="Yes.", client_id=uuid4(), at=NOW)
        finish_ask(by=ada, ask=ask, thanks="Thanks.", client_id=uuid4(), at=NOW)
    client = signed_in_as(ada)
    assert [count_queries(client, f"{LIST}?show={shown}") for shown in ("open", "mine", "done")] == [10, 10, 10]
