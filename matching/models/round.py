"""A round: one run of the matcher, what it was made with, and what came of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from matching import engine
from matching.models.configuration import Configuration
from matching.models.fields import CompressedTextField
from matching.models.job import Job, JobQuerySet
from people.models import Area, Person


class RoundQuerySet(JobQuerySet["Round"]):
    def visible_to(self, viewer: Person) -> "RoundQuerySet":
        """Those of one's areas, and those over more than these, in which one sees only one's own people."""
        if viewer.coordinates_everywhere:
            return self
        if not viewer.coordinated_area_ids:
            return self.none()
        return self.filter(Q(area__in=Area.objects.over(viewer.coordinated_area_ids)) | Q(area=None))

    def about_the_same_people(self, area: Area | None) -> "RoundQuerySet":
        """Those for this area, for one below or around it, and for everybody; for everybody, all of them."""
        if area is None:
            return self
        around, inside = Area.objects.over([area.pk]), Area.objects.within([area.pk])
        return self.filter(Q(area__in=around) | Q(area__in=inside) | Q(area=None))


class Round(Job):
    """One run of the matcher over the people who wait in `area` (all areas when there is none)."""

    class Order(models.TextChoices):
        FAIR = "fair", "Fair to the worst-off"
        BEST = "best", "Best total"
        STABLE = "stable", "No pair would rather swap"

    class Occasion(models.TextChoices):
        ROUND = "round", "A round"
        ARRIVAL = "arrival", "Somebody came between two rounds"

    OBJECTIVES = {
        Order.FAIR: (engine.Objective.PLACED, engine.Objective.FLOOR, engine.Objective.TOTAL),
        Order.BEST: (engine.Objective.PLACED, engine.Objective.TOTAL),
        Order.STABLE: (engine.Objective.STABLE,),
    }

    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    began_at = models.DateTimeField()
    occasion = models.CharField(max_length=10, choices=Occasion, default=Occasion.ROUND)
    configuration = models.ForeignKey(Configuration, on_delete=models.PROTECT, related_name="rounds")
    order = models.CharField("what comes first", max_length=10, choices=Order, default=Order.FAIR)
    seed = models.PositiveBigIntegerField(default=0)

    # What came of it; before it is done there is nothing here.
    waiting = models.PositiveIntegerField("people who waited", default=0)
    placed = models.PositiveIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    floor = models.BigIntegerField("points of the worst-off", null=True, blank=True)
    load_cost = models.BigIntegerField(default=0)
    blocking_pairs = models.PositiveIntegerField("pairs who would rather swap", default=0)
    seconds = models.FloatField(default=0)
    # People or their answers changed meanwhile, so that it was solved anew.
    solved_again = models.BooleanField(default=False)
    problem_hash = models.CharField(max_length=80, blank=True)
    solver = models.CharField(max_length=80, blank=True)
    # Fairness by group, as the engine measured it.
    figures = models.JSONField(default=list, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["-began_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                Coalesce("area", 0), condition=Q(state__in=Job.ACTIVE), name="matching_one_round_at_once"
            )
        ]

    def __str__(self) -> str:
        return f"Round {self.pk}"

    def aim(self) -> engine.Aim:
        """What the best plan is, in the engine's words."""
        return engine.Aim(
            order=self.OBJECTIVES[self.Order(self.order)],
            spread=self.configuration.spread,
            seed=self.seed,
        )


class RoundRecord(models.Model):
    """The problem and the plan of a round as JSON, so that it can be shown, done again and checked by anybody."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="record")
    problem = CompressedTextField()
    plan = CompressedTextField()

    def __str__(self) -> str:
        return f"Record of {self.round}"
