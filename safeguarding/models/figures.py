"""What was published about safety, a quarter at a time."""

from django.db import models


class QuarterFigures(models.Model):
    """The figures of one quarter as they left `people.disclosure`; counted once, so that no two releases tell more."""

    GROUPS = {
        "reports": "What was reported",
        "measures": "What was done",
        "appeals": "Appeals",
        "clock": "Whether somebody looked in time",
    }

    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    # By group, lines of what and how many: a rounded count, or null where it is too small to tell.
    figures = models.JSONField()
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["-year", "-quarter"]
        constraints = [
            models.UniqueConstraint(fields=["year", "quarter"], name="safeguarding_figures_once_a_quarter"),
        ]

    def __str__(self) -> str:
        return f"{self.year} Q{self.quarter}"

    @property
    def groups(self) -> list[tuple[str, dict[str, int | None]]]:
        """Each group by its name for people, with its lines in order."""
        return [(name, dict(self.figures[group])) for group, name in self.GROUPS.items()]
