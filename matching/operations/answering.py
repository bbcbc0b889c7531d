"""What asking and offering have in common: only one's own answers, kept page by page, none missing when sent."""

from collections.abc import Mapping
from typing import Any

from matching.errors import AnswersAreMissing, NotYours
from matching.models import Helper, Request
from matching.rules import may_answer
from people.models import Person
from people.operations import change_profile


def only_own(by: Person, thing: Request | Helper) -> None:
    if not may_answer(by, thing):
        raise NotYours


def keep(thing: Request | Helper, *, by: Person, answers: Mapping[str, Any], facts: Mapping[str, Any]) -> None:
    """Write the answers of one page: `answers` belong to the request or the offer, `facts` to the person."""
    chosen = dict(answers)
    topics = chosen.pop("topics", None)
    for name, value in chosen.items():
        setattr(thing, name, value)
    thing.save(update_fields=list(chosen))
    if topics is not None:
        thing.topics.set(topics)
    if facts:
        change_profile(by=by, facts=dict(facts))


def refuse_missing(thing: Request | Helper, answered: Mapping[str, bool]) -> None:
    """Refuse to send while something is not answered; `answered` says it of what each kind asks besides."""
    person = thing.person
    of_both = {
        "your languages": bool(person.languages),
        "ways to talk": bool(person.ways),
        "your age group": bool(person.age_group),
    }
    missing = [name for name, given in {**answered, **of_both}.items() if not given]
    if missing:
        raise AnswersAreMissing([f"Please answer: {name}." for name in missing])
