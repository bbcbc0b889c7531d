"""How every form is drawn: label, hint, error, control, each tied to the others for a screen reader."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    form_template_name = "components/fields.html"
    field_template_name = "components/field.html"
