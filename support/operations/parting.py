"""Verbs of parting and coming back: words to each other, the look back, what is shown to the next, asking again."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from matching.models import Pairing, Request
from matching.operations import ask, end_pairing, save_request
from people.models import Person
from people.operations import move
from people.vocabulary import Support
from support.machines import STEP_DOWN
from support.models import Farewell, LookBack, Shown, StepDown
from support.operations.agreeing import NotOfTheTwo
from support.operations.holding import hold_together
from support.queries.goals import goals_as_they_are
from support.queries.parting import helper_again
from support.rules import is_member, takes_part


class NotYourLookBack(PermissionDenied):
    """What a member did before is theirs to show."""


@transaction.atomic
def say_farewell(*, by: Person, pairing: Pairing, words: str, at: datetime) -> None:
    """Keep what one of the two would like the other to read once it has ended; no words take back those before."""
    if not takes_part(by, pairing):
        raise NotOfTheTwo
    hold_together(pairing)
    if words:
        Farewell.objects.update_or_create(pairing=pairing, person=by, defaults={"words": words, "at": at})
    else:
        Farewell.objects.filter(pairing=pairing, person=by).delete()


@transaction.atomic
def end_together(*, by: Person, pairing: Pairing, words: str, wish: str, at: datetime) -> LookBack:
    """End it with a look back. The member says what they would like next, or nothing.

    Order of effects: the words are kept, the pairing ends as matching ends it, and whoever hears of that has made
    the look back, to which the member's wish is added.
    """
    say_farewell(by=by, pairing=pairing, words=words, at=at)
    said = wish if is_member(by, pairing) else ""
    end_pairing(by=by, pairing=pairing, look_again=said == LookBack.Wish.SOMEBODY, at=at)
    made = LookBack.objects.get(pairing=pairing)
    made.wish = said
    made.save(update_fields=["wish"])
    return made


def keep_look_back(*, pairing: Pairing, by: Person, at: datetime) -> None:
    """Keep what the two have done as it is now that they part, however they do, and close their plan."""
    LookBack.objects.get_or_create(pairing=pairing, defaults={"goals": goals_as_they_are(pairing), "at": at})
    member = pairing.request.person
    for plan in StepDown.objects.filter(pairing=pairing, state=StepDown.State.AGREED):
        move(plan, StepDown.State.DONE, machine=STEP_DOWN, by=by, at=at, about=member)
    for plan in StepDown.objects.filter(pairing=pairing, state=StepDown.State.PROPOSED):
        move(plan, StepDown.State.CALLED_OFF, machine=STEP_DOWN, by=by, at=at, about=member)


def forget_look_back(*, pairing: Pairing) -> None:
    """The two have not parted after all; the look back is made once they do."""
    LookBack.objects.filter(pairing=pairing).delete()


@transaction.atomic
def show_look_back(*, by: Person, look_back: LookBack, pairing: Pairing, at: datetime) -> None:
    """Let whoever is alongside the member now read what was done before. Twice is once."""
    _only_the_members(by, look_back, pairing)
    hold_together(pairing)
    Shown.objects.get_or_create(look_back=look_back, pairing=pairing, defaults={"at": at})


def hide_look_back(*, by: Person, look_back: LookBack, pairing: Pairing) -> None:
    _only_the_members(by, look_back, pairing)
    Shown.objects.filter(look_back=look_back, pairing=pairing).delete()


@transaction.atomic
def ask_again(*, by: Person, wish: str, at: datetime) -> Request:
    """A draft with the answers of the last time, in the place of the last time; only the wish for whom is new."""
    request = ask(by=by, at=at)
    if wish == "peer":
        save_request(by=by, request=request, answers={"wants": Support.PEER}, facts={})
    elif wish == "same":
        _wish_for_the_same(by, request)
    return request


def _wish_for_the_same(by: Person, request: Request) -> None:
    helper = helper_again(by)
    if helper is None:
        return
    name = helper.person.chosen_name
    others = [line for line in request.wish_names.splitlines() if line.strip().casefold() != name.casefold()]
    wants = request.wants if request.wants in (helper.kind, Support.EITHER) else Support.EITHER
    answers = {"wish_names": "\n".join([name, *others]), "wants": wants}
    save_request(by=by, request=request, answers=answers, facts={})


def _only_the_members(by: Person, look_back: LookBack, pairing: Pairing) -> None:
    if not (is_member(by, look_back.pairing) and is_member(by, pairing)):
        raise NotYourLookBack
