"""A transfer between areas needs both: asked by the one, agreed by the other; the person is told, the trail is kept."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from caseload.errors import CannotGoThere
from caseload.models import Transfer
from caseload.operations import (
    agree_to_transfer,
    ask_for_transfer,
    end_belonging,
    refuse_transfer,
    take_back_transfer,
)
from caseload.queries import transfers_for
from caseload.queries.concerns import open_concerns
from caseload.queries.scope import Filters, Scope
from people.errors import HasMovedOn
from people.models import Area, Person, Role, StateChange
from people.operations import add_area, assign, belong
from safeguarding.evidence import Evidence
from safeguarding.operations import raise_concern
from safeguarding.queries import concerns_for, who_looks_at
from tests.fixtures import NOW, As, make_person
from tests.matching.making import fresh, sent_request

COORDINATOR = Role.Kind.COORDINATOR


@pytest.fixture
def dara(south: Area) -> Person:
    """Dara coordinates the south."""
    return make_person("Dara", COORDINATOR, area=south)


@pytest.fixture
def lou(db: None) -> Person:
    """Lou coordinates everywhere."""
    return make_person("Lou", COORDINATOR)


Ask = Callable[..., Transfer]


@pytest.fixture
def asked(ada: Person, dev: Person, dara: Person, south: Area) -> Transfer:
    """Dev asks the south to look after Ada."""
    return ask_for_transfer(by=dev, person=ada, to=south, stays=False, why="She moves.", at=NOW)


def sees(viewer: Person, person: Person) -> bool:
    return person in Person.objects.coordinated_by(fresh(viewer))


def carers(person: Person) -> list[str]:
    held = person.looked_after_by.filter(kind=COORDINATOR, ended_at=None)
    return sorted(held.values_list("carer__chosen_name", flat=True))


def told(person: Person) -> list[str]:
    return list(person.notices.filter(kind="support").order_by("pk").values_list("subject", flat=True))


def test_asking_changes_nothing_and_tells_both(asked: Transfer, ada: Person, dev: Person, dara: Person) -> None:
    assert (asked.state, asked.from_area, fresh(ada).area) == ("asked", ada.area, ada.area)
    assert (sees(dev, ada), sees(dara, ada)) == (True, False)
    assert (told(ada), told(dara), told(dev)) == (
        ["Another area may look after you"],
        ["Another area asks you to look after somebody"],
        [],
    )


def test_agreed_the_person_goes_with_all_they_have(ada: Person, dev: Person, dara: Person, south: Area) -> None:
    request = sent_request(ada)
    assert carers(ada) == ["Dev"]
    transfer = ask_for_transfer(by=dev, person=ada, to=south, stays=False, why="She moves.", at=NOW)
    agree_to_transfer(by=dara, transfer=transfer, at=NOW)
    assert (fresh(ada).area, carers(ada), sees(dev, ada), sees(dara, ada)) == (south, ["Dara"], False, True)
    assert (fresh(request).asked_at, fresh(request).state) == (request.asked_at, "waiting")
    assert told(ada)[-1] == "Another area looks after you from now on"
    assert told(dev) == ["A transfer was agreed"]
    trail = StateChange.objects.filter(machine="caseload.transfer", person=ada).order_by("pk")
    assert list(trail.values_list("before", "after", "by")) == [("", "asked", dev.pk), ("asked", "agreed", dara.pk)]


def test_who_asks_for_no_support_is_given_no_coordinator(ben: Person, dev: Person, dara: Person, south: Area) -> None:
    transfer = ask_for_transfer(by=dev, person=ben, to=south, stays=False, why="He moves.", at=NOW)
    agree_to_transfer(by=dara, transfer=transfer, at=NOW)
    assert (fresh(ben).area, carers(ben)) == (south, [])


def test_agreed_that_both_look_after_them(ada: Person, dev: Person, dara: Person, south: Area) -> None:
    sent_request(ada)
    transfer = ask_for_transfer(by=dev, person=ada, to=south, stays=True, why="Both.", at=NOW)
    agree_to_transfer(by=dara, transfer=transfer, at=NOW)
    assert (fresh(ada).area, carers(ada), sees(dev, ada), sees(dara, ada)) == (ada.area, ["Dara", "Dev"], True, True)
    end_belonging(by=dara, person=ada, area=south, at=NOW)
    assert (carers(ada), sees(dev, ada), sees(dara, ada)) == (["Dev"], True, False)


def test_from_one_service_besides_to_another(ada: Person, dara: Person, south: Area, lou: Person) -> None:
    """The area they live in has no part in it."""
    west = add_area(by=lou, name="West", below=None)
    wes = make_person("Wes", COORDINATOR, area=west)
    belong(person=ada, area=south, at=NOW)
    transfer = ask_for_transfer(by=dara, person=ada, to=west, stays=False, why="Closer.", at=NOW)
    agree_to_transfer(by=wes, transfer=transfer, at=NOW)
    assert (fresh(ada).area, sees(dara, ada), sees(wes, ada)) == (ada.area, False, True)


def test_whom_no_area_has_yet_is_taken_in(dev: Person, dara: Person, south: Area) -> None:
    finn = make_person("Finn", Role.Kind.MEMBER)
    transfer = ask_for_transfer(by=dev, person=finn, to=south, stays=True, why="He lives there.", at=NOW)
    assert (transfer.from_area, transfer.stays) == (None, False)
    agree_to_transfer(by=dara, transfer=transfer, at=NOW)
    assert (fresh(finn).area, sees(dev, finn), sees(dara, finn)) == (south, False, True)


def test_somebody_asks_for_themselves_and_both_areas_hear_of_it(
    ada: Person, dev: Person, dara: Person, south: Area
) -> None:
    sent_request(ada)
    transfer = ask_for_transfer(by=ada, person=ada, to=south, stays=False, why="I have moved.", at=NOW)
    assert (transfer.from_area, fresh(ada).area, told(ada)) == (ada.area, ada.area, [])
    assert told(dev) == ["Somebody asks to be looked after by another area"]
    assert told(dara) == ["Another area asks you to look after somebody"]
    agree_to_transfer(by=dara, transfer=transfer, at=NOW)
    assert (fresh(ada).area, carers(ada), sees(dev, ada)) == (south, ["Dara"], False)
    assert told(ada) == ["Another area looks after you from now on"]


@pytest.mark.parametrize("who", ["ada", "dev"])
def test_what_somebody_asked_for_themselves_they_and_those_they_would_leave_take_back(
    who: str, ada: Person, dev: Person, dara: Person, south: Area
) -> None:
    transfer = ask_for_transfer(by=ada, person=ada, to=south, stays=False, why="I have moved.", at=NOW)
    take_back_transfer(by={"ada": ada, "dev": dev}[who], transfer=transfer, at=NOW)
    assert (fresh(transfer).state, fresh(ada).area) == ("taken_back", ada.area)
    assert told(ada) == ([] if who == "ada" else ["You stay where you are looked after"])


def test_who_is_of_no_area_has_none_to_leave(south: Area) -> None:
    finn = make_person("Finn", Role.Kind.MEMBER)
    with pytest.raises(PermissionDenied):
        ask_for_transfer(by=finn, person=finn, to=south, stays=False, why="I live there.", at=NOW)


@pytest.mark.parametrize("verb", ["refuse", "take back"])
def test_refused_or_taken_back_everything_stays(
    asked: Transfer, ada: Person, dev: Person, dara: Person, verb: str
) -> None:
    if verb == "refuse":
        refuse_transfer(by=dara, transfer=asked, words="We are full.", at=NOW)
    else:
        take_back_transfer(by=dev, transfer=asked, at=NOW)
    asked = fresh(asked)
    assert (asked.state, asked.answer) == (("refused", "We are full.") if verb == "refuse" else ("taken_back", ""))
    assert (fresh(ada).area, sees(dev, ada), sees(dara, ada)) == (ada.area, True, False)
    assert told(ada)[-1] == "You stay where you are looked after"
    with pytest.raises(HasMovedOn):
        agree_to_transfer(by=dara, transfer=asked, at=NOW)


def test_who_may_do_what(asked: Transfer, ada: Person, dev: Person, dara: Person, south: Area, lou: Person) -> None:
    """Each side only its own part; nobody about themselves; whoever lies above a side speaks for it."""
    people = {"ada": ada, "dev": dev, "dara": dara, "lou": lou, "eve": make_person("Eve", Role.Kind.MEMBER, area=south)}
    verbs: dict[str, Callable[[Person], object]] = {
        "ask": lambda by: ask_for_transfer(by=by, person=ada, to=south, stays=False, why="", at=NOW),
        "agree": lambda by: agree_to_transfer(by=by, transfer=fresh(asked), at=NOW),
        "refuse": lambda by: refuse_transfer(by=by, transfer=fresh(asked), words="", at=NOW),
        "take back": lambda by: take_back_transfer(by=by, transfer=fresh(asked), at=NOW),
    }
    may = {verb: [name for name, by in people.items() if attempt(doing, by)] for verb, doing in verbs.items()}
    assert may == {
        "ask": ["ada", "dev", "lou"],
        "agree": ["dara", "lou"],
        "refuse": ["dara", "lou"],
        "take back": ["dev", "lou"],
    }
    visible = [name for name, by in people.items() if transfers_for(fresh(by)).exists()]
    assert visible == ["ada", "dev", "dara", "lou"]


def test_an_open_concern_goes_along_and_those_who_knew_of_it_do_not_lose_sight(
    ada: Person, ben: Person, dev: Person, dara: Person, south: Area
) -> None:
    said = Evidence(kind="message", reference="1", author="Ada", text="Words", written_at=NOW)
    concern = raise_concern(by=ben, about=ada, reason="abuse", words="", evidence=said, at=NOW)
    assert set(who_looks_at(concern)) == {dev}
    transfer = ask_for_transfer(by=dev, person=ada, to=south, stays=False, why="She moves.", at=NOW)
    agree_to_transfer(by=dara, transfer=transfer, at=NOW)
    concern = fresh(concern)
    assert set(who_looks_at(concern)) == {dev, dara}
    for one in (dev, dara):
        assert list(concerns_for(fresh(one))) == [concern]
    for area in ("north", "south"):
        scope = Scope(make_person(f"Lou {area}", COORDINATOR), NOW, Filters(area=area))
        assert list(open_concerns(scope)) == [concern]


def attempt(doing: Callable[[Person], object], by: Person) -> bool:
    """Whether somebody is let through the door; what they did is undone."""

    try:
        with transaction.atomic():
            doing(by)
            transaction.set_rollback(True)
    except PermissionDenied:
        return False
    except HasMovedOn:
        pass
    return True


def test_one_waits_at_a_time_and_leads_somewhere_else(asked: Transfer, ada: Person, dev: Person, south: Area) -> None:
    with pytest.raises(HasMovedOn):
        ask_for_transfer(by=dev, person=ada, to=south, stays=False, why="Again.", at=NOW)
    take_back_transfer(by=dev, transfer=asked, at=NOW)
    assert ada.area
    with pytest.raises(CannotGoThere):
        ask_for_transfer(by=dev, person=ada, to=ada.area, stays=False, why="Here.", at=NOW)


def test_the_database_holds_one_open_transfer(asked: Transfer, ada: Person, south: Area) -> None:
    with pytest.raises(IntegrityError):
        Transfer.objects.create(person=ada, to_area=south, why="Again.", asked_at=NOW)


def test_who_has_moved_meanwhile_is_not_moved_again(asked: Transfer, ada: Person, dara: Person, lou: Person) -> None:
    west = add_area(by=lou, name="West", below=None)
    Person.objects.filter(pk=ada.pk).update(area=west)
    with pytest.raises(HasMovedOn):
        agree_to_transfer(by=dara, transfer=asked, at=NOW)
    assert (fresh(ada).area, fresh(asked).state) == (west, "asked")


def test_whoever_still_coordinates_them_goes_on_looking_after_them(
    ada: Person, dev: Person, lou: Person, dara: Person, south: Area
) -> None:
    for carer in (dev, lou):
        assign(carer=carer, person=ada, kind=COORDINATOR, at=NOW)
    transfer = ask_for_transfer(by=lou, person=ada, to=south, stays=False, why="She moves.", at=NOW)
    agree_to_transfer(by=dara, transfer=transfer, at=NOW)
    assert carers(ada) == ["Dara", "Lou"]


# -- Pages


def test_who_is_looked_after_asks_and_does_not_just_go(
    ada: Person, dev: Person, dara: Person, south: Area, signed_in_as: As
) -> None:
    adas = signed_in_as(ada)
    assert 'href="/transfers/new/"' in adas.get("/record/").content.decode()
    page = adas.get("/record/details/").content.decode()
    assert "This area looks after you." in page
    adas.post("/record/details/", {"chosen_name": "Ada", "age_group": "26_64", "languages": ["en"], "area": south.pk})
    assert fresh(ada).area == ada.area
    assert "Say why, in a sentence or two." in adas.post("/transfers/new/", {"to": south.pk}).content.decode()
    adas.post("/transfers/new/", {"to": south.pk, "why": "I have moved."})
    path = f"/transfers/{Transfer.objects.get().pk}/"
    # While one waits, that is the one to read.
    assert adas.get("/transfers/new/")["Location"] == path
    assert "Take it back" in adas.get(path).content.decode()
    assert signed_in_as(dev).post(f"{path}agreement/").status_code == 404
    adas.post(f"{path}taking-back/")
    assert Transfer.objects.get().state == "taken_back"


def test_the_pages(ada: Person, dev: Person, dara: Person, south: Area, signed_in_as: As) -> None:
    sent_request(ada)
    his, hers, adas = (signed_in_as(one) for one in (dev, dara, ada))
    new = f"/desk/people/{ada.pk}/transfer/"
    assert "Choose an area." in his.post(new, {}).content.decode()
    his.post(new, {"to": south.pk, "how": "stays", "why": "Her mother lives there."})
    transfer = Transfer.objects.get()
    assert "Yours" in hers.get("/desk/").content.decode()
    page = hers.get(f"/transfers/{transfer.pk}/").content.decode()
    assert ("Her mother lives there." in page, "Ada" in page, "My story" in page) == (True, True, False)
    assert "Her mother lives there." in adas.get(f"/transfers/{transfer.pk}/").content.decode()
    hers.post(f"/transfers/{transfer.pk}/agreement/")
    page = his.get(f"/desk/people/{ada.pk}/").content.decode()
    assert "South looks after them from now on" in page
    assert "South" in adas.get("/record/").content.decode()
    hers.post(f"/desk/people/{ada.pk}/belongings/{south.pk}/end/")
    assert not ada.belongings.filter(ended_at=None).exists()
    # The receiving coordinator left a note that Ada can see.
    assert "about a transfer to another area" in adas.get("/record/").content.decode()
