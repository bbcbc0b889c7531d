"""Questions asked for every message: compiled by the ORM once, and from then on only sent."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet

# Batches are small; whoever asks about thousands at once waits for its compiling too, and keeps nothing.
MOST_KEPT = 256


def ready(question: Callable[[Sequence[Any]], "QuerySet[Any, Any]"]) -> Callable[[Iterable[Any]], list[Any]]:
    """Return what asks this `values_list` about any keys, with its SQL kept for each number of them.

    Compiling a queryset takes several times as long as the database needs for the answer. The rows are as the
    database gives them, so ask for numbers and texts only.
    """

    @lru_cache(MOST_KEPT)
    def compiled(number: int) -> tuple[str, list[int | None], tuple[Any, ...]]:
        """The text, and for each parameter which key it is, or None for one that is always the same."""
        marks = list(range(-number, 0))
        text, parameters = question(marks).query.sql_with_params()
        place = {kind(mark): at for at, mark in enumerate(marks) for kind in (int, str)}
        return text, [place.get(each) for each in parameters], parameters

    def ask(keys: Iterable[Any]) -> list[Any]:
        asked = list(dict.fromkeys(keys))
        if not asked:
            return []
        text, places, always = compiled(len(asked))
        with connection.cursor() as cursor:
            cursor.execute(text, [same if at is None else asked[at] for at, same in zip(places, always, strict=True)])
            return list(cursor.fetchall())

    return ask
