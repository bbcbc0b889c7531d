"""Says how much is new where."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def number_for(numbers: Mapping[int, int], key: int) -> int:
    return numbers.get(key, 0)
