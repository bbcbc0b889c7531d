"""Input to what is promised to whoever asks."""

from django import forms


class PromiseForm(forms.Form):
    days = forms.IntegerField(
        label="Within how many days?",
        help_text="By then they can choose somebody, or hear from you how things stand.",
        min_value=1,
        max_value=365,
        error_messages={
            "required": "Say how many days.",
            "invalid": "Write a number of days, such as 28.",
            "min_value": "Promise one day or more.",
            "max_value": "Promise a year at most.",
        },
    )
