"""What each may read of somebody's record."""

from caseload.queries import Record, people_looked_after_by, record_of
from caseload.queries.helpers import Checks
from caseload.queries.record import Step
from caseload.rules import Relation
from people.models import Area, Person, Topic
from people.operations import assign, give_consent
from tests.caseload.making import ago, make_concern, make_helper, make_request, make_round, pair, propose
from tests.fixtures import NOW, make_person
from tests.support.making import proposed_agreement, signed_agreement


def as_coordinator(viewer: Person, person: Person) -> Record:
    return record_of(person, viewer=viewer, relation=Relation.COORDINATOR, at=NOW)


def as_adviser(viewer: Person, person: Person) -> Record:
    return record_of(person, viewer=viewer, relation=Relation.ADVISER, at=NOW)


def test_whose_page_may_be_opened(ada: Person, ben: Person, dev: Person, eve: Person) -> None:
    assert set(people_looked_after_by(dev)) == {ada, ben}
    assert set(people_looked_after_by(ben)) == set()
    assign(carer=ben, person=ada, kind="adviser", at=NOW)
    assert set(people_looked_after_by(ben)) == {ada}
    assert set(people_looked_after_by(eve)) == set()


def test_names_only_for_coordinators(ada: Person, ben: Person, dev: Person) -> None:
    ada.full_name = "Ada Archer"
    seen = [as_coordinator(dev, ada), as_adviser(ben, ada)]
    assert [(record.full_name, record.email) for record in seen] == [("Ada Archer", "ada@example.org"), ("", "")]


def test_the_story(ada: Person, ben: Person, dev: Person) -> None:
    request = make_request(ada, state="paired", story="My story")
    pair(request, make_helper(ben))
    assert [as_coordinator(dev, ada).story, as_adviser(ben, ada).story] == ["My story", ""]
    give_consent(by=ada, purpose="story", at=NOW)
    assert [as_coordinator(dev, ada).story, as_adviser(ben, ada).story] == ["My story", "My story"]


def test_the_open_request_comes_before_an_older_one(ada: Person, dev: Person) -> None:
    make_request(ada, days=30, state="withdrawn")
    now = make_request(ada, days=2)
    assert as_coordinator(dev, ada).request == now


def test_pairings_and_proposals(ada: Person, ben: Person, cleo: Person, dev: Person) -> None:
    """A coordinator reads of all of them; a helper of their own pairings only, and of no offers."""
    request = make_request(ada, state="paired", days=30)
    advising, supporting = make_helper(ben), make_helper(cleo, kind="peer")
    ended = pair(request, supporting, days=20)
    type(ended).objects.filter(pk=ended.pk).update(state="ended", ended_at=ago(10))
    now = pair(request, advising, days=5)
    aside = propose(make_round(ada.area, days=21), request, advising, state="set_aside")
    undecided = propose(make_round(ada.area, days=1), request, supporting)

    full = as_coordinator(dev, ada)
    assert full.pairings == [now, ended]
    assert full.active_pairings == [now]
    assert full.rounds_to_decide == [undecided.round]
    assert full.proposals == [undecided, now.proposal, ended.proposal]
    assert aside not in full.proposals
    partly = as_adviser(ben, ada)
    assert (partly.pairings, partly.proposals) == ([now], [])


def test_a_coordinator_reads_that_there_is_an_agreement_and_not_its_words(
    ada: Person, ben: Person, dev: Person
) -> None:
    signed = signed_agreement(pair(make_request(ada, state="paired"), make_helper(ben)))
    [pairing] = as_coordinator(dev, ada).pairings
    assert (pairing.agreed_at, pairing.review_on) == (NOW, signed.review_on)  # type: ignore[attr-defined]


def test_a_helpers_own_page(ada: Person, ben: Person, dev: Person) -> None:
    helper = make_helper(ben)
    pairing = pair(make_request(ada, state="paired"), helper)
    record = as_coordinator(dev, ben)
    assert (record.helper, record.checks, record.alongside) == (helper, Checks.IN_DATE, [pairing])
    assert record.request is None
    partly = as_adviser(ada, ben)
    assert (partly.helper, partly.checks, partly.alongside) == (None, None, [])


def test_carers_from_and_to(ada: Person, ben: Person, dev: Person) -> None:
    now = assign(carer=dev, person=ada, kind="coordinator", at=ago(3))
    over = assign(carer=ben, person=ada, kind="adviser", at=ago(9))
    type(over).objects.filter(pk=over.pk).update(ended_at=ago(5))
    assert set(as_coordinator(dev, ada).carers) == {now, over}


def test_history_in_words_the_latest_first(ada: Person, ben: Person, cleo: Person, dev: Person) -> None:
    request = make_request(ada, days=9, state="paired")
    propose(make_round(ada.area, days=8), request, make_helper(cleo, kind="peer"), state="set_aside")
    pair(request, make_helper(ben), days=5)
    alongside = Step("Ben is alongside from now on", "Ada", ago(5))
    offers = [
        Step("The offer of Ben was accepted", "Ada", ago(5)),
        Step("Ben was offered", "Ada", ago(5)),
        Step("Ben was proposed", "", ago(5)),
        Step("The proposal of Cleo was set aside", "Ada", ago(8)),
        Step("Cleo was proposed", "", ago(8)),
    ]
    asking = [
        Step("Chose somebody", "Ada", ago(9)),
        Step("Got offers to choose from", "Ada", ago(9)),
        Step("Asked for support", "Ada", ago(9)),
        Step("Began to ask for support", "Ada", ago(9)),
    ]
    assert as_coordinator(dev, ada).history == [alongside, *offers, *asking]
    assert as_adviser(ben, ada).history == [alongside, *asking]
    # Cleo looks after Ada too, but was not the one she chose: she reads nothing about Ben.
    assert as_adviser(cleo, ada).history == asking


def test_that_the_two_work_on_an_agreement_is_told_to_a_coordinator(ada: Person, ben: Person, dev: Person) -> None:
    pairing = pair(make_request(ada, state="paired"), make_helper(ben))
    proposed_agreement(ben, pairing)
    told = Step("It was proposed how the two work together", "Ben", NOW)
    assert told in as_coordinator(dev, ada).history
    assert told not in as_adviser(ben, ada).history


def test_a_concern_shows_only_to_whom_it_is_visible(ada: Person, ben: Person, dev: Person, south: Area) -> None:
    make_concern(ben, ada)
    make_request(ada)
    away = make_person("Ina", "coordinator", area=south)
    seen = [as_coordinator(dev, ada), as_adviser(ben, ada), as_coordinator(away, ada)]
    assert [record.has_open_concern for record in seen] == [True, False, False]


def test_who_can_be_reached_from_a_page(ada: Person, ben: Person, dev: Person, south: Area, anxiety: Topic) -> None:
    far = make_person("Jon", "adviser", area=south)
    request = make_request(ada, anxiety, state="paired")
    propose(make_round(ada.area), request, make_helper(far), state="declined")
    pair(request, make_helper(ben))
    assign(carer=dev, person=ada, kind="coordinator", at=NOW)
    assert as_coordinator(dev, ada).reachable == {ben.pk}
    assert as_adviser(ben, ada).reachable == set()
