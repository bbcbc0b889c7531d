"""Lists that a coordinator keeps under a name."""

import pytest
from django.core.exceptions import PermissionDenied

from caseload.models import WorkList
from caseload.operations import NameTaken, delete_work_list, rename_work_list, save_work_list
from people.models import Person
from tests.fixtures import NOW, make_person


def kept(by: Person, name: str = "North", **filters: str) -> WorkList:
    return save_work_list(by=by, name=name, section="waiting", filters=filters, at=NOW)


def test_a_list_leads_to_what_was_narrowed(dev: Person) -> None:
    assert kept(dev, area="north", word="a b").link == "/desk/waiting/?area=north&word=a+b"
    assert save_work_list(by=dev, name="All", section="", filters={}, at=NOW).link == "/desk/"


def test_no_two_lists_of_one_name(dev: Person) -> None:
    kept(dev)
    with pytest.raises(NameTaken, match="You have a list called “NORTH” already"):
        kept(dev, "NORTH")
    other = kept(dev, "South")
    with pytest.raises(NameTaken):
        rename_work_list(by=dev, work_list=other, name="north")
    # Others may call theirs so.
    kept(make_person("Fay", "coordinator"))


def test_a_list_is_renamed_and_deleted(dev: Person) -> None:
    one = kept(dev)
    rename_work_list(by=dev, work_list=one, name="Up north")
    assert WorkList.objects.get().name == "Up north"
    delete_work_list(by=dev, work_list=one)
    assert WorkList.objects.count() == 0


def test_nobody_changes_the_list_of_another(dev: Person) -> None:
    fay, one = make_person("Fay", "coordinator"), kept(dev)
    with pytest.raises(PermissionDenied):
        rename_work_list(by=fay, work_list=one, name="Mine")
    with pytest.raises(PermissionDenied):
        delete_work_list(by=fay, work_list=one)
