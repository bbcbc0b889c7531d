"""The tree of areas: one is added, renamed, or moved below another; never below itself."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count, Q
from django.utils.text import slugify

from people.models import Area, Person
from people.rules import may_add_area_below, may_arrange_area, may_move_area


class AreaNeedsAName(ValidationError):
    """An area is found by its name, in addresses too."""


class AreaIsThere(ValidationError):
    """Two areas of one name could not be told apart."""


class WouldLieInItself(ValidationError):
    """An area cannot be moved below itself, nor below one that lies in it."""


class NotYourArea(PermissionDenied):
    """The tree is arranged by who coordinates what lies around it."""


@transaction.atomic
def add_area(*, by: Person, name: str, below: Area | None) -> Area:
    """Add an area in another one; without one it is a service of its own."""
    if not may_add_area_below(by, below):
        raise NotYourArea
    hold_the_tree()
    area = Area.objects.create(name=name.strip(), slug=free_slug(name), parent=below)
    set_what_is_above(area)
    by.forget_roles()
    return area


@transaction.atomic
def rename_area(*, by: Person, area: Area, name: str) -> None:
    """Its address stays, so that links and imports that know it go on working."""
    if not may_arrange_area(by, area):
        raise NotYourArea
    hold_the_tree()
    free_slug(name, but=area)
    area.name = name.strip()
    area.save(update_fields=["name"])


@transaction.atomic
def move_area(*, by: Person, area: Area, below: Area | None) -> None:
    """Move an area, with all that lies in it, into another one; without one it becomes a service of its own.

    Everybody who moves something stands in line, so that of two who move each below the other one is refused.
    """
    hold_the_tree()
    area.refresh_from_db(fields=["parent"])
    if not may_move_area(by, area, below):
        raise NotYourArea
    inside = Area.objects.within([area.pk]).annotate(depth=Count("above")).order_by("depth")
    if below is not None and inside.filter(pk=below.pk).exists():
        raise WouldLieInItself(f"{below} is {area} itself or lies in it.")
    area.parent = below
    area.save(update_fields=["parent"])
    # From the top down: what lies above an area is known once its parent's is.
    for one in list(inside):
        set_what_is_above(one)
    by.forget_roles()


def hold_the_tree() -> None:
    list(Area.objects.order_by("pk").select_for_update(no_key=True).values_list("pk", flat=True))


def set_what_is_above(area: Area) -> None:
    area.above.set(Area.objects.over([area.parent_id] if area.parent_id else []))


def free_slug(name: str, but: Area | None = None) -> str:
    """By what an area of this name is found, where no other is."""
    slug = slugify(name)
    if not slug:
        raise AreaNeedsAName(f"“{name}” cannot be the name of an area: it needs letters from A to Z, or digits.")
    others = Area.objects.exclude(pk=but.pk) if but else Area.objects.all()
    there = others.filter(Q(slug=slug) | Q(name__iexact=name.strip())).first()
    if there is not None:
        raise AreaIsThere(f"There is an area called {there} already.")
    return slug


def area_called(name: str) -> Area:
    """The area of that name; a new service where there is none yet."""
    there = Area.objects.filter(Q(slug=slugify(name)) | Q(name__iexact=name.strip())).first()
    return there or Area.objects.create(name=name.strip(), slug=free_slug(name))
