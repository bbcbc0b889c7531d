"""The week as a grid of checkboxes, and what the forms about oneself insist on."""

import re
from typing import Any

import pytest
from django.utils.html import strip_tags

from people.forms import AgeForm, HoursForm, LanguagesForm, NameForm, PlaceForm, ProfileForm
from people.models import Area
from people.vocabulary import DAYS, HOURS


def cells(form: HoursForm) -> list[dict[str, str]]:
    """The attributes of every checkbox on the page, in order; `checked` is there only where it is ticked."""
    inputs = re.findall(r"<input ([^>]*)>", str(form["hours"]))
    return [{name: value for name, _, value in re.findall(r'([\w-]+)(="([^"]*)")?', each)} for each in inputs]


def ticked(form: HoursForm) -> list[str]:
    return [cell["value"] for cell in cells(form) if "checked" in cell]


# -- The week


def test_a_week_has_a_checkbox_for_every_part_of_every_day() -> None:
    assert cells(HoursForm()) == [
        {"type": "checkbox", "name": "hours", "value": hour, "id": f"id_hours_{number}"}
        for number, (hour, _) in enumerate(HOURS)
    ]


def test_a_week_is_a_table_with_its_words() -> None:
    week = str(HoursForm()["hours"])
    assert re.findall(r'<th scope="col">(.*?)</th>', week) == ["Morning", "Afternoon", "Evening"]
    assert re.findall(r'<th scope="row">(.*?)</th>', week) == list(DAYS.values())
    labels = [strip_tags(label).strip() for label in re.findall(r"(?s)<label.*?</label>", week)]
    assert labels == [words for _, words in HOURS]


@pytest.mark.parametrize("hours", [[], ["mon-morning"], ["tue-evening", "sun-afternoon"]])
def test_what_was_chosen_is_ticked(hours: list[str]) -> None:
    assert ticked(HoursForm(initial={"hours": hours})) == hours
    assert ticked(HoursForm({"hours": hours}, initial={"hours": ["wed-morning"]})) == hours


def test_several_hours_are_cleaned_and_made_up_ones_refused() -> None:
    good, bad = HoursForm({"hours": ["mon-morning", "sun-evening"]}), HoursForm({"hours": ["mon-midnight"]})
    assert (good.is_valid(), good.cleaned_data) == (True, {"hours": ["mon-morning", "sun-evening"]})
    assert (bad.is_valid(), list(bad.errors)) == (False, ["hours"])


def test_an_error_leads_to_the_first_checkbox() -> None:
    form = HoursForm({"hours": ["mon-midnight"]})
    assert form["hours"].subwidgets[0].id_for_label == cells(form)[0]["id"]


# -- What each question insists on


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("form", "errors"),
    [
        (NameForm, {"chosen_name": ["Choose a name. It can be any name you like."]}),
        (LanguagesForm, {"languages": ["Choose at least one language."]}),
        (HoursForm, {}),
        (PlaceForm, {"ways": ["Choose at least one way to talk."]}),
        (AgeForm, {"age_group": ["Choose your age group."]}),
        (ProfileForm, {"chosen_name": ["Choose a name. It can be any name you like."]}),
    ],
)
def test_what_must_be_answered(form: Any, errors: dict[str, list[str]]) -> None:
    assert form({}).errors == errors


@pytest.mark.parametrize("name", ["", "   ", "A\x00da", "x" * 61])
def test_names_that_are_none(name: str) -> None:
    assert list(NameForm({"chosen_name": name}).errors) == ["chosen_name"]


def test_a_profile_is_asked_in_order_and_nothing_but_a_name_is_needed(north: Area) -> None:
    assert list(ProfileForm().fields) == ProfileForm.field_order
    form = ProfileForm({"chosen_name": " Ada ", "area": north.pk})
    assert form.is_valid()
    assert list(form.cleaned_data.pop("topics")) == []
    assert form.cleaned_data == {
        "chosen_name": "Ada",
        "full_name": "",
        "languages": [],
        "hours": [],
        "area": north,
        "ways": [],
        "age_group": "",
        "gender": "",
        "time_zone": "",
    }


def test_what_was_said_of_oneself_can_be_changed_but_not_emptied() -> None:
    """Somebody may be looked for with these answers just now."""
    said = {"languages": ["en"], "ways": ["chat"], "age_group": "26_64"}
    form = ProfileForm({"chosen_name": "Ada"}, initial=said)
    assert form.errors == {
        "languages": ["Choose at least one language."],
        "ways": ["Choose at least one way to talk."],
        "age_group": ["Choose your age group."],
    }
