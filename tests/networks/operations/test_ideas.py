"""Somebody asks for a network, and a coordinator says yes or no."""

from functools import partial
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from messaging.models import Notice
from networks.models import Idea, Membership, Network
from networks.operations import (
    EnoughIdeas,
    HostIsTooYoung,
    MayNotAsk,
    MayNotFound,
    NameIsKnown,
    NetworkNameIsTaken,
    ask_for_network,
    decline_idea,
    found_from_idea,
    join,
    read_idea,
    withdraw_idea,
)
from people.errors import HasMovedOn
from people.models import Person, RecordRead, Role, StateChange
from safeguarding.models import Moderator
from tests.fixtures import NOW, make_person
from tests.matching.making import at_once, fresh
from tests.networks.conftest import enter, make_network

WORDS = {"name": "Night owls", "purpose": "For the sleepless.", "agreement": "Be kind.", "joining": "request"}


def ask(by: Person, **facts: Any) -> Idea:
    return ask_for_network(by=by, at=NOW, **{**WORDS, "host_name": "Owl", **facts})


def yes(by: Person, idea: Idea, **facts: Any) -> Network:
    return found_from_idea(by=by, idea=idea, at=NOW, **{**WORDS, **facts})


def test_an_idea_waits_and_its_coordinators_are_told(ada: Person, dev: Person, eve: Person) -> None:
    make_person("Dara", Role.Kind.COORDINATOR, area=eve.area)
    idea = ask(ada, host_name=" Grey   Owl ")

    assert (idea.state, idea.host_name, idea.asked_at) == ("asked", "Grey Owl", NOW)
    [notice] = Notice.objects.all()
    assert (notice.person, notice.path) == (dev, f"/networks/ideas/{idea.pk}/")
    assert "owl" not in f"{notice.subject} {notice.body}".lower()
    assert [change.after for change in StateChange.objects.filter(machine="networks.idea")] == ["asked"]


def test_who_gave_no_age_does_not_ask(gwen: Person) -> None:
    with pytest.raises(MayNotAsk):
        ask(gwen)


def test_a_name_used_elsewhere_is_refused_there_and_while_it_waits(ada: Person, carers: Network) -> None:
    enter(ada, carers, "Heron")
    for name in ("Ada", "heron"):
        with pytest.raises(NameIsKnown) as refused:
            ask(ada, host_name=name)
        assert list(refused.value.message_dict) == ["host_name"]
    ask(ada)
    with pytest.raises(NameIsKnown):
        join(by=ada, network=make_network("Walkers"), chosen_name="Owl", at=NOW)


def test_three_may_wait(ada: Person) -> None:
    first = ask(ada)
    for number in (2, 3):
        ask(ada, host_name=f"Owl {number}")
    with pytest.raises(EnoughIdeas):
        ask(ada, host_name="Owl 4")
    withdraw_idea(by=ada, idea=first, at=NOW)
    ask(ada, host_name="Owl 4")


def test_yes_founds_it_with_whoever_asked_as_host(ada: Person, dev: Person) -> None:
    idea = ask(ada)
    Notice.objects.all().delete()

    network = yes(dev, idea, name="Night birds", languages=["cy"])

    assert (fresh(idea).state, fresh(idea).network) == ("founded", network)
    assert (network.name, network.languages, network.for_under_18s) == ("Night birds", ["cy"], False)
    host = Membership.objects.hosts().get()
    assert (host.person, host.chosen_name, host.network) == (ada, "Owl", network)
    assert Moderator.objects.current().get().person == ada
    assert {notice.person for notice in Notice.objects.all()} == {ada}


def test_a_name_that_is_taken_leaves_it_waiting(ada: Person, dev: Person) -> None:
    make_network("Night owls")
    idea = ask(ada)

    with pytest.raises(NetworkNameIsTaken):
        yes(dev, idea)
    assert fresh(idea).state == "asked"
    assert StateChange.objects.filter(machine="networks.idea").count() == 1


def test_no_is_told_with_words(ada: Person, dev: Person) -> None:
    idea = ask(ada)
    Notice.objects.all().delete()

    decline_idea(by=dev, idea=idea, answer="There is one like it.", at=NOW)

    assert (fresh(idea).state, fresh(idea).answer) == ("declined", "There is one like it.")
    [notice] = Notice.objects.all()
    assert notice.person == ada
    assert "like it" not in notice.body


def test_only_coordinators_answer_and_only_whoever_asked_takes_back(ada: Person, ben: Person, dev: Person) -> None:
    idea = ask(ada)

    for person in (ada, ben):
        with pytest.raises(MayNotFound):
            yes(person, idea)
        with pytest.raises(MayNotFound):
            decline_idea(by=person, idea=idea, answer="No.", at=NOW)
    for person in (ben, dev):
        with pytest.raises(MayNotAsk):
            withdraw_idea(by=person, idea=idea, at=NOW)
    assert fresh(idea).state == "asked"


def test_what_is_answered_is_answered_once(ada: Person, dev: Person) -> None:
    idea, copy = ask(ada), Idea.objects.get()
    decline_idea(by=dev, idea=idea, answer="No.", at=NOW)

    with pytest.raises(HasMovedOn):
        yes(dev, copy)
    with pytest.raises(HasMovedOn):
        withdraw_idea(by=ada, idea=copy, at=NOW)
    assert Network.objects.count() == 0


def test_a_network_of_the_young_has_an_adult_as_host(finn: Person, ben: Person, dev: Person, gwen: Person) -> None:
    idea = ask(finn)

    for host in (None, finn, gwen):
        with pytest.raises(HostIsTooYoung):
            yes(dev, idea, host=host, host_name="Wren")
    with pytest.raises(ValidationError) as refused:
        yes(dev, idea, host=ben, host_name="owl")
    assert list(refused.value.message_dict) == ["host_name"]
    assert fresh(idea).state == "asked"
    idea.refresh_from_db()
    network = yes(dev, idea, host=ben, host_name="Wren")

    assert network.for_under_18s is True
    assert [(one.person, one.is_host) for one in network.memberships.current().order_by("pk")] == [
        (ben, True),
        (finn, False),
    ]


def test_a_coordinator_who_reads_who_asked_is_seen_to(ada: Person, ben: Person, dev: Person) -> None:
    Person.objects.filter(pk=ada.pk).update(full_name="Ada Okafor")
    ask(ada)
    idea = Idea.objects.get()

    assert [read_idea(by=person, idea=idea, at=NOW) for person in (ada, ben, dev)] == ["", "", "Ada Okafor"]
    assert [(read.reader, read.person) for read in RecordRead.objects.all()] == [(dev, ada)]


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_of_many_coordinators_at_once_one_answers(ada: Person, dev: Person) -> None:
    idea = ask(ada)
    copies = [Idea.objects.select_related("by").get(pk=idea.pk) for _ in range(16)]

    def press(number: int) -> str:
        try:
            if number % 2:
                yes(dev, copies[number], name=f"Owls {number}")
            else:
                decline_idea(by=dev, idea=copies[number], answer="No.", at=NOW)
        except HasMovedOn:
            return "409"
        return "won"

    assert sorted(at_once([partial(press, number) for number in range(16)])) == ["409"] * 15 + ["won"]
    assert Network.objects.count() == (1 if fresh(idea).state == "founded" else 0)
