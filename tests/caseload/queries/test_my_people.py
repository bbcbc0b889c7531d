"""An adviser's own people."""

from caseload.models import Cover
from caseload.queries import MyPeople, my_people_of, record_of
from caseload.queries.my_people import Alongside
from caseload.rules import Relation
from people.models import Person, Topic
from support.models import Goal
from tests.caseload.making import ago, make_helper, make_request, pair
from tests.fixtures import NOW


def test_whom_somebody_is_alongside_now(ada: Person, ben: Person, cleo: Person, dev: Person, anxiety: Topic) -> None:
    """Unread words first; not those of others, not those that have ended."""
    helper, other = make_helper(ben), make_helper(cleo, kind="peer")
    quiet = pair(make_request(cleo, state="paired"), helper, days=9)
    talking = pair(make_request(ada, anxiety, state="paired"), helper, days=4, last=1)
    ended = pair(make_request(dev, state="paired"), helper, days=30, last=20)
    type(ended).objects.filter(pk=ended.pk).update(state="ended", ended_at=ago(2))
    assert my_people_of(ben) == MyPeople(
        offer=helper,
        absence=None,
        people=[
            Alongside(ada, talking.pk, talking.conversation_id, "Anxiety and worry", ago(4), ago(1), 1, 0, 0),
            Alongside(cleo, quiet.pk, quiet.conversation_id, "", ago(9), None, 0, 0, 0),
        ],
        standing_in=[],
        stood_in_for=[],
        going_on=[],
        followed=[],
        beside=[],
        follow_ups=[],
    )
    assert my_people_of(cleo) == MyPeople(
        offer=other,
        absence=None,
        people=[],
        standing_in=[],
        stood_in_for=[],
        going_on=[],
        followed=[],
        beside=[],
        follow_ups=[],
    )


def test_goals_are_counted_where_they_are_worked_on(ada: Person, ben: Person, dev: Person) -> None:
    """Numbers and no words, to whoever is alongside and to the coordinator; not what is only proposed, nor let go."""
    pairing = pair(make_request(ada, state="paired"), make_helper(ben))
    for number, state in enumerate(["active", "active", "reached", "let_go", "proposed"]):
        closed_at = None if state in ("active", "proposed") else NOW
        Goal.objects.create(
            member=ada, pairing=pairing, words=str(number), state=state, proposed_at=NOW, closed_at=closed_at
        )
    Goal.objects.create(member=ada, words="Before", state="active", proposed_at=NOW)
    [one] = my_people_of(ben).people
    [row] = record_of(ada, viewer=dev, relation=Relation.COORDINATOR, at=NOW).pairings
    assert (one.goals_open, one.goals_reached) == (row.goals_open, row.goals_reached) == (2, 1)  # type: ignore[attr-defined]


def test_an_adviser_who_has_not_offered_yet(ben: Person) -> None:
    assert my_people_of(ben) == MyPeople(
        offer=None,
        absence=None,
        people=[],
        standing_in=[],
        stood_in_for=[],
        going_on=[],
        followed=[],
        beside=[],
        follow_ups=[],
    )


def test_who_stands_in_for_whom(ben: Person, cover: Cover) -> None:
    assert (my_people_of(ben).standing_in, my_people_of(ben).stood_in_for) == ([], [cover])
    cora = my_people_of(cover.helper.person)
    assert (cora.people, cora.standing_in, cora.stood_in_for) == ([], [cover], [])
