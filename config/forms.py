"""How every form is drawn: label, hint, error, control, each tied to the others for a screen reader."""

from django import forms
from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    form_template_name = "components/fields.html"
    field_template_name = "components/field.html"


class CalendarForm(forms.Form):
    names_meetings = forms.BooleanField(
        label="Call appointments and private meetings by their name",
        help_text="Without it they are “A meeting”. Calendars are often seen by others: on a shared phone, at work.",
        required=False,
    )
