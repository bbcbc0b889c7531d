"""How often somebody may do something before being asked to wait, counted in this process."""

from collections import defaultdict, deque
from datetime import datetime, timedelta
from threading import Lock

from django.conf import settings


class TooFast(Exception):
    """Somebody has used up what they may do for now; `until` says for how long."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class Allowance:
    """So many times `within` a stretch of time for each person; whoever is over it learns until when."""

    def __init__(self, most: int, within: timedelta) -> None:
        self.most = most
        self.within = within
        self.times: defaultdict[int, deque[datetime]] = defaultdict(deque)
        self.lock = Lock()

    def until(self, person_id: int, at: datetime) -> datetime | None:
        """Count one more, or return the time from which it is allowed again; a refused one does not count."""
        with self.lock:
            times = self.times[person_id]
            while times and times[0] <= at - self.within:
                times.popleft()
            if len(times) >= self.most:
                return times[0] + self.within
            times.append(at)
            self._forget_the_idle(at)
            return None

    def spend(self, person_id: int, at: datetime) -> None:
        """Count one more, or raise TooFast."""
        if until := self.until(person_id, at):
            raise TooFast(until)

    def _forget_the_idle(self, at: datetime) -> None:
        """Keep the memory as small as the number of people who were busy lately."""
        if len(self.times) > 10_000:
            for person_id in [one for one, times in self.times.items() if times[-1] <= at - self.within]:
                del self.times[person_id]


# Faster than anybody types, slower than a program that floods.
POSTS = Allowance(most=settings.POSTS_PER_TEN_SECONDS, within=timedelta(seconds=10))
COMMANDS = Allowance(most=settings.COMMANDS_PER_TEN_SECONDS, within=timedelta(seconds=10))
