"""What a group is called, whom to ask into it, and what they may read."""

from typing import Any
from uuid import uuid4

from django import forms

from messaging import queries
from messaging.models import Conversation
from messaging.words import LONGEST_TITLE, clean_title
from people.models import Person, Role

NOT_TO_BE_ASKED = "You cannot ask this person."


class FindForm(forms.Form):
    name = forms.CharField(label="Find somebody by name", max_length=60, required=False)


class TitleField(forms.CharField):
    """Exactly what counts as a title for the operation."""

    def clean(self, value: Any) -> str:
        try:
            return clean_title(str(value or ""))
        except forms.ValidationError as error:
            raise forms.ValidationError(error.messages) from error


def title_field() -> TitleField:
    return TitleField(
        label="What is this conversation called?",
        help_text="Whoever you ask reads it before they decide. You can change it later.",
        widget=forms.TextInput(attrs={"maxlength": LONGEST_TITLE, "autocomplete": "off", "dir": "auto"}),
    )


class TitleForm(forms.Form):
    title = title_field()


class BeginGroupForm(forms.Form):
    """`client_id` is made with the page, so that pressing twice begins one group."""

    title = title_field()
    client_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, by: Person, name: str, first: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = queries.found_to_invite(by, name=name)
        people = forms.ModelMultipleChoiceField(
            queries.people_to_invite(by),
            label="Whom would you like to ask?",
            widget=forms.CheckboxSelectMultiple,
            initial=[first],
            error_messages={"required": "Choose whom to ask.", "invalid_choice": NOT_TO_BE_ASKED},
        )
        people.choices = with_roles(self.found)
        self.fields["people"] = people


class InviteForm(forms.Form):
    """One person more, and from when on they read."""

    def __init__(self, *args: Any, by: Person, group: Conversation, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = queries.found_to_invite(by, group, name=name)
        person = forms.ModelChoiceField(
            queries.people_to_invite(by, group),
            label="Whom would you like to ask?",
            widget=forms.RadioSelect,
            error_messages={"required": "Choose whom to ask.", "invalid_choice": NOT_TO_BE_ASKED},
        )
        person.choices = with_roles(self.found)
        self.fields["person"] = person
        self.fields["reads_back"] = forms.TypedChoiceField(
            label="What can they read?",
            choices=[("no", "What is said from now on"), ("yes", _all_of(queries.number_said_to(by, group)))],
            initial="no",
            coerce=lambda choice: choice == "yes",
            widget=forms.RadioSelect,
            error_messages={"required": "Choose what they can read."},
        )


def with_roles(people: list[Person]) -> list[tuple[int, str]]:
    """People as choices, each with what they are here."""
    return [(person.pk, _with_roles(person)) for person in people]


def _with_roles(person: Any) -> str:
    """`person` is a Person with what found_to_invite adds to it."""
    kinds = ", ".join(dict.fromkeys(Role.Kind(role.kind).label.lower() for role in person.roles_now))
    return f"{person.chosen_name} ({kinds})" if kinds else person.chosen_name


def _all_of(number: int) -> str:
    return f"All that I can read: {number} message{'' if number == 1 else 's'} so far"
