"""A coordinator's small forms: a check, a round, an import."""

from datetime import date
from typing import Any

from django import forms

from matching.models import Configuration, Round
from people.models import Area


class CheckForm(forms.Form):
    vetted_until = forms.DateField(
        label="The checks are valid until",
        help_text="For example 31/03/2027. After that day nobody new is matched with them.",
        error_messages={"required": "Give a day, for example 31/03/2027."},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_vetted_until(self) -> date:
        day: date = self.cleaned_data["vetted_until"]
        if day < self.today:
            raise forms.ValidationError("That day has passed. Give the last day on which the checks are valid.")
        return day


class RoundForm(forms.Form):
    area = forms.ModelChoiceField(label="For whom", queryset=Area.objects.none(), required=False)
    order = forms.ChoiceField(
        label="What comes first",
        help_text="With the first two, nothing comes before placing as many people as possible.",
        choices=[
            (Round.Order.FAIR, "Fair to the worst-off: whoever fits least well, fits as well as can be"),
            (Round.Order.BEST, "Best total: the sum of all fits is as high as can be"),
            (Round.Order.STABLE, "No pair would rather swap: nobody could do better with somebody who wants them too"),
        ],
        widget=forms.RadioSelect,
        initial=Round.Order.FAIR,
        error_messages={"required": "Choose what comes first."},
    )
    configuration = forms.ModelChoiceField(
        label="Weights",
        help_text="How much each part of a fit counts. The first in the list is the newest.",
        queryset=Configuration.objects.all(),
        to_field_name="version",
        empty_label=None,
        required=False,
        error_messages={"invalid_choice": "There are no weights of that name. Choose from the list."},
    )
    # How many proposals whoever pressed knows will lapse.
    lapses = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, areas: Any, everywhere: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["area"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = areas
        field.required = not everywhere
        field.empty_label = "Everyone who waits" if everywhere else None


class ImportForm(forms.Form):
    members = forms.FileField(
        label="Members, as a CSV file",
        help_text="Columns: id, topics; and if you have them headline, story, wants, name, email, area, "
        "languages, hours, ways, age_group. Put a semicolon between several values in one cell.",
        required=False,
    )
    advisers = forms.FileField(
        label="Advisers, as a CSV file",
        help_text="Columns: id, topics, capacity; and if you have them about, vetted_until, name, email, area, "
        "languages, hours, ways, age_group.",
        required=False,
    )
    area = forms.ModelChoiceField(
        label="Area of those without one in the file",
        queryset=Area.objects.none(),
        required=False,
        empty_label="None",
    )
    vetted_until = forms.DateField(
        label="Checks of advisers without a date in the file are valid until",
        help_text="Leave it empty if their checks have not been done: then they wait for a check.",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    dry_run = forms.BooleanField(label="Only try it out: say what would happen, change nothing", required=False)
    as_file = forms.BooleanField(
        label="Give me the report as a file (CSV)",
        help_text="It says for each row what became of it.",
        required=False,
    )
    agreed = forms.BooleanField(
        label="These people have agreed to be matched",
        error_messages={"required": "Only people who have agreed may be imported."},
    )

    def __init__(self, *args: Any, areas: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["area"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = areas

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("members") and not cleaned.get("advisers"):
            self.add_error("members", "Choose at least one file.")
        return cleaned
