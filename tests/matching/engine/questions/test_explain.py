"""What the command line says to one person is told in sentences, from the plan."""

import pytest

from matching.engine import Aim, HelperRow, Obstacle, Part, Problem, ProblemError, Reason, solve
from matching.engine.problem import ORDERS
from matching.engine.questions.explain import explain, opening_in_words, why_not_in_words
from matching.engine.questions.opening import Opening, Relaxation
from matching.engine.questions.why_not import Because, WhyNot, why_not

from .village import village


def test_somebody_with_a_place() -> None:
    why = (Reason(Part.TOPICS, 40, ("debt", "grief")), Reason(Part.LIVED_EXPERIENCE, 10))
    problem = village(reasons={("ada", "cleo"): why})
    assert explain(problem, solve(problem), "ada").split("\n") == [
        "ada is with helper cleo, worth 50. What fits: topics 40 (debt, grief); lived_experience 10.",
        "Of the 2 people with a place, the worst-off has 50, the mean is 65.0.",
        "Who came closest otherwise, and why not:",
        (
            "- Helper ben is worth 60 to ada. With this pair the plan would lose 40 points: "
            "dev would be placed with cleo, eve would lose their place with ben."
        ),
    ]


def test_somebody_without_a_place() -> None:
    problem = village()
    assert explain(problem, solve(problem), "dev").split("\n") == [
        "dev has no place: all places of helpers who fit are taken.",
        "One more place with any of these helpers would be enough, and nobody would lose theirs: ben, cleo.",
        "Who came closest otherwise, and why not:",
        (
            "- Helper cleo is worth 30 to dev. With this pair the plan would lose 20 points: "
            "ada would lose their place with cleo."
        ),
    ]


def test_a_lower_set_floor_is_told() -> None:
    problem = village(aim=Aim(at_least=55))
    assert explain(problem, solve(problem), "dev").split("\n") == [
        "dev has no place: every helper who fits is worth less than a pair must be.",
        "If pairs had to be worth 30 only, that would be enough.",
    ]


def test_where_nothing_would_be_enough() -> None:
    problem = village(cleo=HelperRow("cleo", 0), aim=Aim(at_least=55))
    assert explain(problem, solve(problem), "dev").split("\n") == [
        "dev has no place: every helper who fits is worth less than a pair must be.",
        "No further place, and no lower floor, would be enough.",
    ]


def test_a_locked_pair_is_told() -> None:
    problem = village(locked=[("ada", "ben")])
    assert explain(problem, solve(problem), "ada").split("\n") == [
        "ada is with helper ben, worth 60, and this pair is locked.",
        "Of the 2 people with a place, the worst-off has 30, the mean is 45.0.",
    ]


FLOOR = Aim(order=ORDERS[1])


@pytest.mark.parametrize(
    ("problem", "seeker", "helper", "sentence"),
    [
        (village(), "eve", "ben", "Helper ben is worth 80 to eve, and they are a pair."),
        (village(), "eve", "cleo", "Helper cleo may not be with eve."),
        (
            village(locked=[("ada", "ben")]),
            "ada",
            "cleo",
            "Helper cleo is worth 50 to ada, but ada is locked with another helper.",
        ),
        (
            village(cleo=HelperRow("cleo", 0)),
            "dev",
            "cleo",
            "Helper cleo is worth 30 to dev, but has no place to give.",
        ),
        (
            village(aim=Aim(at_least=40)),
            "dev",
            "cleo",
            "Helper cleo is worth 30 to dev, less than the 40 that every pair must be worth.",
        ),
        (
            village(aim=Aim(order=ORDERS[2])),
            "ada",
            "ben",
            "Helper ben is worth 60 to ada, but one of the two has somebody they fit better.",
        ),
        (
            village(aim=FLOOR),
            "dev",
            "cleo",
            (
                "Helper cleo is worth 30 to dev. With this pair the floor would fall from 50 to 30: "
                "ada would lose their place with cleo."
            ),
        ),
        (
            village(more=(("eve", "cleo", 20),), cleo=HelperRow("cleo", 3), aim=FLOOR),
            "eve",
            "cleo",
            (
                "Helper cleo is worth 20 to eve. With this pair the floor would fall from 30 to 20: "
                "ada would go from cleo to ben."
            ),
        ),
        (
            village(ben=HelperRow("ben", 3), more=(("dev", "ben", 30),)),
            "dev",
            "cleo",
            "Helper cleo is worth 30 to dev. With this pair the plan would be just as good; a draw decided.",
        ),
        (
            village(more=(("eve", "cleo", 20),), cleo=HelperRow("cleo", 1)),
            "eve",
            "cleo",
            (
                "Helper cleo is worth 20 to eve. With this pair the plan would lose 50 points: "
                "ada would go from cleo to ben."
            ),
        ),
        (
            village(more=(("dev", "ben", 10),)),
            "ada",
            "ben",
            (
                "Helper ben is worth 60 to ada. With this pair the plan would lose 40 points: "
                "dev would be placed with cleo, eve would lose their place with ben."
            ),
        ),
    ],
)
def test_why_not_in_a_sentence(problem: Problem, seeker: str, helper: str, sentence: str) -> None:
    assert why_not_in_words(problem, why_not(problem, solve(problem), seeker, helper)) == sentence


def test_fewer_people_placed() -> None:
    problem = village(cleo=HelperRow("cleo", 1), more=(("eve", "cleo", 75),), ben=HelperRow("ben", 1))
    answer = why_not(village(cleo=HelperRow("cleo", 2)), solve(village(cleo=HelperRow("cleo", 2))), "ada", "ben")
    assert why_not_in_words(problem, answer) == (
        "Helper ben is worth 60 to ada. With this pair 2 people would have a place and not 3: "
        "eve would lose their place with ben."
    )


def test_the_rules_that_forbid_a_pair_are_named() -> None:
    answer = WhyNot("eve", "cleo", Because.NO_SUCH_PAIR, obstacles=(Obstacle.KIND, Obstacle.TOPIC))
    assert why_not_in_words(village(), answer) == "Helper cleo may not be with eve; forbidden by: kind, topic."


def test_what_would_open_a_place_in_sentences() -> None:
    found = Opening(
        places=tuple(range(1, 9)),
        at_least=40,
        relaxations=(Relaxation((Obstacle.HOURS, Obstacle.WAY), (2, 3)),),
    )
    assert list(opening_in_words(found)) == [
        (
            "One more place with any of these helpers would be enough, and nobody would lose theirs: "
            "1, 2, 3, 4, 5 and 3 more."
        ),
        "If pairs had to be worth 40 only, that would be enough.",
        "If hours and way did not count, that would be enough (helpers who then fit and can take them: 2).",
    ]


def test_nobody_knows_bob() -> None:
    with pytest.raises(ProblemError, match="There is no seeker 'bob'"):
        explain(village(), solve(village()), "bob")
