"""What the apps above know of two people, for their page to lead to; each puts up its own question, as with shelves."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from matching.models import Pairing
from people.models import Person


@dataclass(frozen=True)
class Beside:
    """One thing in the words of whoever reads it, since when or until when it is so, and the page about it."""

    words: str
    link: str
    when: str = ""


Question = Callable[[Person, Pairing], Iterable[Beside]]
_questions: list[Question] = []


def put_up(question: Question) -> None:
    """Let it be asked for one of the two, of their pairing; called once, when an app is ready."""
    _questions.append(question)


def what_is_beside(viewer: Person, pairing: Pairing) -> list[Beside]:
    return [found for question in _questions for found in question(viewer, pairing)]
