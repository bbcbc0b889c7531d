"""Input to the desk: what it is narrowed to, all of it in the address."""

from typing import Any

from django import forms
from django.http import QueryDict

from caseload.queries import NO_AREA, Filters, all_topics
from people.models import Person
from people.queries import coordinated_areas

MINE = "mine"


class FilterForm(forms.Form):
    """A value that nobody could have chosen here narrows nothing; the controls show that it does not."""

    area = forms.ChoiceField(required=False)
    whose = forms.ChoiceField(label="Whose", required=False, choices=[("", "Everybody's"), (MINE, "Only mine")])
    topic = forms.ChoiceField(required=False)
    word = forms.CharField(label="Name", required=False, max_length=60)

    def __init__(self, data: QueryDict, *, coordinator: Person, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        # The button that runs a round offers the same areas.
        self.areas = list(coordinated_areas(coordinator))
        areas = [(area.slug, area.name) for area in self.areas]
        self.choices_of("area", [("", "All my areas"), *areas, (NO_AREA, "No area yet")])
        topics = [(topic.slug, topic.name) for topic in all_topics()]
        self.choices_of("topic", [("", "Any topic"), *topics])

    def choices_of(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def filters(self) -> Filters:
        self.full_clean()
        chosen = self.cleaned_data
        return Filters(
            area=chosen.get("area", ""),
            mine=chosen.get("whose") == MINE,
            word=chosen.get("word", "").strip(),
            topic=chosen.get("topic", ""),
        )
