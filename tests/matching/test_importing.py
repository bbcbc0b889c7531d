"""Imports: every fault named, all or nothing, nothing twice."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from matching.models import Helper, Request
from matching.operations import import_people
from matching.operations.importing import Came, ImportRefused, Report
from people.models import Area, Consent, Person, Topic
from tests.fixtures import NOW

MEMBERS = (
    "id,headline,story,topics,languages,wants\n"
    'm-1,Too much,"It began\nlast year.",anxiety;debt,en;cy,peer\n'
    "m-2,,,stress,,\n"
)
ADVISERS = "id,topics,capacity,vetted_until\na-1,anxiety;juggling,4,2027-03-31\na-2,debt,2,\n"


def run(
    members: str | None = MEMBERS,
    advisers: str | None = ADVISERS,
    *,
    area: Area | None = None,
    vetted_until: date | None = None,
    dry_run: bool = False,
) -> Report:
    def file(words: str | None) -> io.BytesIO | None:
        return io.BytesIO(words.encode()) if words is not None else None

    return import_people(
        by=None,
        members=file(members),
        advisers=file(advisers),
        area=area,
        vetted_until=vetted_until,
        dry_run=dry_run,
        at=NOW,
    )


def test_members_wait_and_advisers_help(north: Area) -> None:
    report = run(area=north)
    assert report == Report(members=2, advisers=2, to_check=1, already_here=0, new_topics=1)
    request = Request.objects.get(person__reference="m-1")
    assert (request.state, request.wants, request.asked_at) == ("waiting", "peer", NOW)
    assert request.story == "Too much\n\nIt began\nlast year."
    assert {topic.slug for topic in request.topics.all()} == {"anxiety", "debt"}
    assert (request.person.languages, request.person.area) == (["en", "cy"], north)
    helper = Helper.objects.get(person__reference="a-1")
    assert (helper.state, helper.capacity, helper.vetted_until) == ("active", 4, date(2027, 3, 31))


def test_without_a_date_an_adviser_waits_for_a_check(north: Area) -> None:
    run()
    assert Helper.objects.get(person__reference="a-2").state == Helper.State.TO_CHECK


def test_a_date_for_all_holds_where_the_file_has_none(north: Area) -> None:
    run(vetted_until=date(2027, 1, 1))
    dates = dict(Helper.objects.values_list("person__reference", "vetted_until"))
    assert dates == {"a-1": date(2027, 3, 31), "a-2": date(2027, 1, 1)}


def test_importing_means_consent_to_be_matched_and_to_nothing_else(north: Area) -> None:
    run()
    given = Consent.objects.filter(person__reference="m-1").values_list("purpose", flat=True)
    assert list(given) == [Consent.Purpose.MATCHING]


def test_a_second_time_changes_nothing(north: Area) -> None:
    run()
    before = (Person.objects.count(), Request.objects.count(), Helper.objects.count(), Topic.objects.count())
    assert run() == Report(already_here=4)
    assert before == (
        Person.objects.count(),
        Request.objects.count(),
        Helper.objects.count(),
        Topic.objects.count(),
    )


def test_somebody_known_only_by_an_id_may_sign_in_once_the_file_says_how(north: Area) -> None:
    known = Person.objects.create_user(None, reference="m-1", chosen_name="Heron", joined_at=NOW)
    run(members="id,topics,email\nm-1,debt,M1@example.org\n", advisers=None)
    known.refresh_from_db()
    assert (known.email, known.chosen_name) == ("m1@example.org", "Heron")
    assert EmailAddress.objects.get(user=known).verified is False


def test_a_dry_run_says_the_same_and_changes_nothing(north: Area) -> None:
    assert run(dry_run=True) == Report(members=2, advisers=2, to_check=1, new_topics=1)
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("members", "fault"),
    [
        ("id,topics,wants\nm-1,debt,sometimes\n", "Members file, line 2, wants: “sometimes” is none of"),
        ("id,topics,hours\nm-1,debt,mon-night\n", "Members file, line 2, hours: “mon-night” is none of"),
        ("id,topics\nm-1,debt\nm-1,debt\n", "Members file, line 3, id: “m-1” stands on line 2 already"),
        ("id,topics\nm-1,Debt Advice\n", "Members file, line 2, topics: “Debt Advice” must be small letters"),
        ("id,topics,area\nm-1,debt,Moon\n", "Members file, line 2, area: there is no area “Moon”"),
        ("id,topics,email\nm-1,debt,nowhere\n", "Members file, line 2, email: “nowhere” is not an e-mail"),
        ("id,topics,email\nm-1,debt,ADA@example.org\n", "line 2, email: somebody else signs in with"),
        ("id\nm-1\n", "Members file, line 1, topics: this column is missing"),
        ('id,story,topics\nm-1,"two\nlines",debt\nm-2,,\n', "Members file, line 4, topics: is empty"),
    ],
)
def test_each_fault_is_named_and_nothing_is_imported(members: str, fault: str, ada: Person) -> None:
    with pytest.raises(ImportRefused) as error:
        run(members=members)
    assert len(error.value.messages) == 1
    assert fault in error.value.messages[0]
    assert Person.objects.get() == ada


@pytest.mark.parametrize("capacity", ["0", "61", "many", "٣", "2.5", ""])
def test_a_capacity_is_a_number_from_1_to_60(capacity: str, north: Area) -> None:
    with pytest.raises(ImportRefused, match="Advisers file, line 2, capacity"):
        run(advisers=f"id,topics,capacity\na-1,debt,{capacity}\n")


def test_all_faults_of_both_files_are_told_at_once(north: Area) -> None:
    with pytest.raises(ImportRefused) as error:
        run(members="id,topics,wants\nm-1,debt,no\n", advisers="id,topics,capacity\na-1,debt,x\n")
    assert [fault.split(":")[0] for fault in error.value.messages] == [
        "Members file, line 2, wants",
        "Advisers file, line 2, capacity",
    ]


def test_the_command_reports_and_names_faults(north: Area, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    members, advisers = tmp_path / "members.csv", tmp_path / "advisers.csv"
    members.write_text(MEMBERS)
    advisers.write_text(ADVISERS)
    call_command("import_people", members, advisers, "--area", "north")
    assert "2 members and 2 advisers imported (1 advisers wait for a check)" in capsys.readouterr().out
    members.write_text("id,topics,wants\nm-9,debt,no\n")
    with pytest.raises(CommandError, match=r"Nothing was imported\.\nMembers file, line 2, wants"):
        call_command("import_people", members, advisers)
    with pytest.raises(CommandError, match=r"There is no area “moon”\. There are: north\."):
        call_command("import_people", members, advisers, "--area", "moon")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_people", tmp_path / "none.csv", advisers)


def test_the_round_command_runs_for_everyone(north: Area, capsys: pytest.CaptureFixture[str]) -> None:
    run(members="id,topics\nm-1,debt\n", vetted_until=date(2999, 1, 1))
    call_command("run_round")
    assert "of 1 who wait, 1 have a place proposed" in capsys.readouterr().out


def test_a_long_id_without_a_name_makes_a_name_that_fits(north: Area) -> None:
    run(members=f"id,topics\n{'m' * 80},debt\n", advisers=None)
    assert Person.objects.get(reference="m" * 80).chosen_name == "M" + "m" * 59


@pytest.mark.parametrize("email", ["ada@", "ada example.org", '"ada@example.org\nBcc: all@example.org"'])
def test_an_address_that_mail_cannot_reach_is_named(email: str, north: Area) -> None:
    with pytest.raises(ImportRefused, match="is not an e-mail address"):
        run(members=f"id,topics,email\nm-1,debt,{email}\n", advisers=None)


def test_topics_that_are_only_semicolons_are_none(north: Area) -> None:
    with pytest.raises(ImportRefused, match="line 2, topics: is empty"):
        run(members="id,topics\nm-1,;\n", advisers=None)


def test_a_coordinator_imports_for_their_own_areas_only(dev: Person, south: Area, eve: Person) -> None:
    members = io.BytesIO(b"id,topics,area\nm-1,debt,South\n")
    given: dict[str, Any] = {"members": members, "advisers": None, "vetted_until": None, "at": NOW}
    with pytest.raises(ImportRefused, match="there is no area “South” that you may import into"):
        import_people(by=dev, area=None, **given)
    with pytest.raises(PermissionDenied):
        import_people(by=dev, area=south, **given)
    with pytest.raises(PermissionDenied):
        import_people(by=eve, area=None, **given)


def test_who_came_with_old_threads_gets_the_answers_of_the_file(north: Area) -> None:
    """An import of threads knows only the id, so what the file says is new; what is there already stays."""
    Person.objects.create_user(None, reference="m-1", chosen_name="Heron", age_group="18_25")
    run(members="id,topics,languages,ways,age_group,area\nm-1,debt,cy,chat,26_64,North\n", advisers=None)
    person = Person.objects.get(reference="m-1")
    assert (person.languages, person.ways, person.area) == (["cy"], ["chat"], north)
    assert (person.chosen_name, person.age_group) == ("Heron", "18_25")


def test_every_row_is_reported(north: Area) -> None:
    """In the order of the files, with the line it stands on; the second time each was here already."""
    report = run(area=north)
    assert [(one.file, one.line, one.reference, one.area, one.came) for one in report.lines] == [
        ("Members", 2, "m-1", "North", Came.WAITS),
        ("Members", 4, "m-2", "North", Came.WAITS),
        ("Advisers", 2, "a-1", "North", Came.HELPS),
        ("Advisers", 3, "a-2", "North", Came.TO_CHECK),
    ]
    assert {one.came for one in run(area=north).lines} == {Came.WAS_HERE}
