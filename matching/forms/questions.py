"""The questions of asking, of offering help and of referring somebody."""

from typing import Any

from django import forms

from matching.models import Helper
from people.forms import TopicsField
from people.models import Consent
from people.vocabulary import AgeGroup, Support, WishedGender


class NamesField(forms.CharField):
    """Names of people, one a line; `said` stands before them where answers are shown without their questions."""

    def __init__(self, *, said: str, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 3})
        super().__init__(max_length=2000, required=False, widget=widget, **kwargs)
        self.said = said


class TopicsForm(forms.Form):
    topics = TopicsField(
        label="What would you like support with?",
        help_text="Choose all that fit. You can change it later.",
        error_messages={"required": "Choose at least one, even if it only half fits."},
    )


class StoryForm(forms.Form):
    story = forms.CharField(
        label="What is going on for you?",
        help_text=(
            "In your own words, as much or as little as you like. You can leave it empty. "
            "Coordinators read it. Later you decide whether the people we suggest may read it too."
        ),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )


class WantsForm(forms.Form):
    wants = forms.ChoiceField(
        label="Who would you like alongside you?",
        help_text="An adviser is trained. A peer has been through something like it.",
        choices=Support.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one. “Either” is fine too."},
    )


class PreferencesForm(forms.Form):
    prefers_gender = forms.ChoiceField(
        label="Would you rather talk with a woman or a man?",
        choices=[*WishedGender.choices, ("", "It does not matter")],
        widget=forms.RadioSelect,
        required=False,
    )
    gender_required = forms.BooleanField(
        label="Suggest nobody else",
        help_text="Tick this if it has to be a woman, or has to be a man. It may take longer.",
        required=False,
    )
    prefers_lived_experience = forms.BooleanField(
        label="I would like someone who has been through it themselves", required=False
    )
    wish_names = NamesField(
        label="Is there anybody you would like to be alongside you?",
        help_text=(
            "By the name they go by here, one on each line, first choice first. It is a wish, and they are not told."
        ),
        said="I would like",
    )
    avoid_names = NamesField(
        label="Is there anybody you would rather not be put together with?",
        help_text="One name on each line. They are not told.",
        said="I would rather not be put together with",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("gender_required") and not cleaned.get("prefers_gender"):
            self.add_error("prefers_gender", "Choose a woman or a man, or untick “Suggest nobody else”.")
        return cleaned


class SendForm(forms.Form):
    consents = forms.MultipleChoiceField(
        label="What you agree to",
        help_text="Only the first is needed. You can take each of them back at any time, under “My record”.",
        choices=Consent.Purpose.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "We may only look for someone if you agree that we use your answers."},
    )


class KindForm(forms.Form):
    kind = forms.ChoiceField(
        label="How would you like to help?",
        help_text="A peer has been through something like it. An adviser is trained or practised.",
        choices=Helper.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose adviser or peer."},
    )


class HelpTopicsForm(TopicsForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].label = "What can you help with?"


class AboutForm(forms.Form):
    about = forms.CharField(
        label="A few words about you",
        help_text="People who may choose you read this: what you know, and how you like to help.",
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    lived_experience = forms.BooleanField(label="I have been through some of this myself", required=False)


class WhomForm(forms.Form):
    age_groups = forms.MultipleChoiceField(
        label="Which age groups do you work with?",
        help_text="Leave it empty if you work with people of any age.",
        choices=AgeGroup.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    wish_names = NamesField(
        label="Is there anybody you would like to be alongside?",
        help_text=(
            "By the name they go by here, one on each line, first choice first. "
            "It is a wish: they are not told, and coordinators read it."
        ),
        said="I would like to be alongside",
    )


class CapacityForm(forms.Form):
    capacity = forms.IntegerField(
        label="How many people can you be alongside at the same time?",
        min_value=1,
        max_value=60,
        error_messages={"required": "Give a number, 1 or more."},
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label="Your code",
        help_text="Eight letters and numbers, from the person who told you about us.",
        error_messages={"required": "Type the code you were given."},
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_code(self) -> str:
        """The code as it was made, however it was typed."""
        code = "".join(sign for sign in self.cleaned_data["code"].upper() if sign.isalnum())
        if not code.isascii() or not code:
            raise forms.ValidationError("A code has only letters from A to Z and numbers.")
        return code


class ReferralForm(forms.Form):
    label = forms.CharField(
        label="Who is it for?",
        help_text="For your own list only, for example initials. The person does not see it.",
        error_messages={"required": "Say who it is for, for example with initials."},
        max_length=80,
    )
    topics = TopicsField(
        label="What would they like support with?",
        required=False,
    )
    note = forms.CharField(
        label="What is going on?",
        help_text="The person reads it first, and decides what is sent.",
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
