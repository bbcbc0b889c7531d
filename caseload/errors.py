"""What a caseload refuses, each answered the way its kind is answered everywhere."""

from django.core.exceptions import PermissionDenied, ValidationError


class NotYoursToArrange(PermissionDenied):
    """Only the coordinators of a member arrange who else is alongside them."""


class CannotGoThere(ValidationError):
    """A transfer to where somebody is looked after already."""


class CannotStandIn(ValidationError):
    """Somebody cannot be alongside this member just now; it says nothing of why two people are kept apart."""
