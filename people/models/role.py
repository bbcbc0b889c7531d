"""A role someone holds from one time to another."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from people.models.place import Area, Areas


class RoleQuerySet(models.QuerySet["Role"]):
    def current(self) -> "RoleQuerySet":
        return self.filter(ended_at=None)

    def reaching(self, areas: Areas) -> "RoleQuerySet":
        """Those held in one of these areas, in one that it lies in, or everywhere."""
        return self.filter(Q(area=None) | Q(area__in=Area.objects.over(areas)))


class Role(models.Model):
    """What a person may do here. It reaches all below its area; without an area, the whole service."""

    class Kind(models.TextChoices):
        MEMBER = "member", "Member"
        ADVISER = "adviser", "Adviser"
        PEER = "peer", "Peer"
        COORDINATOR = "coordinator", "Coordinator"
        SAFEGUARDING_LEAD = "safeguarding_lead", "Safeguarding lead"
        REFERRER = "referrer", "Referrer"
        INTERPRETER = "interpreter", "Interpreter"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="roles")
    kind = models.CharField(max_length=20, choices=Kind)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True)
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    granted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "area"],
                condition=Q(ended_at=None),
                name="people_one_current_role_per_area",
            ),
            # SQL holds two NULL areas for different, so the whole service needs its own line.
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(ended_at=None, area=None),
                name="people_one_current_role_everywhere",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.area})" if self.area else self.get_kind_display()
