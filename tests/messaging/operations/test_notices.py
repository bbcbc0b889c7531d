"""Telling people: by which channels, in whose transaction, held back by whose quiet hours."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from messaging.models import Channel, Dispatch, Notice, NoticeChoice, NoticeHours
from messaging.operations import read_all_notices, read_notice, write_notice
from people.models import Person
from people.operations import withdraw_consent
from tests.fixtures import NOW
from tests.messaging.making import agree_to_mail, choose, give_device, give_phone, tell

LATE = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
MORNING = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


def channels(notice: Notice) -> list[str]:
    return sorted(notice.dispatches.values_list("channel", flat=True))


def test_who_has_chosen_nothing_is_told_in_the_app_alone(ada: Person) -> None:
    notice = tell(ada)
    assert (notice.is_listed, notice.read_at, channels(notice)) == (True, None, [])


def test_who_agreed_to_mail_gets_one_too(ada: Person) -> None:
    agree_to_mail(ada)
    assert channels(tell(ada)) == [Channel.EMAIL]


def test_no_mail_for_who_has_no_address_or_took_consent_back(ada: Person, ben: Person) -> None:
    agree_to_mail(ada)
    agree_to_mail(ben)
    Person.objects.filter(pk=ada.pk).update(email=None)
    withdraw_consent(by=ben, purpose="email", at=NOW)
    assert [channels(tell(ada)), channels(tell(ben))] == [[], []]


def test_who_is_gone_hears_nothing(ada: Person) -> None:
    agree_to_mail(ada)
    Person.objects.filter(pk=ada.pk).update(is_active=False)
    notice = tell(ada)
    assert (notice.is_listed, channels(notice)) == (False, [])


def test_a_text_needs_a_choice_and_a_confirmed_number(ada: Person) -> None:
    give_phone(ada)
    assert channels(tell(ada)) == []
    choose(ada, Channel.SMS)
    assert channels(tell(ada)) == [Channel.SMS]
    Person.objects.filter(pk=ada.pk).update(phone_confirmed_at=None)
    assert channels(tell(ada)) == []


def test_each_device_has_a_row_of_its_own(ada: Person) -> None:
    devices = [give_device(ada, name) for name in ("phone", "laptop")]
    rows = tell(ada).dispatches.order_by("pk")
    assert [(row.channel, row.device) for row in rows] == [(Channel.PUSH, device) for device in devices]


def test_a_choice_holds_for_its_kind_alone(ada: Person) -> None:
    agree_to_mail(ada)
    choose(ada, Channel.EMAIL, kind=Notice.Kind.NETWORKS, is_wanted=False)
    assert [channels(tell(ada, kind=kind)) for kind in (Notice.Kind.NETWORKS, Notice.Kind.MATCHING)] == [
        [],
        [Channel.EMAIL],
    ]


@pytest.mark.parametrize(("kind", "is_listed"), [(kind, kind == Notice.Kind.SAFETY) for kind in Notice.Kind], ids=str)
def test_what_is_about_safety_cannot_be_silenced_in_the_app(ada: Person, kind: str, is_listed: bool) -> None:
    choose(ada, Channel.APP, kind=kind, is_wanted=False)
    assert tell(ada, kind=kind).is_listed is is_listed


def test_quiet_hours_hold_back_what_goes_out_and_not_the_list(ada: Person) -> None:
    agree_to_mail(ada)
    NoticeHours.objects.create(person=ada, quiet_from=22, quiet_until=7)
    notice = tell(ada, at=LATE)
    assert notice.is_listed
    assert notice.dispatches.get().next_try_at == MORNING


def test_the_daily_mail_waits_for_its_hour_and_then_for_the_quiet_to_end(ada: Person, ben: Person) -> None:
    for person, daily_at, quiet_until in ((ada, 18, 7), (ben, 6, 7)):
        agree_to_mail(person)
        choose(person, Channel.EMAIL, is_wanted=False)
        choose(person, Channel.DIGEST)
        NoticeHours.objects.create(person=person, quiet_from=22, quiet_until=quiet_until, daily_at=daily_at)
    evening = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
    assert [tell(person, at=NOW).dispatches.get().next_try_at for person in (ada, ben)] == [evening, MORNING]


@pytest.mark.django_db(transaction=True)
def test_what_is_undone_tells_nobody(ada: Person) -> None:
    agree_to_mail(ada)

    with transaction.atomic():
        tell(ada, at=NOW - timedelta(days=3650))
        transaction.set_rollback(True)
    assert (Notice.objects.count(), Dispatch.objects.count(), mail.outbox) == (0, 0, [])


@pytest.mark.django_db(transaction=True)
def test_what_is_due_is_handed_over_at_once_when_it_is_committed(ada: Person) -> None:
    agree_to_mail(ada)
    # In the past, because the task reads the clock.
    with transaction.atomic():
        tell(ada, at=NOW - timedelta(days=3650))
        assert mail.outbox == []
    assert len(mail.outbox) == 1


def test_a_subject_is_one_line(ada: Person) -> None:
    notice = write_notice(
        person=ada, kind=Notice.Kind.MATCHING, subject="Someone\nfor  you", body="B", path="/offers/", at=NOW
    )
    assert notice.subject == "Someone for you"


@pytest.mark.parametrize("devices", [1, 3])
def test_telling_costs_the_same_whatever_was_chosen(
    devices: int, ada: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    agree_to_mail(ada)
    for number in range(devices):
        give_device(ada, str(number))
    NoticeChoice.objects.bulk_create(
        NoticeChoice(person=ada, kind=Notice.Kind.MATCHING, channel=channel, is_wanted=True)
        for channel in list(Channel)[: devices + 1]
    )
    # Who they are, what they chose and their devices; the notice and its rows, inside a savepoint.
    with django_assert_num_queries(7):
        tell(ada)


def test_reading_is_noted_once_and_only_for_oneself(ada: Person, ben: Person) -> None:
    one, other = tell(ada), tell(ada)
    read_notice(by=ben, notice=one, at=NOW)
    assert Notice.objects.unread().count() == 2
    read_notice(by=ada, notice=one, at=NOW)
    read_all_notices(by=ben, at=NOW)
    assert list(Notice.objects.unread()) == [other]
    read_all_notices(by=ada, at=NOW + timedelta(hours=1))
    assert list(Notice.objects.order_by("pk").values_list("read_at", flat=True)) == [NOW, NOW + timedelta(hours=1)]
