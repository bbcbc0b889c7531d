"""The questions of "What if": each form is one change to a round as it would be now, kept in the address."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms

from matching import engine
from matching.engine.fit.vocabulary import ADVISER
from matching.engine.fit.weights import FULL_MARKS
from matching.engine.questions.what_if import AddHelper, ChangeCapacity, RequireLanguage, SetWeight, WhatIfChange
from matching.models import Round
from matching.queries.present import Present
from matching.words.configuration import PARTS, PARTS_OF_A_FIT
from people.models import Person
from people.vocabulary import LANGUAGES

LANGUAGE_NAMES = dict(LANGUAGES)
MOST_PLACES = 60
CHECKED_FOR = timedelta(days=365)
Choices = Sequence[tuple[str, str]]


class Supposition(forms.Form):
    """One thing that is otherwise. Its own address is what it was asked with, so nothing of it is ever stored."""

    kind: ClassVar[str]
    title: ClassVar[str]
    change = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, present: Present) -> None:
        super().__init__(data, auto_id=f"{self.kind}_%s", initial={"change": self.kind})
        self.present = present
        for name, choices in self.choices().items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "Choose"), *choices]

    def choices(self) -> dict[str, Choices]:
        """What there is to choose from, by field."""
        return {}

    def changes(self) -> list[WhatIfChange]:
        return []

    def aim(self) -> engine.Aim:
        return self.present.matching.problem.aim

    @property
    def words(self) -> str:
        """What is otherwise, as a heading says it."""
        raise NotImplementedError

    @property
    def address(self) -> str:
        """Everything that was said, as part of an address."""
        return urlencode({name: value for name, value in self.data.items() if name in self.fields and value})

    @property
    def cohort(self) -> engine.Cohort:
        return self.present.matching.cohort

    def helper_choices(self) -> list[tuple[str, str]]:
        """Helpers by name, with how many places they have; those whom the coordinator may see."""
        named = [(self.cohort.helper_by_id[pk], str(person)) for pk, person in self.present.names.helpers.items()]
        return [
            (str(helper.id), f"{name}: {helper.load} of {helper.load + helper.capacity} places taken")
            for helper, name in sorted(named, key=lambda each: each[1])
        ]

    def helper(self, name: str) -> engine.Helper:
        return self.cohort.helper_by_id[int(self.cleaned_data[name])]

    def name_of(self, helper: engine.Helper) -> str:
        return str(self.present.names.helpers[helper.id])


class PlacesForm(Supposition):
    kind, title = "places", "Somebody has more places, or fewer"
    who = forms.ChoiceField(label="Who", error_messages={"required": "Choose somebody."})
    places = forms.IntegerField(
        label="Places in all",
        min_value=0,
        max_value=MOST_PLACES,
        error_messages={"required": "Give a number, those taken now included."},
    )

    def choices(self) -> dict[str, Choices]:
        return {"who": self.helper_choices()}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "who" in cleaned and "places" in cleaned:
            helper = self.helper("who")
            if cleaned["places"] < helper.load:
                self.add_error("places", f"{self.name_of(helper)} has {helper.load} places taken already.")
        return cleaned

    @property
    def person(self) -> Person:
        return self.present.names.helpers[self.helper("who").id]

    def changes(self) -> list[WhatIfChange]:
        helper = self.helper("who")
        return [ChangeCapacity(helper.id, self.cleaned_data["places"] - helper.load)]

    @property
    def words(self) -> str:
        helper = self.helper("who")
        before = helper.load + helper.capacity
        return f"{self.name_of(helper)} with {self.cleaned_data['places']} places instead of {before}"


class NewHelperForm(Supposition):
    kind, title = "helper", "One more helper"
    like = forms.ChoiceField(label="Like", help_text="With the same topics, hours and languages.", required=False)
    topic = forms.ChoiceField(label="Who knows about", required=False)
    language = forms.ChoiceField(label="Who speaks", required=False)
    area = forms.ChoiceField(label="Who lives in", required=False)
    places = forms.IntegerField(
        label="Places",
        min_value=1,
        max_value=MOST_PLACES,
        error_messages={"required": f"Give a number from 1 to {MOST_PLACES}."},
    )

    def choices(self) -> dict[str, Choices]:
        like = [(pk, said.split(":")[0]) for pk, said in self.helper_choices()]
        topics, areas = list(self.present.topics.items()), list(self.present.areas.items())
        return {"like": like, "topic": topics, "language": LANGUAGES, "area": areas}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("like") and not cleaned.get("topic") and not self.errors:
            self.add_error("like", "Choose somebody they are like, or a topic they know about.")
        return cleaned

    def changes(self) -> list[WhatIfChange]:
        return [AddHelper(self.imagined())]

    def imagined(self) -> engine.Helper:
        """A helper with an id that nobody has; what was not said of them is not known, and counts half."""
        said = self.cleaned_data
        new = max(self.cohort.helper_by_id, default=0) + 1
        if said["like"]:
            base = replace(self.helper("like"), id=new, capacity=said["places"], load=0)
        else:
            checked = self.cohort.on + CHECKED_FOR
            base = engine.Helper(id=new, kind=ADVISER, capacity=said["places"], vetted_until=checked)
        return replace(
            base,
            topics=base.topics | words_in(said["topic"]),
            languages=base.languages | words_in(said["language"]),
            area=said["area"] or base.area,
        )

    @property
    def words(self) -> str:
        said = self.cleaned_data
        like = f"like {self.name_of(self.helper('like'))}" if said["like"] else ""
        topic = f"who knows about {self.present.topics[said['topic']]}" if said["topic"] else ""
        speaks = f"who speaks {LANGUAGE_NAMES[said['language']]}" if said["language"] else ""
        lives = f"in {self.present.areas[said['area']]}" if said["area"] else ""
        places = "1 place" if said["places"] == 1 else f"{said['places']} places"
        who = ", ".join(part for part in (like, topic, speaks, lives) if part)
        return f"One more helper {who}, with {places}"


class LanguageForm(Supposition):
    kind, title = "language", "Only helpers who speak a language"
    language = forms.ChoiceField(label="Language", error_messages={"required": "Choose a language."})

    def choices(self) -> dict[str, Choices]:
        spoken = {code for helper in self.cohort.helpers for code in helper.languages}
        return {"language": [(code, name) for code, name in LANGUAGES if code in spoken]}

    def changes(self) -> list[WhatIfChange]:
        return [RequireLanguage(self.cleaned_data["language"])]

    @property
    def words(self) -> str:
        return f"Only helpers who speak {LANGUAGE_NAMES[self.cleaned_data['language']]}"


class WeightForm(Supposition):
    kind, title = "weight", "Something counts more, or less"
    part = forms.ChoiceField(label="What", error_messages={"required": "Choose what counts otherwise."})
    points = forms.IntegerField(
        label="Points",
        help_text=f"With more than {FULL_MARKS} together, the others give way in proportion.",
        min_value=0,
        max_value=FULL_MARKS,
        error_messages={"required": f"Give a number from 0 to {FULL_MARKS}."},
    )

    def choices(self) -> dict[str, Choices]:
        now = self.present.matching.weights.parts()
        return {"part": [(name, f"{PARTS[name].name}: {now[name]} points now") for name in PARTS_OF_A_FIT]}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        parts = self.present.matching.weights.parts()
        others = sum(points for name, points in parts.items() if name != cleaned.get("part"))
        if cleaned.get("points") == 0 and not others:
            self.add_error("points", "Then nothing would count at all.")
        return cleaned

    def changes(self) -> list[WhatIfChange]:
        # Those that give way come first, so that together they are never too many.
        part, points = self.cleaned_data["part"], self.cleaned_data["points"]
        others = {name: now for name, now in self.present.matching.weights.parts().items() if name != part}
        return [*give_way(others, FULL_MARKS - points), SetWeight(engine.Part(part), points)]

    @property
    def words(self) -> str:
        part = self.cleaned_data["part"]
        now = self.present.matching.weights.parts()[part]
        return f"{PARTS[part].name} with {self.cleaned_data['points']} points instead of {now}"


class AimForm(Supposition):
    kind, title = "aim", "Something else comes first"
    order = forms.ChoiceField(label="What comes first", error_messages={"required": "Choose what comes first."})

    def choices(self) -> dict[str, Choices]:
        return {"order": [(value, label) for value, label in Round.Order.choices if value != self.present.round.order]}

    def aim(self) -> engine.Aim:
        return replace(super().aim(), order=Round.OBJECTIVES[Round.Order(self.cleaned_data["order"])])

    @property
    def words(self) -> str:
        return str(Round.Order(self.cleaned_data["order"]).label)


SUPPOSITIONS: tuple[type[Supposition], ...] = (PlacesForm, NewHelperForm, WeightForm, LanguageForm, AimForm)


def give_way(others: dict[str, int], room: int) -> Iterable[SetWeight]:
    """The other parts, in proportion smaller where they do not fit into the room that is left."""
    together = sum(others.values())
    if together <= room:
        return []
    return [SetWeight(engine.Part(name), now * room // together) for name, now in others.items()]


def words_in(value: str) -> frozenset[str]:
    return frozenset({value} if value else ())
