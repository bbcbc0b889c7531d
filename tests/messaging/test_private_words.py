"""Nothing that leaves the building carries a private word: its words are in the code, never taken from people."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail

from messaging.models import Channel, Dispatch, Notice
from messaging.operations import deliver
from messaging.queries import due_dispatches
from messaging.ways_out import Letter
from messaging.ways_out.push import payload
from people.models import Person
from tests.config.world import make_world
from tests.fixtures import NOW
from tests.messaging.making import PHONE, agree_to_mail

# What is put together: titles of new threads in networks that are not sensitive, and else a day or an hour. What they
# say is tested where they are.
PUT_TOGETHER = {
    ("networks/operations/digesting.py", "body"),
    ("networks/operations/petitioning.py", "body"),
    ("networks/operations/reminding.py", "subject"),
    ("support/operations/reminding_of_appointments.py", "subject"),
}
ROOT = Path(settings.BASE_DIR)
APPS = ("people", "safeguarding", "messaging", "networks", "matching", "support", "caseload", "config")


def modules() -> Iterator[tuple[str, ast.Module]]:
    for app in APPS:
        for file in sorted((ROOT / app).rglob("*.py")):
            yield str(file.relative_to(ROOT)), ast.parse(file.read_text())


def calls_of(name: str, tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == name:
            yield node


def told_by(name: str, tree: ast.Module, word: str, place: int | None = None) -> Iterator[ast.expr]:
    """What calls of `name` in this module give as `word`; a parameter is followed to those who call with it."""
    for call in calls_of(name, tree):
        given = next((one.value for one in call.keywords if one.arg == word), None)
        if given is None and place is not None:
            given = call.args[place]
        assert given is not None, f"line {call.lineno}"
        within = _function_around(call, tree)
        names = [argument.arg for argument in (*within.args.args, *within.args.kwonlyargs)] if within else []
        if within and isinstance(given, ast.Name) and given.id in names:
            yield from told_by(within.name, tree, given.id, names.index(given.id))
        elif within and isinstance(given, ast.Name):
            yield from _bound_to(given, within)
        else:
            yield given


def _bound_to(name: ast.Name, within: ast.FunctionDef) -> list[ast.expr]:
    """All that this name of the function can be; the name itself where it comes from elsewhere."""
    bound = [
        node.value
        for node in ast.walk(within)
        if isinstance(node, ast.Assign) and [getattr(target, "id", "") for target in node.targets] == [name.id]
    ]
    return bound or [name]


def _function_around(call: ast.Call, tree: ast.Module) -> ast.FunctionDef | None:
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return next((one for one in functions if any(node is call for node in ast.walk(one))), None)


def test_subject_and_body_of_every_notice_are_written_in_the_code() -> None:
    words: dict[str, list[str]] = {"subject": [], "body": []}
    for name, tree in modules():
        for word, found in words.items():
            for given in told_by("write_notice", tree, word):
                if (name, word) in PUT_TOGETHER:
                    continue
                assert isinstance(given, ast.Constant), f"{name}, line {given.lineno}: {ast.unparse(given)}"
                found.append(str(given.value))
    assert min(len(found) for found in words.values()) >= 12


def test_every_address_of_a_notice_says_only_where() -> None:
    """A path is written in the code, but for the number of a conversation and the like, and the address of a network.

    It does not leave the building: what goes out leads to the notice, and the notice to the path.
    """
    for name, tree in modules():
        for given in told_by("write_notice", tree, "path"):
            words = {node.attr for node in ast.walk(given) if isinstance(node, ast.Attribute)}
            assert words <= {
                "pk",
                "conversation_id",
                "goal_id",
                "pairing_id",
                "thread",
                "thread_id",
                "network",
                "slug",
            }, f"{name}, line {given.lineno}: {ast.unparse(given)}"


@pytest.mark.django_db
def test_what_goes_out_in_a_lively_world_names_nobody_and_quotes_nothing() -> None:
    world = make_world()
    people = list(Person.objects.all())
    agree_to_mail(*people)
    for notice in Notice.objects.all():
        Dispatch.objects.get_or_create(notice=notice, channel=Channel.EMAIL, defaults={"next_try_at": NOW})
    assert sum(deliver(dispatch=row, at=NOW) for row in due_dispatches(NOW)) >= 8
    private = [person.chosen_name for person in people] + [
        world.message.body,
        "Carers",
        "Heron",
        "Adder",
        "Nights",
        PHONE,
    ]
    for sent in mail.outbox:
        # It greets whom it is for, and says nothing else of anybody.
        addressee = Person.objects.get(email=sent.to[0])
        said = f"{sent.subject}\n{sent.body}".replace(f"Hello {addressee.chosen_name},", "")
        assert [word for word in private if word in said] == [], said


@pytest.mark.django_db
def test_a_push_says_only_that_something_waits_and_the_path(ada: Person) -> None:
    notice = Notice.objects.create(
        person=ada, kind="matching", subject="Ben", body="I hear voices", path="/messages/7/", written_at=NOW
    )
    assert json.loads(payload(Letter(name="n", person=ada, notices=[notice]))) == {
        "words": "Something is waiting for you",
        "path": f"/notices/{notice.pk}/",
    }
