"""A work list: what a coordinator narrowed the desk to, kept under a name of their own."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.http import urlencode

from people.models import Person


class WorkListQuerySet(models.QuerySet["WorkList"]):
    def visible_to(self, viewer: Person) -> "WorkListQuerySet":
        """One's own: how somebody orders their work is nobody else's."""
        return self.filter(person=viewer)


class WorkList(models.Model):
    """`section` is empty for the whole desk; `filters` are those of the address, by their names there."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="work_lists")
    name = models.CharField(max_length=60)
    section = models.SlugField(max_length=20, blank=True)
    filters = models.JSONField(default=dict, blank=True)
    made_at = models.DateTimeField()

    objects = WorkListQuerySet.as_manager()

    class Meta:
        ordering = [Lower("name"), "pk"]
        constraints = [
            models.UniqueConstraint("person", Lower("name"), name="caseload_one_work_list_of_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def link(self) -> str:
        """Where the list is opened: it finds whoever fits on that day."""
        page = reverse("desk_section", args=[self.section]) if self.section else reverse("desk")
        return f"{page}?{urlencode(self.filters)}" if self.filters else page
