"""A screen put together from frames and pages, whichever way they come."""

from dataclasses import replace

from tests.faults.screen import Screen, Shown


def message(number: int, **rest: object) -> Shown:
    return replace(Shown(number, number, number, 1, f"c{number}", f"thing {number}"), **rest)  # type: ignore[arg-type]


def test_events_in_order_are_taken_in_and_a_gap_is_noticed() -> None:
    screen = Screen()
    assert [screen.hear(seq, message(seq)) for seq in (1, 2, 4)] == [True, True, False]
    assert (screen.reached, screen.lines) == (2, [message(1), message(2)])


def test_a_page_fills_the_gap_and_what_came_twice_is_there_once() -> None:
    screen = Screen()
    screen.hear(1, message(1))
    screen.fill([message(2), message(3)], reached=3)
    assert screen.hear(2, message(2))
    assert (screen.reached, screen.lines) == (3, [message(1), message(2), message(3)])


def test_the_latest_state_wins_also_when_it_comes_first() -> None:
    edited = message(1, changed_seq=3, body="otherwise", is_edited=True)
    screen = Screen()
    screen.fill([message(2), edited], reached=3)
    screen.hear(1, message(1))
    assert screen.lines == [edited, message(2)]


def test_a_message_that_changes_its_place_is_noted() -> None:
    screen = Screen()
    screen.hear(1, message(1))
    screen.hear(2, message(1, seq=2, changed_seq=2))
    assert screen.moved == [message(1, seq=2, changed_seq=2)]
