"""How much each part of a fit counts: the versioned configuration a coordinator can read and change."""

from dataclasses import asdict, dataclass

from matching.engine.errors import ProblemError

FULL_MARKS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The most points each part of a fit can bring, together never more than 1000; and what waiting adds."""

    version: str = "2026-11"
    topics: int = 400
    lived_experience: int = 100
    languages: int = 100
    hours: int = 150
    ways: int = 60
    place: int = 40
    preferences: int = 100
    # Points for each week of waiting. They grow without end: who has waited 1000 / waiting weeks longer than
    # somebody else comes before them whatever the fit, so nobody waits for ever.
    waiting: int = 20
    # So many weekly slots in common are plenty; more bring no further points.
    enough_hours: int = 4

    def __post_init__(self) -> None:
        for name, points in (*self.parts().items(), ("waiting", self.waiting)):
            if not 0 <= points <= FULL_MARKS:
                raise ProblemError(f"Weights {self.version}: {name} cannot be {points}.")
        if self.attainable > FULL_MARKS:
            raise ProblemError(f"Weights {self.version}: together {self.attainable}, more than {FULL_MARKS}.")
        # The upper bound keeps every product of the scores inside 64 bits.
        if not 1 <= self.enough_hours <= 100_000:
            raise ProblemError(f"Weights {self.version}: enough_hours cannot be {self.enough_hours}.")

    def parts(self) -> dict[str, int]:
        """The points by part of a fit, in the order in which reasons are told."""
        others = ("version", "waiting", "enough_hours")
        return {name: points for name, points in asdict(self).items() if name not in others}

    @property
    def attainable(self) -> int:
        """The points of a perfect fit; waiting says nothing about fit."""
        return sum(self.parts().values())


DEFAULT = Weights()
