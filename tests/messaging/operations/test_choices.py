"""What people choose to hear, and stopping e-mails from the mail itself with a way back."""

import pytest
from django.db import IntegrityError, transaction

from messaging.models import Channel, Notice, NoticeChoice, NoticeHours
from messaging.operations import choose_notices, start_mails, stop_mails
from messaging.queries import gets_mails, grid_of
from messaging.stopping import ALL, DAILY
from people.models import Consent, Person
from people.queries import has_agreed
from tests.fixtures import NOW
from tests.messaging.making import agree_to_mail, choose

Kind = Notice.Kind


def test_what_holds_for_who_has_chosen_nothing(ada: Person) -> None:
    wanted = {Channel.APP: True, Channel.EMAIL: True, Channel.PUSH: True, Channel.SMS: False, Channel.DIGEST: False}
    assert grid_of(ada) == {(kind, channel): wanted[channel] for kind in Kind for channel in Channel}


def test_only_what_was_changed_is_written_down(ada: Person) -> None:
    wanted = {**grid_of(ada), (Kind.NETWORKS, Channel.EMAIL): False, (Kind.MESSAGE, Channel.SMS): True}
    choose_notices(by=ada, wanted=wanted, quiet_from=22, quiet_until=7, daily_at=18)
    assert grid_of(ada) == wanted
    assert NoticeChoice.objects.count() == 2
    hours = NoticeHours.objects.get(person=ada)
    assert (hours.quiet_from, hours.quiet_until, hours.daily_at) == (22, 7, 18)


def test_choosing_again_replaces_what_was_chosen(ada: Person, ben: Person) -> None:
    before = grid_of(ada)
    for is_wanted in (True, False):
        wanted = {**before, (Kind.MESSAGE, Channel.SMS): is_wanted}
        choose_notices(by=ada, wanted=wanted, quiet_from=None, quiet_until=None, daily_at=8)
    assert grid_of(ada) == grid_of(ben) == before


def test_what_is_about_safety_stands_in_the_app_whatever_is_kept(ada: Person) -> None:
    choose(ada, Channel.APP, kind=Kind.SAFETY, is_wanted=False)
    assert grid_of(ada)[Kind.SAFETY, Channel.APP]


@pytest.mark.parametrize(("quiet_from", "quiet_until"), [(22, None), (None, 7), (24, 7), (22, 24)])
def test_quiet_hours_are_two_hours_of_a_day(quiet_from: int | None, quiet_until: int | None, ada: Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        NoticeHours.objects.create(person=ada, quiet_from=quiet_from, quiet_until=quiet_until)


def test_stopping_a_kind_stops_its_mails_and_leaves_the_others(ada: Person) -> None:
    agree_to_mail(ada)
    choose(ada, Channel.DIGEST)
    stop_mails(person=ada, scope=Kind.MATCHING, at=NOW)
    grid = grid_of(ada)
    assert [grid[Kind.MATCHING, channel] for channel in (Channel.EMAIL, Channel.DIGEST, Channel.APP)] == [
        False,
        False,
        True,
    ]
    assert grid[Kind.NETWORKS, Channel.EMAIL]
    assert [gets_mails(ada, scope) for scope in (Kind.MATCHING, Kind.NETWORKS, ALL)] == [False, True, True]
    start_mails(person=ada, scope=Kind.MATCHING, at=NOW)
    assert gets_mails(ada, Kind.MATCHING)


def test_stopping_the_daily_one_leaves_the_mails_that_come_at_once(ada: Person) -> None:
    agree_to_mail(ada)
    choose(ada, Channel.DIGEST)
    assert gets_mails(ada, DAILY)
    stop_mails(person=ada, scope=DAILY, at=NOW)
    assert [gets_mails(ada, scope) for scope in (DAILY, Kind.MATCHING)] == [False, True]
    start_mails(person=ada, scope=DAILY, at=NOW)
    assert gets_mails(ada, DAILY)


def test_stopping_all_takes_the_consent_back_and_keeps_the_choices_for_the_way_back(ada: Person) -> None:
    agree_to_mail(ada)
    choose(ada, Channel.EMAIL, kind=Kind.NETWORKS, is_wanted=False)
    for _ in range(2):
        stop_mails(person=ada, scope=ALL, at=NOW)
    assert not has_agreed(ada, Consent.Purpose.EMAIL)
    assert not gets_mails(ada, Kind.MATCHING)
    start_mails(person=ada, scope=ALL, at=NOW)
    assert [gets_mails(ada, scope) for scope in (ALL, Kind.MATCHING, Kind.NETWORKS)] == [True, True, False]
