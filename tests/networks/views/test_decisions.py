"""The pages of a say: opening, voting, names behind a block, results, ballots to take home, petitions."""

import csv
import json
import re
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client

from networks.models import Ballot, Decision, Membership, Network
from networks.operations import close_decision, sign_petition
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW, As, CountQueries
from tests.matching.making import fresh
from tests.networks.conftest import enter
from tests.networks.deciding import AFTER, CLOSES, OPENED, counted, opened, voted
from tests.networks.operations.test_objecting import objection
from tests.networks.operations.test_voting import electors


@pytest.fixture(autouse=True)
def while_it_is_open() -> object:
    with time_machine.travel(OPENED + timedelta(hours=1), tick=False) as traveller:
        yield traveller


@pytest.fixture
def robin(cleo: Person, carers: Network) -> Membership:
    """Cleo hosts the carers' network."""
    return enter(cleo, carers, "Robin", is_host=True)


def path_of(decision: Decision) -> str:
    return f"/networks/carers/decisions/{decision.pk}/"


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def sent(**said: object) -> dict[str, object]:
    return {"title": "Where?", "body": "Why.", "days": 7, "is_secret": "secret", "client_id": str(uuid4())} | said


def test_the_list_says_what_is_open_and_what_came_of_the_rest(
    heron: Membership, wren: Membership, signed_in_as: As
) -> None:
    client = signed_in_as(heron.person)
    assert "Nothing to decide yet" in page(client, "/networks/carers/decisions/")
    later, sooner, done = (opened(heron, title=title, days=days) for title, days in (("B", 9), ("A", 3), ("C", 1)))
    voted(sooner, heron, 1)
    close_decision(pk=done.pk, at=AFTER)

    found = page(client, "/networks/carers/decisions/")

    assert re.findall(r"<h2><a href=[^>]*>(.)</a>", found) == ["A", "B", "C"]
    assert found.count("You voted") == 1
    assert "Nothing was chosen." in found
    assert [one.state for one in map(fresh, (later, sooner, done))] == ["open", "open", "closed"]


@pytest.mark.parametrize(
    ("kind", "said", "titles"),
    [
        ("single", {"options": "Yes\r\n\r\n  No  way \r\n"}, ["Yes", "No way"]),
        ("many", {"options": "A\nB"}, ["A", "B"]),
        ("ranked", {"options": "A\nB"}, ["A", "B"]),
        ("consent", {}, ["I can live with it", "I stand aside: not my choice, but no objection"]),
        ("petition", {"signatures_needed": 5}, []),
    ],
)
def test_a_member_opens_it_by_a_form(
    heron: Membership, signed_in_as: As, kind: str, said: dict[str, object], titles: list[str]
) -> None:
    answer = signed_in_as(heron.person).post(f"/networks/carers/decisions/new/{kind}/", sent(**said))

    decision = Decision.objects.get()
    assert answer.headers["Location"] == path_of(decision)
    assert [one.title for one in decision.options.all()] == titles
    assert (decision.kind, decision.signatures_needed) == (kind, said.get("signatures_needed"))


def test_a_host_opens_a_budget_in_pounds(robin: Membership, heron: Membership, signed_in_as: As) -> None:
    said = sent(total="1000.50", projects="A kettle | £39.99\nBenches|1,000\nA | B | 2.5")
    address = "/networks/carers/decisions/new/budget/"
    assert signed_in_as(heron.person).get(address).status_code == 404
    assert "budget" not in page(signed_in_as(heron.person), "/networks/carers/decisions/new/")

    signed_in_as(robin.person).post(address, said)

    budget = Decision.objects.get()
    assert budget.total == 100_050
    assert [(one.title, one.cost) for one in budget.options.all()] == [
        ("A kettle", 3_999),
        ("Benches", 100_000),
        ("A | B", 250),
    ]


@pytest.mark.parametrize(
    ("kind", "said", "words"),
    [
        ("single", {"options": ""}, "Write the options, one a line."),
        ("single", {"options": "Only one"}, "Write from 2 to 30 lines"),
        ("single", {"options": "\n".join(map(str, range(31)))}, "Write from 2 to 30 lines"),
        ("single", {"options": "Yes\n\nyes"}, "Line 3: “yes” is there already."),
        ("single", {"options": "Yes\n" + "y" * 121}, "Line 2: keep it to 120 letters"),
        ("single", {"options": "A\nB", "days": 0}, "greater than or equal to 1"),
        ("single", {"options": "A\nB", "days": 61}, "less than or equal to 60"),
        ("budget", {"total": 100, "projects": "A | 10\nB"}, "Line 2: say what it costs"),
        ("budget", {"total": 100, "projects": "A | 10\nB | -4"}, "Line 2: say what it costs"),
        ("budget", {"total": 100, "projects": "A | 10\n | 4"}, "Line 2: say what it costs"),
        ("budget", {"total": 100, "projects": "A | 10\nB | 0"}, "Line 2: it must cost something"),
        ("budget", {"total": 100, "projects": "A | 10\nB | 100.01"}, "“B” costs more than there is in all."),
        ("petition", {"signatures_needed": 1}, "greater than or equal to 2"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_nothing_is_lost(
    robin: Membership, signed_in_as: As, kind: str, said: dict[str, object], words: str
) -> None:
    answer = signed_in_as(robin.person).post(f"/networks/carers/decisions/new/{kind}/", sent(**said)).content.decode()

    assert words in answer
    assert "Why.</textarea>" in answer
    assert Decision.objects.count() == 0


def test_a_secret_vote_shows_its_code_once_and_leaves_no_trace_of_it(
    heron: Membership, wren: Membership, signed_in_as: As
) -> None:
    poll = opened(wren)
    client = signed_in_as(heron.person)
    assert "This is a secret vote" in page(client, path_of(poll))

    answer = client.post(f"{path_of(poll)}vote/", {"choice": "2"})

    code = str(Ballot.objects.get().pk)
    assert code in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    for session in Session.objects.all():
        assert code not in json.dumps(session.get_decoded())
    assert code not in page(client, path_of(poll))
    assert client.post(f"{path_of(poll)}vote/", {"choice": "2"}).status_code == 409


def test_before_it_closes_nobody_sees_more_than_how_many_voted(
    heron: Membership, wren: Membership, robin: Membership, signed_in_as: As
) -> None:
    poll = opened(heron)
    voted(poll, wren, 3)
    for member in (heron, wren, robin):
        found = page(signed_in_as(member.person), path_of(poll))
        assert "1 of 3 who may have voted" in found
        assert "What came of it</h2>" not in found
        assert "Who voted how" not in found
        assert signed_in_as(member.person).get(f"{path_of(poll)}ballots.json").status_code == 404


def test_an_open_vote_shows_names_but_not_across_a_block(
    heron: Membership, wren: Membership, robin: Membership, signed_in_as: As
) -> None:
    poll = opened(robin, is_secret=False)
    voted(poll, wren, 3)
    voted(poll, heron, 1)
    block(by=heron.person, person=wren.person, known_as="Wren", at=OPENED)

    names = [
        re.findall(r"<li>(\w+): ", page(signed_in_as(member.person), path_of(poll))) for member in (heron, wren, robin)
    ]

    assert names == [["Heron", "Somebody"], ["Somebody", "Wren"], ["Heron", "Wren"]]


def test_what_is_put_by_somebody_behind_a_block_is_voted_on_without_their_words(
    heron: Membership, wren: Membership, signed_in_as: As
) -> None:
    poll = opened(heron, body="Words of Heron.")
    block(by=heron.person, person=wren.person, known_as="Wren", at=OPENED)
    client = signed_in_as(wren.person)

    found = page(client, path_of(poll))

    assert "put by Somebody" in found
    assert "Heron" not in found
    assert client.post(f"{path_of(poll)}vote/", {"choice": "1"}).status_code == 200


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Choose at least what you like best."),
        ({"place_0": "1", "place_1": "1"}, "This one has a place already."),
        ({"place_0": "1", "place_2": "2"}, "You left out “Second choice”: move this one up."),
        ({"place_0": "9"}, "Select a valid choice"),
    ],
)
def test_a_faulty_order_is_shown_again_with_what_is_wrong(
    heron: Membership, signed_in_as: As, said: dict[str, str], words: str
) -> None:
    poll = opened(heron, Decision.Kind.RANKED)
    answer = signed_in_as(heron.person).post(f"{path_of(poll)}vote/", said)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Ballot.objects.count() == 0


def test_an_order_is_cast_place_by_place(heron: Membership, signed_in_as: As) -> None:
    poll = opened(heron, Decision.Kind.RANKED, is_secret=False)
    client = signed_in_as(heron.person)
    client.post(f"{path_of(poll)}vote/", {"place_0": "3", "place_1": "1", "place_2": ""})
    assert Ballot.objects.get().choices == [3, 1]
    # What one chose stands in the form again, so that it can be changed.
    assert re.findall(r'<option value="(\d)" selected', page(client, path_of(poll))) == ["3", "1"]


def test_objecting_and_taking_it_back(heron: Membership, wren: Membership, signed_in_as: As) -> None:
    proposal = opened(heron, Decision.Kind.CONSENT)
    client = signed_in_as(wren.person)
    address = f"{path_of(proposal)}objections/"
    assert "Say why" in client.post(address, {"body": "", "client_id": str(uuid4())}).content.decode()

    client.post(address, {"body": "It is too late at night.", "client_id": str(uuid4())})

    made = proposal.objections.get()
    assert "It is too late at night." in page(signed_in_as(heron.person), path_of(proposal))
    assert signed_in_as(heron.person).post(f"{address}{made.pk}/withdrawal/").status_code == 404
    assert client.post(f"{address}{made.pk}/withdrawal/").status_code == 302
    assert "Taken back" in page(client, path_of(proposal))


def test_the_words_of_an_objection_stay_behind_a_block(
    heron: Membership, wren: Membership, robin: Membership, signed_in_as: As
) -> None:
    proposal = opened(robin, Decision.Kind.CONSENT)
    objection(proposal, wren, "Only for those who may read it.")
    block(by=heron.person, person=wren.person, known_as="Wren", at=OPENED)

    found = page(signed_in_as(heron.person), path_of(proposal))

    assert "Only for those who may read it." not in found
    assert "Wren" not in found
    assert "The words are not shown to you." in found


def test_ballots_to_take_home(robin: Membership, signed_in_as: As) -> None:
    budget = opened(robin, Decision.Kind.BUDGET)
    cast = [voted(budget, one, *choices) for one, choices in zip(electors(robin.network, 5), [(1, 2)] * 5, strict=True)]
    counted(budget)
    client = signed_in_as(robin.person)

    said = json.loads(client.get(f"{path_of(budget)}ballots.json").content)
    rows = list(csv.reader(client.get(f"{path_of(budget)}ballots.csv").content.decode().splitlines()))

    ids = sorted(str(one.pk) for one in cast)
    assert [one["ballot"] for one in said["ballots"]] == ids
    assert rows[0] == [
        "Ballot, counted by: Method of equal shares, completed by Add1 and then by votes, version 1",
        "1. A kettle (£40)",
        "2. Two benches (£300)",
        "3. A trip to the sea (£600)",
    ]
    assert rows[1:] == [[one, "1", "2", ""] for one in ids]
    found = page(client, path_of(budget))
    assert "2 projects for £340 of £1,000." in found
    assert "“A kettle” for £40: paid by its 5 supporters, £8 each." in found


def test_few_secret_votes_are_not_given_out(robin: Membership, heron: Membership, signed_in_as: As) -> None:
    poll = opened(robin)
    voted(poll, heron, 2)
    counted(poll)
    client = signed_in_as(robin.person)

    assert [client.get(f"{path_of(poll)}ballots.{form}").status_code for form in ("json", "csv")] == [404, 404]
    found = page(client, path_of(poll))
    assert "Chosen: “The café”." in found
    assert "fewer than 5 people" in found
    assert "Ballots as JSON" not in found


def test_between_its_end_and_the_job_it_is_being_counted(
    heron: Membership, signed_in_as: As, while_it_is_open: time_machine.Traveller
) -> None:
    poll = opened(heron)
    while_it_is_open.move_to(CLOSES)
    found = page(signed_in_as(heron.person), path_of(poll))
    assert "Being counted" in found
    assert "Voting is over" in found
    assert signed_in_as(heron.person).post(f"{path_of(poll)}vote/", {"choice": "1"}).status_code == 409


def test_who_came_later_reads_and_does_not_vote(heron: Membership, ben: Person, signed_in_as: As) -> None:
    poll = opened(heron)
    late = enter(ben, heron.network, "Wren")
    Membership.objects.filter(pk=late.pk).update(since=OPENED)
    client = signed_in_as(ben)

    assert "Members who joined before this opened can vote" in page(client, path_of(poll))
    assert client.post(f"{path_of(poll)}vote/", {"choice": "1"}).status_code == 403


def test_taking_it_back_is_a_page_that_asks_for_a_reason(
    heron: Membership, wren: Membership, robin: Membership, signed_in_as: As
) -> None:
    poll = opened(heron)
    address = f"{path_of(poll)}withdrawal/"
    assert signed_in_as(wren.person).get(address).status_code == 404
    client = signed_in_as(robin.person)
    assert "Take it back?" in page(client, address)
    assert "Give a reason" in client.post(address, {"because": " "}).content.decode()
    client.post(address, {"because": "It is there twice."})
    assert "It is there twice." in page(signed_in_as(wren.person), path_of(poll))


def test_a_petition_from_signing_to_what_changed(
    heron: Membership, wren: Membership, dev: Person, signed_in_as: As, while_it_is_open: time_machine.Traveller
) -> None:
    petition = opened(heron, Decision.Kind.PETITION, title="A ramp", body="With **rails**.")
    signed_in_as(heron.person).post(f"{path_of(petition)}signature/")
    assert "No petition waits" in page(signed_in_as(dev), "/networks/petitions/")
    sign_petition(by=wren.person, decision=petition, at=OPENED)
    desk = signed_in_as(dev)

    assert "Promised by 20 December" in page(desk, "/networks/petitions/")
    while_it_is_open.move_to(datetime(2026, 12, 21, 12, tzinfo=NOW.tzinfo))
    desk = signed_in_as(dev)
    assert "Late: promised by 20 December" in page(desk, "/networks/petitions/")
    found = page(desk, f"/networks/petitions/{petition.pk}/")
    assert "<strong>rails</strong>" in found
    assert "Heron" not in found
    desk.post(f"/networks/petitions/{petition.pk}/", {"answer": "It comes in May."})
    desk.post(f"/networks/petitions/{petition.pk}/", {"words": "The ramp is there."})

    found = page(signed_in_as(wren.person), path_of(petition))
    assert "It comes in May." in found
    assert "The ramp is there." in found
    assert "Dev" not in found


def test_a_host_tells_what_changed(heron: Membership, robin: Membership, signed_in_as: As) -> None:
    poll = counted(opened(heron))
    address = f"{path_of(poll)}changes/"
    assert signed_in_as(heron.person).get(address).status_code == 404
    signed_in_as(robin.person).post(address, {"words": "It is booked."})
    assert "It is booked." in page(signed_in_as(heron.person), path_of(poll))


def test_nothing_of_it_exists_for_who_is_outside(heron: Membership, ben: Person, dev: Person, signed_in_as: As) -> None:
    poll = opened(heron, is_secret=False)
    enter(ben, heron.network, "Wren", state=Membership.State.LEFT)
    paths = ["/networks/carers/decisions/", "/networks/carers/decisions/new/single/", path_of(poll)]
    for person in (ben, dev):
        client = signed_in_as(person)
        assert [client.get(path).status_code for path in paths] == [404] * 3
        assert [client.post(f"{path_of(poll)}{what}/").status_code for what in ("vote", "objections")] == [404] * 2
    assert signed_in_as(heron.person).get(f"/networks/elsewhere/decisions/{poll.pk}/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_and_pages_take_a_fixed_number_of_queries(
    heron: Membership, robin: Membership, rows: int, signed_in_as: As, count_queries: CountQueries
) -> None:
    proposal = opened(robin, Decision.Kind.CONSENT)
    for one in electors(heron.network, rows):
        voted(proposal, one, 1)
        objection(proposal, one)
        voted(opened(robin, is_secret=False), one, 1)
    client = signed_in_as(heron.person)

    assert count_queries(client, "/networks/carers/decisions/") == 9
    assert count_queries(client, path_of(fresh(proposal))) == 48
