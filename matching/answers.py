"""What somebody has answered so far, in words, question by question."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django import forms

from matching.forms import NamesField
from matching.models import Helper, Request
from matching.steps import Step, Walk


@dataclass(frozen=True)
class Answer:
    step: Step
    # One paragraph for each thing said; none where nothing was answered.
    lines: list[str]


def next_to_answer(thing: Request | Helper, walk: Walk) -> Step | None:
    """The first question without the answer it cannot do without."""
    return next((step for step in walk if lacks_an_answer(step, thing)), None)


def lacks_an_answer(step: Step, thing: Request | Helper) -> bool:
    said = step.initial(thing)
    return any(field.required and not said[name] for name, field in step.form.base_fields.items())


def answers_of(thing: Request | Helper, walk: Walk) -> list[Answer]:
    return [Answer(step, list(lines_of(step, thing))) for step in walk]


def lines_of(step: Step, thing: Request | Helper) -> Iterable[str]:
    if step.form.base_fields.keys() == {"topics"}:
        return [", ".join(topic.name for topic in thing.topics.all())] if thing.topics.all() else []
    initial = step.initial(thing)
    said = (shown(field, initial[name]) for name, field in step.form.base_fields.items())
    return [words for words in said if words]


def shown(field: forms.Field, value: Any) -> str:
    """One answer as its own question would show it."""
    if isinstance(field, forms.BooleanField):
        return str(field.label) if value else ""
    if not value:
        return ""
    if isinstance(field, NamesField):
        return f"{field.said}: {', '.join(str(value).splitlines())}"
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        chosen = value if isinstance(value, list) else [value]
        # The choices of our questions are plain lists, without groups.
        choices = dict(cast("list[tuple[str, str]]", field.choices))
        return ", ".join(choices[code] for code in chosen if code in choices)
    return str(value)
