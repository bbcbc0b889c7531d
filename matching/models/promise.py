"""What somebody who asks is promised: how long until they can choose somebody, or hear how things stand."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from people.models import Area


class Promise(models.Model):
    """So many days, in an area and all that lies in it, unless a nearer one has its own; a change is a new row."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="promises")
    days = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(365)])
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.area}: {self.days} days"
