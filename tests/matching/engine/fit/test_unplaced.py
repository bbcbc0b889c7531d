"""The reason why someone has nobody yet is true, and its numbers are exact."""

import pytest
from hypothesis import given, settings

from matching.engine import Cohort, Matching, Obstacle, ObstacleCount, Unplaced, WhyUnplaced, match, obstacles

from ..worlds import TODAY, ada, ben, cleo, cohorts, words, world


def by_hand(cohort: Cohort, found: Matching) -> tuple[Unplaced, ...]:
    """The same answer by asking the reference about every pair."""
    placed = {match.seeker for match in found.pairs}
    told = []
    for seeker in cohort.seekers:
        if seeker.id in placed:
            continue
        if not cohort.helpers:
            told.append(Unplaced(seeker.id, WhyUnplaced.NO_HELPER_AT_ALL))
            continue
        forbidden = {helper: obstacles(seeker, helper, on=cohort.on) for helper in cohort.helpers}
        fits = [helper for helper, rules in forbidden.items() if not rules]
        counts = (
            ObstacleCount(
                obstacle,
                sum(obstacle in rules for rules in forbidden.values()),
                sum(rules == (obstacle,) for rules in forbidden.values()),
            )
            for obstacle in Obstacle
        )
        told.append(
            Unplaced(
                seeker=seeker.id,
                why=WhyUnplaced.ALL_PLACES_TAKEN if fits else WhyUnplaced.NOBODY_FITS,
                fitting=len(fits),
                full_before=sum(helper.capacity == 0 for helper in fits),
                obstacles=tuple(count for count in counts if count.helpers),
            )
        )
    return tuple(told)


def check_places_are_taken(cohort: Cohort, found: Matching) -> None:
    """Who has nobody although someone fits: all of those have no place left."""
    taken = [match.helper for match in found.pairs]
    for one in found.left_out:
        seeker = cohort.seeker_by_id[one.seeker]
        fits = [helper for helper in cohort.helpers if not obstacles(seeker, helper, on=cohort.on)]
        assert [taken.count(helper.id) for helper in fits] == [helper.capacity for helper in fits]


@given(cohorts())
@settings(max_examples=40, deadline=None)
def test_reasons_are_true(cohort: Cohort) -> None:
    found = match(cohort)
    assert found.left_out == by_hand(cohort, found)
    check_places_are_taken(cohort, found)


@pytest.mark.parametrize("seed", range(4))
def test_reasons_are_true_in_larger_plans(seed: int) -> None:
    cohort = world(seed, asking=60, offering=25)
    found = match(cohort)
    assert found.left_out == by_hand(cohort, found)
    check_places_are_taken(cohort, found)
    assert {one.why for one in found.left_out} == {WhyUnplaced.NOBODY_FITS, WhyUnplaced.ALL_PLACES_TAKEN}


def test_no_helper_at_all() -> None:
    found = match(Cohort((ada(),), (), on=TODAY))
    assert found.left_out == (Unplaced(1, WhyUnplaced.NO_HELPER_AT_ALL),)


def test_nobody_fits_and_which_rules_forbade_it() -> None:
    seeker = ada(wants="adviser", languages=words("ar"))
    found = match(Cohort((seeker,), (ben(), cleo(), cleo(id=4, languages=words("ar"))), on=TODAY))
    assert found.left_out == (
        Unplaced(
            seeker=1,
            why=WhyUnplaced.NOBODY_FITS,
            obstacles=(ObstacleCount(Obstacle.KIND, 2, 1), ObstacleCount(Obstacle.LANGUAGE, 2, 1)),
        ),
    )


def test_all_places_are_taken() -> None:
    waiting = ada(waited_days=30)
    offered = (ben(), ben(id=4, capacity=0), cleo(lived_experience=True, vetted_until=None))
    found = match(Cohort((waiting, ada(id=9)), offered, on=TODAY))
    assert found.left_out == (
        Unplaced(
            seeker=9,
            why=WhyUnplaced.ALL_PLACES_TAKEN,
            fitting=2,
            full_before=1,
            obstacles=(ObstacleCount(Obstacle.VETTING, 1, 1),),
        ),
    )
