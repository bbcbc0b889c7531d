"""Opens what somebody said of themselves, and writes down for them that it was read."""

from datetime import datetime

from django.db import transaction

from matching.errors import NotYours
from matching.models import Helper, Proposal
from matching.rules import may_check_helper, may_read_story_before
from people.models import Person
from people.operations import record_read


@transaction.atomic
def open_story(*, by: Person, proposal: Proposal, at: datetime) -> str:
    """The member's story, for the helper they may choose; only while they may, and only if they agreed to it."""
    if not may_read_story_before(by, proposal):
        raise NotYours
    record_read(by=by, person=proposal.request.person, why="as somebody suggested to you", at=at)
    return proposal.request.story


@transaction.atomic
def open_check(*, by: Person, helper: Helper, at: datetime) -> Helper:
    """A helper's offer with their full name, for the coordinator who checks it."""
    if not may_check_helper(by, helper):
        raise NotYours
    record_read(by=by, person=helper.person, why="to check your offer of help", at=at)
    return helper
