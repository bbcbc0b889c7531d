"""The questions of asking for support and of offering it, in order, one a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms

from matching.forms import (
    AboutForm,
    CapacityForm,
    HelpTopicsForm,
    KindForm,
    PreferencesForm,
    StoryForm,
    TopicsForm,
    WantsForm,
    WhomForm,
)
from matching.models import Helper, Request
from people.forms import AboutMeForm, AgeForm, HoursForm, LanguagesForm, PlaceForm


@dataclass(frozen=True)
class Step:
    """One page. What `is_of_person` is true whatever one asks or offers, so it is asked only once."""

    slug: str
    title: str
    form: type[forms.Form]
    is_of_person: bool = False

    def initial(self, thing: Request | Helper) -> dict[str, object]:
        """What has been answered before."""
        source = thing.person if self.is_of_person else thing
        values = {name: getattr(source, name) for name in self.form.base_fields}
        if "topics" in values and thing.pk:
            values["topics"] = list(thing.topics.values_list("pk", flat=True))
        return values


@dataclass(frozen=True)
class Walk:
    """The pages in order."""

    steps: tuple[Step, ...]

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    def find(self, slug: str) -> Step | None:
        return next((step for step in self.steps if step.slug == slug), None)

    def number(self, step: Step) -> int:
        return self.steps.index(step) + 1

    def before(self, step: Step) -> Step | None:
        return self.steps[self.number(step) - 2] if self.number(step) > 1 else None

    def after(self, step: Step) -> Step | None:
        return self.steps[self.number(step)] if self.number(step) < len(self) else None


LANGUAGES = Step("languages", "Languages", LanguagesForm, is_of_person=True)
HOURS = Step("hours", "When you are free", HoursForm, is_of_person=True)
PLACE = Step("place", "Where and how", PlaceForm, is_of_person=True)

ASKING = Walk(
    (
        Step("topics", "What it is about", TopicsForm),
        Step("story", "What is going on", StoryForm),
        Step("who", "Who you would like", WantsForm),
        LANGUAGES,
        HOURS,
        PLACE,
        Step("age", "Your age", AgeForm, is_of_person=True),
        Step("wishes", "Your wishes", PreferencesForm),
    )
)

HELPING = Walk(
    (
        Step("kind", "How you would like to help", KindForm),
        Step("topics", "What you can help with", HelpTopicsForm),
        Step("about", "About you", AboutForm),
        LANGUAGES,
        HOURS,
        PLACE,
        Step("me", "Who you are", AboutMeForm, is_of_person=True),
        Step("ages", "Whom you work with", WhomForm),
        Step("capacity", "How many people", CapacityForm),
    )
)
