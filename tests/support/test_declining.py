"""The rule for check-ins, as a table of what is noticed and what is not."""

import pytest

from support.declining import Noticed, Rule, Said, Sign, noticed

SILENT = Said(is_silent=True)
SKIPPED = Said()
FALL = Rule(fall_by=3, over=3, silences=2)


def answers(*values: int | None) -> list[Said]:
    return [Said(confidence=value) for value in values]


@pytest.mark.parametrize(
    ("values", "fallen"),
    [
        ([], False),
        ([2], False),
        ([7, 5], False),
        ([7, 4], True),
        ([4, 7], False),
        ([7, 6, 4], True),
        # The seven is more than three answers ago.
        ([7, 6, 5, 4], False),
        # What was left out is no answer, and does not push the others out.
        ([7, None, None, 4], True),
        ([7, 4, None], False),
        ([10, 0], True),
    ],
)
def test_a_fall(values: list[int | None], *, fallen: bool) -> None:
    found = noticed(answers(*values), FALL)
    assert (found is not None and found.sign is Sign.FALLING) == fallen


def test_the_widest_fall_of_the_two_is_said() -> None:
    said = [Said(confidence=8, wellbeing=9), Said(confidence=5, wellbeing=2)]
    assert noticed(said, FALL) == Noticed(Sign.FALLING, "Wellbeing fell from 9 to 2, within 3 answers.")


def test_a_fall_that_was_noticed_is_where_the_next_one_begins() -> None:
    before = [Said(confidence=8), Said(confidence=4, noticed=Sign.FALLING)]
    assert noticed([*before, Said(confidence=4)], FALL) is None
    assert noticed([*before, Said(confidence=1)], FALL) == Noticed(
        Sign.FALLING, "Confidence to manage fell from 4 to 1, within 3 answers."
    )


@pytest.mark.parametrize(
    ("said", "silent"),
    [
        ([SILENT], False),
        ([SILENT, SILENT], True),
        ([SILENT, SKIPPED, SILENT], False),
        ([SILENT, Said(confidence=5), SILENT], False),
        ([SILENT, SILENT, SKIPPED], False),
        # Noticed already: two more are needed.
        ([SILENT, Said(is_silent=True, noticed=Sign.SILENCE), SILENT], False),
        ([SILENT, Said(is_silent=True, noticed=Sign.SILENCE), SILENT, SILENT], True),
    ],
)
def test_silence(said: list[Said], *, silent: bool) -> None:
    expected = Noticed(Sign.SILENCE, "2 check-ins in a row had no answer.") if silent else None
    assert noticed(said, FALL) == expected


@pytest.mark.parametrize(
    ("wishes", "new"),
    [
        ([True], True),
        ([False, True], True),
        ([True, True], False),
        ([True, False, True], True),
        ([True, None, True], False),
        ([True, None], False),
        ([False], False),
    ],
)
def test_a_wish_for_more(wishes: list[bool | None], *, new: bool) -> None:
    said = [Said(wishes_more=wish) for wish in wishes]
    assert noticed(said, FALL) == (Noticed(Sign.MORE, "They wish for more support.") if new else None)
    assert noticed(said, Rule(on_more=False)) is None


def test_a_fall_is_graver_than_a_wish() -> None:
    found = noticed([Said(confidence=8), Said(confidence=2, wishes_more=True)], FALL)
    assert found is not None
    assert found.sign is Sign.FALLING
