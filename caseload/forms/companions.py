"""Input to companions: who, as what, and what the member lets them do."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from caseload.models import Companion
from people.models import Mandate, Person


class AskCompanionForm(forms.Form):
    kind = forms.ChoiceField(
        label="As what",
        choices=Companion.Kind,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose as what."},
    )
    person = forms.ModelChoiceField(
        label="Who",
        queryset=Person.objects.none(),
        error_messages={"required": "Choose who.", "invalid_choice": "Choose somebody from the list."},
    )
    words = forms.CharField(
        label="What for",
        help_text="The member reads this before they decide; the other reads it once they have said yes.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say in a sentence what for."},
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person = self.fields["person"]
        assert isinstance(person, forms.ModelChoiceField)
        person.queryset = people


class AllowForm(forms.Form):
    """What a companion may. Nothing is ticked beforehand: it is for the member to give."""

    may_read = forms.BooleanField(label="They may open the page about me", required=False)
    acts = forms.MultipleChoiceField(
        label="What may they do in your name?",
        help_text="You are told each time, and can take it back. What they may you can change at any time.",
        choices=Mandate.Act,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, companion: Companion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if companion.kind == Companion.Kind.INTERPRETER:
            del self.fields["may_read"]
        if companion.kind != Companion.Kind.ADVOCATE:
            del self.fields["acts"]

    def allowed(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"may_read": said.get("may_read", False), "acts": said.get("acts", [])}


class SpeakForm(forms.Form):
    words = forms.CharField(
        label="What you say in their name",
        help_text="Their coordinators read it, and so do they, at once.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Write something, or go back."},
    )
