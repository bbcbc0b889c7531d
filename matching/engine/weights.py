"""How much each part of a fit counts: the versioned configuration a coordinator can read and change."""

from dataclasses import asdict, dataclass

from .problem import ProblemError

FULL_MARKS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The most points each part can bring; together they never pass 1000."""

    version: str = "2026-11"
    topics: int = 400
    lived_experience: int = 100
    languages: int = 100
    hours: int = 150
    ways: int = 60
    place: int = 40
    preferences: int = 100
    waiting: int = 50
    # So many weekly slots in common are plenty; more bring no further points.
    enough_hours: int = 4
    # After so many days waiting brings all its points; it never grows past them.
    long_wait_days: int = 90

    def __post_init__(self) -> None:
        for name, points in self.parts().items():
            if points < 0:
                raise ProblemError(f"Weights {self.version}: {name} cannot be {points}.")
        if sum(self.parts().values()) > FULL_MARKS:
            total = sum(self.parts().values())
            raise ProblemError(f"Weights {self.version}: together {total}, more than {FULL_MARKS}.")
        for name, least in (("enough_hours", self.enough_hours), ("long_wait_days", self.long_wait_days)):
            # The upper bound keeps every product of the scores inside 64 bits.
            if not 1 <= least <= 100_000:
                raise ProblemError(f"Weights {self.version}: {name} cannot be {least}.")

    def parts(self) -> dict[str, int]:
        """The points by part, in the order in which reasons are told."""
        settings = ("version", "enough_hours", "long_wait_days")
        return {name: points for name, points in asdict(self).items() if name not in settings}

    @property
    def attainable(self) -> int:
        """The points of a perfect fit; waiting says nothing about fit."""
        return sum(self.parts().values()) - self.waiting


DEFAULT = Weights()
