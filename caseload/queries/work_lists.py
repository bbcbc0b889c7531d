"""Which lists somebody keeps."""

from django.db.models import QuerySet

from caseload.models import WorkList
from people.models import Person


def work_lists_of(person: Person) -> QuerySet[WorkList]:
    return WorkList.objects.visible_to(person)
