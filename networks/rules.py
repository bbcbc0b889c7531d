"""Who may join, write in, host, found and report what in a network."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q

from networks.models import Decision, Event, Membership, Network, Post, Thread
from networks.models.standing import Standing
from people.models import Person, Role
from people.rules import coordinators
from people.vocabulary import AgeGroup
from safeguarding.models import Measure
from safeguarding.queries import blocked_ids, in_force_about, waits_for_a_look

# After so many posts that a moderator let through, who is new is new no more.
POSTS_OF_A_NEWCOMER = 3
# Hosts are not asked day after day by somebody they have just refused.
REST_AFTER_REFUSAL = timedelta(days=28)
# A reminder comes this long before a session.
DAY_BEFORE = timedelta(hours=24)
NOBODY_LEFT = "Nobody else is there to read it any more. What was said stays for you to read."


def may_join(person: Person, network: Network) -> bool:
    """Adults and under-18s are apart, so only who has told us their age group; advisers' circles are for advisers."""
    young = person.age_group == AgeGroup.UNDER_18
    of_the_age = bool(person.age_group) and young == network.for_under_18s
    return of_the_age and (network.circle == Network.Circle.EVERYONE or person.holds(Role.Kind.ADVISER))


def needs_an_invitation(network: Network) -> bool:
    return network.joining in (Network.Joining.INVITATION, Network.Joining.HIDDEN)


def may_ask_again(membership: Membership, at: datetime) -> bool:
    """Ask to join once more: after a rest where a host said no or a moderator took them out, never after a ban."""
    if membership.state == Membership.State.BANNED:
        return False
    rests = membership.state in (Membership.State.REFUSED, Membership.State.REMOVED)
    return not rests or at >= membership.since + REST_AFTER_REFUSAL


def is_kept_out(person: Person, network: Network, at: datetime) -> bool:
    """Whether they may not come in or back, as a moderator has decided for here or for the whole service."""
    banned = person.memberships.filter(network=network, state=Membership.State.BANNED)
    return banned.exists() or in_force_about(person, network.scope, at).filter(kind=Measure.Kind.BAN).exists()


def must_ask(person: Person, network: Network, at: datetime) -> bool:
    """Whom a moderator took out comes back only when a host says yes, also where anyone else may just join."""
    removed = person.memberships.filter(network=network, state=Membership.State.REMOVED)
    return removed.exists() or in_force_about(person, network.scope, at).filter(kind=Measure.Kind.REMOVE).exists()


def muted_until(person: Person, network: Network, at: datetime) -> datetime | None:
    """When the last of the mutes ends that hold for them here or in the whole service."""
    mutes = in_force_about(person, network.scope, at).filter(kind=Measure.Kind.MUTE)
    return max((one.until for one in mutes if one.until is not None), default=None)


def keeps_name(membership: Membership | None) -> bool:
    """Whether somebody comes in under the name they had: their posts carry it. Who was refused wrote nothing yet."""
    return membership is not None and membership.state != Membership.State.REFUSED


def may_take_part(person: Person, network: Network) -> bool:
    """Read and write inside: who has joined and is of the age."""
    return Membership.objects.current().filter(network=network, person=person).exists()


def may_host(person: Person, network: Network) -> bool:
    """Hosts decide who joins, and name further hosts."""
    return Membership.objects.hosts().filter(network=network, person=person).exists()


def has_a_host(network: Network) -> bool:
    """Whether anybody who can still sign in hosts it."""
    return network.memberships.hosts().filter(person__is_active=True).exists()


def may_stand_in(person: Person, network: Network) -> bool:
    """Answer for a network that has no host: coordinators, so that nobody falls through."""
    return coordinators(person) and not has_a_host(network)


def may_lead(person: Person, network: Network) -> bool:
    """Hosts, and those trained to lead: they plan events and courses and keep the resources."""
    return Membership.objects.leaders().filter(network=network, person=person).exists()


def may_lead_event(person: Person, event: Event) -> bool:
    """Change it, see who comes and note who came: whoever leads it and still may lead, and every host."""
    leaders = Membership.objects.leaders().filter(network=event.thread.network_id, person=person)
    return leaders.filter(Q(is_host=True) | Q(leads=event)).exists()


def has_trained_leader(leaders: Iterable[Membership]) -> bool:
    """A course is led by somebody who was trained to, alone or with others."""
    return any(leader.trained_on is not None for leader in leaders)


def sessions_for_certificate(of: int) -> int:
    """To how many of the sessions of a course one has to have come: two in three, rounded up; 4 of 6."""
    return -(-2 * of // 3)


def has_agreed(membership: Membership) -> bool:
    """Whether they agreed to the house agreement as it is now; until then they read and do not write."""
    return membership.agreed_version >= membership.network.agreement_version


def is_muted(membership: Membership, at: datetime) -> bool:
    return membership.muted_until is not None and membership.muted_until > at


def what_stops_between(author: Membership, thread: Thread) -> str:
    """Say in words why this member cannot write in a private thread; empty when nothing does, or it is not private.

    Alike for a block and for who has left: nobody learns here which it is.
    """
    if thread.kind != Thread.Kind.PRIVATE:
        return ""
    placed = Membership.objects.current().filter(places_in_threads__thread=thread)
    there = set(placed.values_list("person_id", flat=True))
    if author.person_id not in there:
        return "This is between a few others."
    alone = there - {author.person_id} <= blocked_ids(author.person)
    return NOBODY_LEFT if alone else ""


def needs_a_first_look(membership: Membership) -> bool:
    """Whether a moderator reads what they write before others do: also while several reports wait for a look."""
    if waits_for_a_look(membership.person, membership.network.scope):
        return True
    if membership.is_host:
        return False
    match membership.network.first_look:
        case Network.FirstLook.EVERYONE:
            return True
        case Network.FirstLook.NEWCOMERS:
            return membership.posts_let_through < POSTS_OF_A_NEWCOMER
    return False


def may_found(person: Person) -> bool:
    return coordinators(person)


def may_have_an_idea(person: Person) -> bool:
    """Ask for a network: whoever told us their age group, since it decides for whom the network would be."""
    return bool(person.age_group)


def may_change(person: Person, network: Network) -> bool:
    """What the network is for and how one joins: its hosts, and coordinators."""
    return may_host(person, network) or coordinators(person)


def may_report(person: Person, author: Membership) -> bool:
    """What others wrote, and never one's own."""
    return author.person_id != person.pk


# The first post of these is not taken back by itself, but with what is asked, planned or voted on.
BEGIN_SOMETHING = (Thread.Kind.ASK, Thread.Kind.EVENT, Thread.Kind.DECISION)
# And of these it stays as it is: somebody has said yes to just these words, or votes on them.
BIND_SOMEBODY = (Thread.Kind.ASK, Thread.Kind.DECISION)


def may_edit(member: Membership, post: Post) -> bool:
    """Other words for one's own, while nobody keeps them back."""
    binds = post.seq == 1 and post.thread.kind in BIND_SOMEBODY
    return post.author_id == member.pk and not binds and post.state in (Standing.SHOWN, Standing.WAITING)


def may_take_back(member: Membership, post: Post) -> bool:
    """Also what is held; what a moderator has hidden stays for them to decide on."""
    begins = post.seq == 1 and post.thread.kind in BEGIN_SOMETHING
    may = (Standing.SHOWN, Standing.WAITING, Standing.HELD)
    return post.author_id == member.pk and not begins and post.state in may


def may_see_earlier(member: Membership, post: Post) -> bool:
    """Its writer, and those who moderate; of what is private nobody but its writer."""
    return post.author_id == member.pk or may_arrange(member, post.thread)


def may_react(member: Membership, post: Post) -> bool:
    return post.author_id != member.pk and post.state == Standing.SHOWN


def may_arrange(member: Membership, thread: Thread) -> bool:
    """Pin, close, announce and tag: a host, and not where a few talk among themselves."""
    return member.is_host and thread.kind != Thread.Kind.PRIVATE


def may_note(member: Membership, thread: Thread) -> bool:
    """Say what one should know before one opens it: whoever began it, and a host."""
    return thread.begun_by_id == member.pk or may_arrange(member, thread)


def may_solve(member: Membership, thread: Thread) -> bool:
    """Say which reply answered it: whoever asked, and a host."""
    return thread.kind == Thread.Kind.TALK and may_note(member, thread)


def goes_back_to_a_first_look(post: Post) -> bool:
    """Whether others see changed words only after a moderator has read them."""
    shown_to_many = post.state == Standing.SHOWN and post.thread.kind != Thread.Kind.PRIVATE
    return shown_to_many and needs_a_first_look(post.author)


def may_open(member: Membership, kind: str) -> bool:
    """Put something of this kind to the network: every member, but a sum of money only hosts."""
    return member.is_host or kind != Decision.Kind.BUDGET


def may_withdraw(person: Person, decision: Decision) -> bool:
    """Take a decision back: whoever opened it, and hosts."""
    return decision.thread.begun_by.person_id == person.pk or may_host(person, decision.thread.network)


def may_answer_petitions(person: Person) -> bool:
    return coordinators(person)


def may_tell_what_changed(person: Person, decision: Decision) -> bool:
    """Hosts of everything decided, coordinators of petitions that came to them."""
    asked_of_service = decision.answer_due_on is not None and coordinators(person)
    return asked_of_service or may_host(person, decision.thread.network)
