"""What people say of themselves, one question or a few a page."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from people.models import Area, Consent, Person, Topic
from people.queries import coordinated_areas
from people.rules import may_say_area
from people.vocabulary import DAYS, HOURS, LANGUAGES, PARTS, TIME_ZONES, AgeGroup, Gender, Way


class ByTheme(ModelChoiceIterator):  # type: ignore[type-arg]
    """Topics under their themes, so that fifty of them can be read at a glance."""

    def __iter__(self) -> Iterator[Any]:
        for theme, topics in groupby(self.queryset, key=lambda topic: topic.get_theme_display()):
            yield theme, [self.choice(topic) for topic in topics]


class TopicsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    iterator = ByTheme
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Topic.objects.all(), **kwargs)


class SignUpForm(forms.Form):
    """Added by allauth to its own sign-up form."""

    chosen_name = forms.CharField(
        label="What shall we call you?",
        help_text="Others will see this name. It does not have to be your real one.",
        max_length=60,
        error_messages={"required": "Choose a name. It can be any name you like."},
    )
    field_order = ["chosen_name", "email", "password1"]

    def signup(self, request: HttpRequest, person: Person) -> None:
        """allauth has saved the person and asks us to keep our own answer."""
        person.chosen_name = self.cleaned_data["chosen_name"]
        person.save(update_fields=["chosen_name"])


class WeekGrid(forms.CheckboxSelectMultiple):
    """A week as a table of checkboxes: days down, parts of the day across."""

    template_name = "people/widgets/week.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        chosen = set(value or ())
        # Numbered as Django numbers checkboxes, so that the link in an error summary finds the first one.
        prefix = widget["attrs"].get("id", name)
        cells = [
            {"name": name, "value": hour, "id": f"{prefix}_{number}", "label": label, "checked": hour in chosen}
            for number, (hour, label) in enumerate(HOURS)
        ]
        widget["columns"] = list(PARTS.values())
        widget["rows"] = [
            {"day": day, "cells": cells[start : start + len(PARTS)]}
            for day, start in zip(DAYS.values(), range(0, len(cells), len(PARTS)), strict=True)
        ]
        return context


class NameForm(forms.Form):
    chosen_name = forms.CharField(
        label="The name others see",
        help_text="It does not have to be your real name.",
        max_length=60,
        error_messages={"required": "Choose a name. It can be any name you like."},
    )
    full_name = forms.CharField(
        label="Your full name",
        help_text="Only coordinators see it.",
        max_length=120,
        required=False,
    )


class LanguagesForm(forms.Form):
    languages = forms.MultipleChoiceField(
        label="Which languages would you like to talk in?",
        choices=LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one language."},
    )


class HoursForm(forms.Form):
    hours = forms.MultipleChoiceField(
        label="When are you free in a usual week?",
        help_text="Tick all that could work. If it changes from week to week, leave it empty.",
        choices=HOURS,
        widget=WeekGrid,
        required=False,
    )


class PlaceForm(forms.Form):
    area = forms.ModelChoiceField(
        label="Where do you live?",
        queryset=Area.objects.all(),
        empty_label="I would rather not say",
        required=False,
    )
    ways = forms.MultipleChoiceField(
        label="How would you like to talk?",
        help_text="Choose all that suit you.",
        choices=Way.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one way to talk."},
    )


def keep_area(form: forms.Form, person: Person) -> None:
    """Let the area be read and not changed by somebody whom one looks after; they ask another one instead."""
    if "area" in form.fields and not may_say_area(person):
        field = form.fields["area"]
        field.disabled = True
        field.help_text = format_html(
            'This area looks after you. <a href="{}">Ask another one</a>', reverse("ask_for_my_transfer")
        )


class AreaNameForm(forms.Form):
    name = forms.CharField(
        label="What is it called?", max_length=80, error_messages={"required": "Give the area a name."}
    )


class AreaPlaceForm(forms.Form):
    """Where an area lies: in one of the coordinator's own, and for who coordinates everywhere also in none."""

    below = forms.ModelChoiceField(
        label="In which area does it lie?",
        queryset=Area.objects.none(),
        error_messages={
            "required": "Choose the area it lies in.",
            "invalid_choice": "It cannot lie there. Choose from the list.",
        },
    )

    def __init__(self, *args: Any, by: Person, area: Area | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["below"]
        assert isinstance(field, forms.ModelChoiceField)
        field.required = not by.coordinates_everywhere
        field.empty_label = "In none: it is a service of its own" if by.coordinates_everywhere else None
        inside = Area.objects.within([area.pk] if area else [])
        field.queryset = coordinated_areas(by).exclude(pk__in=inside)


class AreaForm(AreaNameForm, AreaPlaceForm):
    field_order = ["name", "below"]


class AgeForm(forms.Form):
    age_group = forms.ChoiceField(
        label="How old are you?",
        help_text="People under 18 and adults are never put together as peers.",
        choices=AgeGroup.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose your age group."},
    )


class AboutMeForm(AgeForm):
    gender = forms.ChoiceField(
        label="How would you describe yourself?",
        help_text="Some people ask to talk with a woman or with a man.",
        choices=[*Gender.choices, ("", "I would rather not say")],
        widget=forms.RadioSelect,
        required=False,
    )


class InterestsForm(forms.Form):
    topics = TopicsField(
        label="What matters to you?",
        help_text=(
            "We suggest networks to you by it. We also count, without names, how many people share it, to see which "
            "network is missing. No other person here is shown it, and it has no part in finding someone for you."
        ),
        required=False,
    )


class ClocksForm(forms.Form):
    time_zone = forms.ChoiceField(
        label="What time is it where you are?",
        help_text="Your appointments are shown in this time.",
        choices=[("", "The time here, in the United Kingdom"), *TIME_ZONES],
        required=False,
    )


class ProfileForm(NameForm, LanguagesForm, HoursForm, ClocksForm, PlaceForm, AboutMeForm, InterestsForm):
    """Everything one says of oneself, on one page, for whoever wants to change it later."""

    field_order = [
        "chosen_name",
        "full_name",
        "languages",
        "hours",
        "time_zone",
        "area",
        "ways",
        "age_group",
        "gender",
        "topics",
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Not everybody who is here asks or helps. But what was said before, when asking or helping, can only be
        # changed: without it the rules of matching would hold nobody back.
        for name in ("languages", "ways", "age_group"):
            self.fields[name].required = bool(self.initial.get(name))


class ConsentForm(forms.Form):
    purpose = forms.ChoiceField(choices=Consent.Purpose.choices)
