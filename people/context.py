"""What every page may say about the person who is looking at it."""

from django.http import HttpRequest

from people.rules import coordinators, helpers, those_who_keep_people_safe, those_who_refer


def me(request: HttpRequest) -> dict[str, bool]:
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return {}
    return {
        "is_helper": helpers(person),
        "is_coordinator": coordinators(person),
        "keeps_people_safe": those_who_keep_people_safe(person),
        "may_refer": those_who_refer(person),
    }
