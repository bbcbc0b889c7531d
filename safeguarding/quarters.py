"""Quarters of the year, for figures that are published once a quarter is over. Plain values."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

# By then what was due in the quarter has been looked at or is late for good.
REST = timedelta(days=7)


@dataclass(frozen=True, order=True)
class Quarter:
    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month + 2) // 3)

    @property
    def first_day(self) -> date:
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def following(self) -> "Quarter":
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)

    @property
    def began_at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.first_day, datetime.min.time()))

    @property
    def ended_at(self) -> datetime:
        return self.following.began_at

    def is_over(self, at: datetime) -> bool:
        """Over, and rested for a week."""
        return self.ended_at + REST <= at

    def __str__(self) -> str:
        return f"{self.year} Q{self.number}"
