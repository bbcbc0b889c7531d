"""What a cohort refuses, and that the order of its rows is its own."""

from collections.abc import Callable

import pytest

from matching.engine import Cohort, ProblemError

from ..worlds import TODAY, ada, ben, cleo, people, words


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: ada(id=-1), "Seeker -1: id cannot be -1."),
        (lambda: ada(id=2**63), f"Seeker {2**63}: id cannot be {2**63}."),
        (lambda: ada(waited_days=-3), "Seeker 1: waited_days cannot be -3."),
        (lambda: ada(hours=words("mon-morning", "mon-night")), "Seeker 1: unknown slot 'mon-night'."),
        (lambda: ada(ways=words("fax")), "Seeker 1: unknown way 'fax'."),
        (lambda: ada(wants="friend"), "Seeker 1: unknown kind wanted 'friend'."),
        (lambda: ada(age_group="17"), "Seeker 1: unknown age group '17'."),
        (lambda: ada(prefers_gender="other"), "Seeker 1: unknown gender asked for 'other'."),
        (lambda: ben(id=-2), "Helper -2: id cannot be -2."),
        (lambda: ada(waited_days=36_501), "Seeker 1: waited_days cannot be 36501."),
        (lambda: ben(capacity=-1), "Helper 2: capacity cannot be -1."),
        (lambda: ben(load=-1), "Helper 2: load cannot be -1."),
        (lambda: ben(minimum=-1), "Helper 2: minimum cannot be -1."),
        (lambda: ben(kind="either"), "Helper 2: unknown kind 'either'."),
        (lambda: ben(hours=words("someday")), "Helper 2: unknown slot 'someday'."),
        (lambda: ben(ways=words("letter")), "Helper 2: unknown way 'letter'."),
        (lambda: ben(age_group="old"), "Helper 2: unknown age group 'old'."),
        (lambda: ben(age_groups=words("")), "Helper 2: unknown age group ''."),
        (lambda: ada(ranked=(people(2), people(3, 2))), "Seeker 1: 2 cannot be ranked twice."),
        (lambda: ben(ranked=(people(1), people(1))), "Helper 2: 1 cannot be ranked twice."),
        (lambda: Cohort((ada(), ada()), (), on=TODAY), "Two seekers have the id 1."),
        (lambda: Cohort((), (ben(), cleo(id=2)), on=TODAY), "Two helpers have the id 2."),
    ],
)
def test_impossible_values_are_refused_and_named(make: Callable[[], object], told: str) -> None:
    with pytest.raises(ProblemError) as refused:
        make()
    assert str(refused.value) == told


def test_rows_are_kept_in_order_of_id() -> None:
    cohort = Cohort((ada(id=7), ada(id=4)), (cleo(), ben()), on=TODAY)
    assert [seeker.id for seeker in cohort.seekers] == [4, 7]
    assert [helper.id for helper in cohort.helpers] == [2, 3]
    assert cohort == Cohort((ada(id=4), ada(id=7)), (ben(), cleo()), on=TODAY)


def test_rows_are_found_by_id() -> None:
    cohort = Cohort((ada(),), (ben(), cleo()), on=TODAY)
    assert cohort.seeker_by_id == {1: ada()}
    assert cohort.helper_by_id == {2: ben(), 3: cleo()}
