"""A question whose SQL is kept: the answer of the queryset for any number of keys, compiled once for each."""

from typing import Any

from django.db.models import Q, QuerySet

from people.models import Person
from people.ready import ready


def named(people: Any) -> "QuerySet[Person, Any]":
    """Those of them who are active, in order."""
    everybody: QuerySet[Person] = Person.objects.all()
    return everybody.filter(is_active=True, pk__in=people).order_by("pk").values_list("pk", "chosen_name")


def test_it_answers_as_the_queryset_does(ada: Person, ben: Person, cleo: Person) -> None:
    ask = ready(named)
    for keys in ([], [ada.pk], [ben.pk], [cleo.pk, ada.pk], [ada.pk, ben.pk, cleo.pk, 10**9]):
        assert ask(keys) == list(named(keys))


def test_keys_may_be_texts_and_stand_in_several_places(ada: Person, ben: Person, cleo: Person) -> None:
    ask = ready(
        lambda names: (
            Person.objects.filter(Q(chosen_name__in=names) | Q(email__in=names), is_active=True)
            .order_by("pk")
            .values_list("pk")
        )
    )
    assert ask(["Ada", "ben@example.org", "-1"]) == [(ada.pk,), (ben.pk,)]


def test_a_key_given_twice_is_one(ada: Person) -> None:
    assert ready(named)([ada.pk, ada.pk]) == [(ada.pk, "Ada")]


def test_it_is_compiled_once_for_each_number_of_keys(ada: Person, ben: Person) -> None:
    compiled = []

    def question(people: Any) -> "QuerySet[Person, Any]":
        compiled.append(len(people))
        return named(people)

    ask = ready(question)
    for keys in ([ada.pk], [ben.pk], [ada.pk, ben.pk], [ben.pk, ada.pk]):
        ask(keys)
    assert compiled == [1, 2]
