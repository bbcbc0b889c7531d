"""The rows of an import of members and advisers: which columns there are, and what a cell may say."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.text import slugify

from people.models import Area
from people.tables import Column, Row, TableError, read_table
from people.vocabulary import HOURS, LANGUAGES, AgeGroup, Support, Way

LONGEST_NAME = 60
COMMON = [
    Column("id", limit=80),
    Column("topics", limit=2000),
    Column("name", limit=LONGEST_NAME, may_be_missing=True),
    Column("email", limit=254, may_be_missing=True),
    Column("area", limit=80, may_be_missing=True),
    Column("languages", may_be_missing=True),
    Column("hours", limit=400, may_be_missing=True),
    Column("ways", may_be_missing=True),
    Column("age_group", limit=10, may_be_missing=True),
]
MEMBER_COLUMNS = [
    *COMMON,
    Column("headline", limit=500, may_be_missing=True),
    Column("story", limit=20_000, may_be_missing=True),
    Column("wants", limit=10, may_be_missing=True),
]
ADVISER_COLUMNS = [
    *COMMON,
    Column("about", limit=5000, may_be_missing=True),
    Column("capacity", limit=3),
    Column("vetted_until", limit=10, may_be_missing=True),
    # Other systems export it; we have no use for it and keep nothing of it.
    Column("answers_given", limit=10, may_be_missing=True),
]
# Without a language column everybody is taken to speak the language the service runs in.
SERVICE_LANGUAGE = "en"
LANGUAGE_CODES = [code for code, _ in LANGUAGES]
MOST_PLACES = 60
LONGEST_TOPIC = 80


@dataclass(frozen=True)
class PersonRow:
    """What both kinds of row say of a person; `line` is where it stands in its file."""

    line: int
    reference: str
    name: str
    email: str | None
    area: Area | None
    languages: list[str]
    hours: list[str]
    ways: list[str]
    age_group: str
    topics: list[str]


@dataclass(frozen=True)
class MemberRow(PersonRow):
    story: str
    wants: str


@dataclass(frozen=True)
class AdviserRow(PersonRow):
    about: str
    capacity: int
    vetted_until: date | None


@dataclass
class Reader:
    """Reads both files into clean rows; what is wrong with any cell is added to `errors`."""

    areas: Mapping[str, Area]
    default_area: Area | None
    # The e-mails people sign in with already, each with that person's reference.
    signed_up: Mapping[str, str | None] = field(default_factory=dict)
    # Every fault in words, with the file it is in.
    faults: list[str] = field(default_factory=list)
    # The faults of the file that is being read.
    errors: list[TableError] = field(default_factory=list)
    # Ids and e-mails met so far with the line they stood on, across both files.
    met: dict[tuple[str, str], int] = field(default_factory=dict)

    def members(self, file: IO[bytes]) -> Iterator[MemberRow]:
        for row in read_table(file, MEMBER_COLUMNS, self.errors):
            story = "\n\n".join(part for part in (row["headline"], row["story"]) if part)
            wants = self._one_of(row, "wants", Support.values) or Support.EITHER
            yield MemberRow(**self._person(row), story=story, wants=wants)
        self._finish("Members file")

    def advisers(self, file: IO[bytes]) -> Iterator[AdviserRow]:
        for row in read_table(file, ADVISER_COLUMNS, self.errors):
            yield AdviserRow(
                **self._person(row),
                about=row["about"],
                capacity=self._capacity(row),
                vetted_until=self._day(row, "vetted_until"),
            )
        self._finish("Advisers file")

    def _finish(self, file: str) -> None:
        self.errors.sort(key=lambda error: error.line)
        self.faults += [f"{file}, {str(error)[0].lower()}{str(error)[1:]}" for error in self.errors]
        self.errors.clear()

    def _person(self, row: Row) -> dict[str, Any]:
        self._only_once(row, "id")
        self._only_once(row, "email")
        self._email(row)
        return {
            "line": row.line,
            "reference": row["id"],
            "name": row["name"] or row["id"].replace("-", " ").capitalize()[:LONGEST_NAME],
            "email": row["email"].lower() or None,
            "area": self._area(row),
            "languages": self._some_of(row, "languages", LANGUAGE_CODES) or [SERVICE_LANGUAGE],
            "hours": self._some_of(row, "hours", [slot for slot, _ in HOURS]),
            "ways": self._some_of(row, "ways", Way.values),
            "age_group": self._one_of(row, "age_group", AgeGroup.values),
            "topics": self._topics(row),
        }

    def _refuse(self, row: Row, column: str, message: str) -> None:
        self.errors.append(TableError(row.line, column, message))

    def _only_once(self, row: Row, column: str) -> None:
        key = (column, row[column].lower())
        if row[column] and key in self.met:
            self._refuse(row, column, f"“{row[column]}” stands on line {self.met[key]} already")
        self.met.setdefault(key, row.line)

    def _email(self, row: Row) -> None:
        email = row["email"].lower()
        if email and not is_address(email):
            self._refuse(row, "email", f"“{email}” is not an e-mail address")
        elif self.signed_up.get(email, row["id"]) != row["id"]:
            # Taking it would merge two people.
            self._refuse(row, "email", f"somebody else signs in with “{email}”")

    def _some_of(self, row: Row, column: str, known: Collection[str]) -> list[str]:
        words = [word.lower() for word in parts(row[column])]
        for word in words:
            if word not in known:
                self._refuse(row, column, f"“{word}” is none of: {', '.join(known)}")
        return words

    def _one_of(self, row: Row, column: str, known: Collection[str]) -> str:
        words = self._some_of(row, column, known)
        if len(words) > 1:
            self._refuse(row, column, "only one may be given")
        return words[0] if words else ""

    def _topics(self, row: Row) -> list[str]:
        slugs = parts(row["topics"])
        if not slugs:
            self._refuse(row, "topics", "is empty")
        for slug in slugs:
            if slugify(slug) != slug or len(slug) > LONGEST_TOPIC:
                self._refuse(row, "topics", f"“{slug}” must be small letters, figures and hyphens")
        return slugs

    def _area(self, row: Row) -> Area | None:
        if not row["area"]:
            return self.default_area
        area = self.areas.get(row["area"].lower())
        if area is None:
            self._refuse(row, "area", f"there is no area “{row['area']}” that you may import into")
        return area

    def _capacity(self, row: Row) -> int:
        words = row["capacity"]
        number = int(words) if words.isascii() and words.isdecimal() else 0
        if not 1 <= number <= MOST_PLACES:
            self._refuse(row, "capacity", f"“{words}” must be a number from 1 to {MOST_PLACES}")
        return number

    def _day(self, row: Row, column: str) -> date | None:
        try:
            return date.fromisoformat(row[column]) if row[column] else None
        except ValueError:
            self._refuse(row, column, f"“{row[column]}” must be a day like 2027-03-31")
            return None


def is_address(words: str) -> bool:
    try:
        validate_email(words)
    except ValidationError:
        return False
    return True


def parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]
