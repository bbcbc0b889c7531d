"""A person: one sign-in, one profile, any number of roles."""

from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property

from people.models.belonging import Belonging
from people.models.place import Area, Areas, Topic
from people.models.role import Role
from people.vocabulary import AgeGroup, Gender


class PersonQuerySet(models.QuerySet["Person"]):
    def active(self) -> "PersonQuerySet":
        return self.filter(is_active=True)

    def holding(self, *kinds: str) -> "PersonQuerySet":
        """Whoever has one of these roles now."""
        return self.filter(pk__in=Role.objects.current().filter(kind__in=kinds).values("person_id"))

    def visible_to(self, viewer: "Person") -> "PersonQuerySet":
        """Oneself, whom one looks after now, and for a coordinator everyone of their areas and of those below.

        A person who has no area yet is visible to every coordinator: nobody falls through.
        """
        if viewer.coordinates_everywhere:
            return self
        seen = Q(pk=viewer.pk) | Q(pk__in=viewer.looks_after.filter(ended_at=None).values("person_id"))
        return self.filter(seen | in_areas_of(viewer))

    def of_areas(self, areas: Areas) -> "PersonQuerySet":
        """Who lives in one of just these areas, or belongs to one."""
        return self.filter(in_areas(areas))

    def of_no_area(self) -> "PersonQuerySet":
        return self.filter(in_no_area())

    def coordinated_by(self, coordinator: "Person") -> "PersonQuerySet":
        """Everyone of the coordinator's areas, not whom they are alongside elsewhere, and never themselves."""
        others = self.exclude(pk=coordinator.pk)
        return others if coordinator.coordinates_everywhere else others.filter(in_areas_of(coordinator))


def in_areas_of(coordinator: "Person") -> Q:
    """In one of the coordinator's areas or of none yet; nobody for who coordinates no area."""
    areas = coordinator.coordinated_area_ids
    return in_areas(areas) | in_no_area() if areas else Q(pk__in=[])


def in_areas(areas: Areas) -> Q:
    return Q(area__in=areas) | Q(pk__in=Belonging.objects.current().filter(area__in=areas).values("person"))


def in_no_area() -> Q:
    """Neither living in one nor belonging to one."""
    return Q(area=None) & ~Q(pk__in=Belonging.objects.current().values("person"))


class PersonManager(BaseUserManager["Person"].from_queryset(PersonQuerySet)):  # type: ignore[misc]
    @transaction.atomic
    def create_user(self, email: str | None, password: str | None = None, **facts: Any) -> "Person":
        person: Person = self.model(**facts)
        person.set_password(password)
        person.save()
        if email and email.strip():
            self.give_email(person, email)
        return person

    @transaction.atomic
    def give_email(self, person: "Person", email: str) -> None:
        """Let somebody who has no e-mail yet sign in with this one."""
        # Known to allauth only once there are models.
        from allauth.account.models import EmailAddress  # noqa: PLC0415

        person.email = email.strip().lower()
        person.save(update_fields=["email"])
        # Not confirmed yet; the first code that reaches the person both signs them in and confirms it.
        EmailAddress.objects.create(user=person, email=person.email, primary=True)


class Person(AbstractBaseUser):
    """Someone the service knows. Others see only `chosen_name`; coordinators also `full_name`."""

    email = models.EmailField(null=True, blank=True, unique=True)
    chosen_name = models.CharField("name others see", max_length=60)
    full_name = models.CharField("full name", max_length=120, blank=True)
    # What another system calls this person, so that an import can be run again safely.
    reference = models.CharField(max_length=80, null=True, blank=True, unique=True)
    # Kept once a code has reached it, for text messages that say that something waits.
    phone = models.CharField("mobile number", max_length=20, blank=True)
    phone_confirmed_at = models.DateTimeField(null=True, blank=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="people")
    age_group = models.CharField(max_length=10, choices=AgeGroup, blank=True)
    gender = models.CharField(max_length=10, choices=Gender, blank=True)
    languages = models.JSONField(default=list, blank=True)
    hours = models.JSONField(default=list, blank=True)
    ways = models.JSONField(default=list, blank=True)
    # Of whom it is empty, their clocks show what those of the service do.
    time_zone = models.CharField("time zone", max_length=60, blank=True)
    # What they say matters to them, so that networks can be suggested; what they ask support with stays in matching.
    topics = models.ManyToManyField(Topic, blank=True, related_name="people")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    objects = PersonManager()

    class Meta:
        ordering = ["chosen_name", "pk"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="people_one_person_per_email"),
        ]

    def __str__(self) -> str:
        return self.chosen_name

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone or settings.TIME_ZONE)

    @cached_property
    def current_roles(self) -> list[Role]:
        """Held now; read once per loaded person, so a long-lived process must load the person anew."""
        return list({role.pk: role for role in self._roles_by_area}.values())

    @cached_property
    def _roles_by_area(self) -> list[Role]:
        """Each role held now, once for each area below its own, so that the whole tree comes with the one query."""
        return list(self.roles.current().select_related("area").annotate(reaches=F("area__below")).order_by("pk"))

    def forget_roles(self) -> None:
        """Whoever gives or takes a role lets them be read anew."""
        for name in ("current_roles", "_roles_by_area"):
            self.__dict__.pop(name, None)

    def holds(self, *kinds: str) -> bool:
        return any(role.kind in kinds for role in self.current_roles)

    @property
    def coordinates_everywhere(self) -> bool:
        return any(role.kind == Role.Kind.COORDINATOR and role.area_id is None for role in self.current_roles)

    @property
    def coordinated_area_ids(self) -> list[int]:
        """The areas somebody coordinates and all that lie below them."""
        held = [role for role in self._roles_by_area if role.kind == Role.Kind.COORDINATOR]
        reached = {area for role in held for area in (role.area_id, role.reaches)}  # type: ignore[attr-defined]
        return sorted(area for area in reached if area is not None)

    def is_coordinated_by(self, coordinator: "Person") -> bool:
        """Whether `coordinator` has this person in their areas: what `in_areas_of` says, of one who is here already."""
        if coordinator.coordinates_everywhere:
            return True
        areas = coordinator.coordinated_area_ids
        if not areas or self.area_id in areas:
            return bool(areas)
        belongs_to = set(self.belongings.filter(ended_at=None).values_list("area", flat=True))
        return not belongs_to.isdisjoint(areas) if belongs_to else self.area_id is None
