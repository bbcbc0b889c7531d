"""Shows a sum: {{ budget.pence|pounds }}."""

from django import template

from support.money import in_pounds

register = template.Library()


@register.filter
def pounds(pence: int) -> str:
    return in_pounds(pence)
