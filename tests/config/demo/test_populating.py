"""What the town writes all at once is what the operations of the house write one by one."""

from datetime import timedelta
from random import Random

import pytest

from config.demo.casting import Character, Wishes
from config.demo.communities import Settling
from config.demo.populating import Asking, Draft, all_topics, begin_requests, send
from matching.models import Request
from matching.operations import ask, save_request, send_request
from networks.operations import found_network, join
from people.models import Area, Person, Topic
from tests.fixtures import NOW, make_person

SAID = {"story": "I sleep badly.", "wants": "either", "prefers_lived_experience": True}


def history(person: Person) -> dict[str, object]:
    """All that is kept of somebody who has asked."""
    request = Request.objects.get(person=person)
    return {
        "answers": {name: getattr(request, name) for name in SAID},
        "topics": [topic.slug for topic in request.topics.all()],
        "state": (request.state, request.began_at, request.asked_at),
        "changes": list(person.state_changes.order_by("pk").values_list("machine", "before", "after", "by", "at")),
        "consents": sorted(person.consents.values_list("purpose", "given_at")),
        "roles": list(person.roles.values_list("kind", "area", "granted_at")),
        "cared for by": list(person.looked_after_by.values_list("carer", "kind", "began_at")),
    }


@pytest.fixture
def newcomers(north: Area, dev: Person) -> tuple[Person, Person]:
    one, two = (
        make_person(name, area=north, age_group="26_64", languages=["en"], ways=["chat"]) for name in ("One", "Two")
    )
    return one, two


def test_asking(newcomers: tuple[Person, Person], dev: Person, north: Area, anxiety: Topic) -> None:
    one, two = newcomers
    later = NOW + timedelta(hours=1)

    request = ask(by=one, at=NOW)
    save_request(by=one, request=request, answers={**SAID, "topics": [anxiety]}, facts={})
    send_request(by=one, request=request, consents=["matching", "story"], at=later)

    wishes = Wishes(wants="either", prefers_lived_experience=True)
    (drafted,) = begin_requests([Draft(two, character("I sleep badly.", ("anxiety",)), wishes, NOW)], all_topics())
    send([Asking(drafted, later, shows_story=True)], {north.pk: dev})

    assert without(history(one), one) == without(history(two), two)


def character(story: str, topics: tuple[str, ...]) -> Character:
    return Character("", "", "", "", "26_64", "", ("en",), (), ("chat",), topics, story)


def without(said: dict[str, object], person: Person) -> dict[str, object]:
    """Who somebody is must not count when two are compared."""
    changes = said["changes"]
    assert isinstance(changes, list)
    return said | {"changes": [(*what, by == person.pk, at) for *what, by, at in changes]}


def test_joining(newcomers: tuple[Person, Person], dev: Person) -> None:
    one, two = newcomers
    network = found_network(
        by=dev, name="Rice", purpose="Rice", agreement="Kind", joining="open", for_under_18s=False, at=NOW
    )

    join(by=one, network=network, chosen_name="Heron", at=NOW)
    settling = Settling(Random(1), founder=dev, always={}, at=NOW)
    settling.let_in(network, [two], iter(["Curlew"]))

    assert [step(one), step(two)] == [[("", "asked", True), ("asked", "joined", True)]] * 2
    assert list(network.memberships.order_by("pk").values_list("state", "is_host", "since")) == [
        ("joined", False, NOW),
        ("joined", False, NOW),
    ]


def step(person: Person) -> list[tuple[str, str, bool]]:
    changes = person.state_changes.filter(machine="networks.membership").order_by("pk")
    return [(change.before, change.after, change.by == person) for change in changes]
