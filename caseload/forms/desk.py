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
        if "topic" in self.fields:
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

    def chosen(self) -> dict[str, str]:
        """What it is narrowed to, as it stands in the address."""
        self.full_clean()
        return {name: value.strip() for name, value in self.cleaned_data.items() if value.strip()}

    def in_words(self) -> list[str]:
        """The same for people: "Area: North", "Whose: Only mine"."""
        return [f"{self[name].label}: {self.word_for(name, value)}" for name, value in self.chosen().items()]

    def word_for(self, name: str, value: str) -> str:
        choices: Any = getattr(self.fields[name], "choices", ())
        return str(dict(choices).get(value, value))


class IndicatorForm(FilterForm):
    """Months are counted of an area or of one's own people; of one name or topic there would be little to count."""

    topic = None  # type: ignore[assignment]
    word = None  # type: ignore[assignment]
