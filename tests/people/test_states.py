"""State machines: what they allow, how they are drawn, and that the page about them is not stale."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from people import states
from people.models import StateChange
from people.states import MACHINES, Machine, document

HERE = "DEBUG=true .venv/bin/python manage.py draw_states"


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine of our own, kept apart from those of the house."""
    monkeypatch.setattr(states, "MACHINES", {})
    return Machine(name="test.door", start="shut", moves={"shut": ["open"], "open": ["shut", "gone"], "gone": []})


def test_what_a_machine_allows(door: Machine) -> None:
    assert {
        (before, after)
        for before in ("shut", "open", "gone", "nowhere", "")
        for after in ("shut", "open", "gone", "nowhere", "")
        if door.allows(before, after)
    } == {("shut", "open"), ("open", "shut"), ("open", "gone")}


def test_the_drawing(door: Machine) -> None:
    assert door.diagram() == (
        "stateDiagram-v2\n    [*] --> shut\n    shut --> open\n    open --> shut\n    open --> gone\n    gone --> [*]"
    )


@pytest.mark.usefixtures("door")
def test_the_page_has_every_machine_by_name() -> None:
    Machine(name="test.bell", start="still", moves={"still": []})
    headings = [line for line in document().splitlines() if line.startswith("#") or line == "```mermaid"]
    assert headings == ["# States", "## test.bell", "```mermaid", "## test.door", "```mermaid"]


def test_docs_states_is_not_stale() -> None:
    page = Path(settings.BASE_DIR, "docs", "states.md").read_text(encoding="utf-8")
    assert page == document(), f"Draw it again: {HERE}"


# -- Every machine of the house


@pytest.mark.parametrize("name", sorted(MACHINES))
def test_a_machine_is_about_a_model_and_knows_all_its_states(name: str) -> None:
    machine, state = MACHINES[name], apps.get_model(name)._meta.get_field("state")
    values = [value for value, _ in state.flatchoices]
    assert sorted(machine.moves) == sorted(values)
    assert machine.start == (state.default if state.has_default() else machine.start)
    assert {after for afters in machine.moves.values() for after in afters} - set(values) == set()


@pytest.mark.parametrize("name", sorted(MACHINES))
def test_every_state_can_be_reached(name: str) -> None:
    machine, reached = MACHINES[name], {MACHINES[name].start}
    while more := {after for before in reached for after in machine.moves[before]} - reached:
        reached |= more
    assert reached == set(machine.moves)


@pytest.mark.parametrize("name", sorted(MACHINES))
def test_the_history_has_room_for_its_names(name: str) -> None:
    for field, words in (("machine", [name]), ("after", MACHINES[name].moves)):
        room = getattr(StateChange._meta.get_field(field), "max_length", 0)
        assert [word for word in words if len(word) > room] == []


def test_every_model_with_a_state_has_its_machine() -> None:
    with_state = [
        model._meta.label_lower for model in apps.get_models() if any(f.name == "state" for f in model._meta.fields)
    ]
    assert sorted(MACHINES) == sorted(with_state)
