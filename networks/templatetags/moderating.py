"""Says on every page of a network how much waits there for its host."""

from typing import Any

from django import template
from django.utils import timezone

from networks.queries import posts_waiting_in

register = template.Library()


@register.simple_tag(takes_context=True)
def first_looks(context: dict[str, Any]) -> int | None:
    """How many posts wait for this reader; None for who hosts nothing here, for whom nothing is asked."""
    membership = context.get("membership")
    if membership is None or not membership.is_host:
        return None
    return posts_waiting_in(context["network"], context["request"].user, timezone.now()).count()
