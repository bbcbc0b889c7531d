"""One comes or goes between two rounds: who can be placed at once and fairly, without touching the pairs that stand.

Fair means: nobody is placed for having come at the right moment. Everybody who waits is weighed together with the
newcomer, over all the places that are free, and the newcomer gets the place that the best plan of these gives them.
"""

from dataclasses import dataclass

from matching.engine.problem import HelperRow, Id, SeekerRow
from matching.engine.solve import solve

from .difference import Difference, between
from .standing import Scores, Standing, with_helper, with_seeker, without_helper, without_seeker


@dataclass(frozen=True)
class Outcome:
    """What comes of it: the standing as it then is, and the pairs that can be made at once."""

    standing: Standing
    pairs: tuple[tuple[Id, Id], ...]
    # Seekers who wait again, or the helper who has a place again, because somebody went.
    freed: tuple[Id, ...] = ()

    def helper_of(self, seeker: Id) -> Id | None:
        """Whom this seeker can be given at once; None where nobody is free, or somebody who waits comes first."""
        return dict(self.pairs).get(seeker)


def fill(standing: Standing) -> tuple[tuple[Id, Id], ...]:
    """The best pairs between everybody who waits and the places that are free, in order of seeker."""
    return solve(standing.rest).pairs


def seeker_comes(standing: Standing, seeker: SeekerRow, scores: Scores) -> Outcome:
    """A seeker comes, with the score of each of their pairs by helper. Raises ProblemError for what cannot be."""
    return _outcome(with_seeker(standing, seeker, scores))


def helper_comes(standing: Standing, helper: HelperRow, scores: Scores) -> Outcome:
    """A helper comes, with the score of each of their pairs by seeker. Raises ProblemError for what cannot be."""
    return _outcome(with_helper(standing, helper, scores))


def seeker_goes(standing: Standing, seeker: Id) -> Outcome:
    """A seeker goes; the place they had, if any, is given to somebody who waits."""
    had = (helper for one, helper in standing.pairs if one == seeker)
    return _outcome(without_seeker(standing, seeker), tuple(had))


def helper_goes(standing: Standing, helper: Id) -> Outcome:
    """A helper goes; the people they had wait again, and are weighed with all others who wait."""
    had = (seeker for seeker, one in standing.pairs if one == helper)
    return _outcome(without_helper(standing, helper), tuple(had))


def next_round(standing: Standing) -> Difference:
    """What a full round over everybody who is not locked would change and gain, exactly."""
    problem = standing.problem
    return between((problem, standing.pairs), (problem, solve(problem).pairs))


def _outcome(standing: Standing, freed: tuple[Id, ...] = ()) -> Outcome:
    return Outcome(standing, fill(standing), freed)
