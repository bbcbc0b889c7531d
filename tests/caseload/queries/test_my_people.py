"""An adviser's own people."""

from caseload.models import Cover
from caseload.queries import MyPeople, my_people_of
from caseload.queries.my_people import Alongside
from people.models import Person, Topic
from tests.caseload.making import ago, make_helper, make_request, pair


def test_whom_somebody_is_alongside_now(ada: Person, ben: Person, cleo: Person, dev: Person, anxiety: Topic) -> None:
    """Unread words first; not those of others, not those that have ended."""
    helper, other = make_helper(ben), make_helper(cleo, kind="peer")
    quiet = pair(make_request(cleo, state="paired"), helper, days=9)
    talking = pair(make_request(ada, anxiety, state="paired"), helper, days=4, last=1)
    ended = pair(make_request(dev, state="paired"), helper, days=30, last=20)
    type(ended).objects.filter(pk=ended.pk).update(state="ended", ended_at=ago(2))
    assert my_people_of(ben) == MyPeople(
        offer=helper,
        people=[
            Alongside(ada, talking.pk, talking.conversation_id, "Anxiety and worry", ago(4), ago(1), unread=1),
            Alongside(cleo, quiet.pk, quiet.conversation_id, "", ago(9), None, unread=0),
        ],
        standing_in=[],
        stood_in_for=[],
        going_on=[],
        followed=[],
        beside=[],
        follow_ups=[],
    )
    assert my_people_of(cleo) == MyPeople(
        offer=other, people=[], standing_in=[], stood_in_for=[], going_on=[], followed=[], beside=[], follow_ups=[]
    )


def test_an_adviser_who_has_not_offered_yet(ben: Person) -> None:
    assert my_people_of(ben) == MyPeople(
        offer=None, people=[], standing_in=[], stood_in_for=[], going_on=[], followed=[], beside=[], follow_ups=[]
    )


def test_who_stands_in_for_whom(ben: Person, cover: Cover) -> None:
    assert (my_people_of(ben).standing_in, my_people_of(ben).stood_in_for) == ([], [cover])
    cora = my_people_of(cover.helper.person)
    assert (cora.people, cora.standing_in, cora.stood_in_for) == ([], [cover], [])
