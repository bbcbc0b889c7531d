"""A small world with one of everything, in which every address can be walked as every role."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from uuid import uuid4

from django.utils import timezone

from caseload.models import (
    Absence,
    BulkAction,
    Companion,
    Cover,
    FollowUp,
    Handover,
    Note,
    NoteTemplate,
    Transfer,
    WorkList,
)
from caseload.operations import (
    CoverFacts,
    agree_to_companion,
    ask_companion,
    ask_for_cover,
    ask_for_transfer,
    ask_handover,
    do_for_many,
    give_follow_up,
    plan_cover,
    save_work_list,
    speak_for,
    write_note,
    write_note_template,
)
from caseload.queries import people_for, preview_of
from caseload.queries.bulk import Order
from matching.models import Helper, Pairing, Proposal, Referral, Request, Round
from matching.operations import (
    accept_offer,
    approve_proposal,
    offer_help,
    refer,
    run_round,
    save_helper,
    send_offer_of_help,
    set_aside_proposal,
)
from messaging.files import GivenFile
from messaging.models import Attachment, Channel, Conversation, Dispatch, Message, Notice
from messaging.operations import (
    accept_invitation,
    begin_group,
    open_conversation,
    post_message,
    report_message,
)
from networks.models import Ask, Draft, Event, Idea, Invitation, Membership, Muting, Network, Post, Resource
from networks.operations import (
    Facts,
    GivenPictures,
    ask_for_network,
    ask_or_offer,
    begin_thread,
    found_network,
    join,
    make_invitation,
    make_leader,
    mute_word,
    note_attendance,
    plan_event,
    post_reply,
    save_draft,
    say_yes,
    take_place,
    write_resource,
)
from people.models import Area, Consent, Mandate, Person, Role
from people.operations import belong, make_calendar_key
from safeguarding.evidence import Evidence
from safeguarding.models import Appeal, Block, Concern
from safeguarding.operations import appeal_against, block, raise_concern, take_concern, take_measure
from support.models import (
    Agreement,
    AgreementTemplate,
    Appointment,
    Availability,
    Budget,
    CheckIn,
    Goal,
    LookBack,
    Receipt,
    SessionBlock,
    Spending,
    Step,
    StepDown,
    TimeOff,
)
from support.operations import (
    Meeting,
    add_step,
    add_time_off,
    add_weekly_hours,
    agree_to_budget,
    begin_block,
    book_appointment,
    check_in,
    enter_spending,
    propose_agreement,
    propose_budget,
    propose_goal,
    propose_step_down,
    sign_agreement,
    write_template,
)
from support.terms import BEGINNING
from tests.config.saying import Say, make_say
from tests.fixtures import NOW, make_person
from tests.matching.making import FACTS, active_helper, fresh, sent_request, topics
from tests.messaging.files.making import picture


@dataclass(frozen=True)
class World:
    """Ada has Ben alongside, and a group with him into which Dev is asked; Asha has an offer; Abel is proposed;
    Anna is set aside; Cleo waits for a check."""

    people: dict[str, Person]
    pairing: Pairing
    message: Message
    group: Conversation
    file: Attachment
    concern: Concern
    notice: Notice
    undelivered: Dispatch
    block: Block
    offer: Proposal
    proposal: Proposal
    set_aside: Proposal
    round: Round
    to_check: Helper
    referral: Referral
    network: Network
    asking: Membership
    post: Post
    say: Say
    appeal: Appeal
    draft: Draft
    muting: Muting
    invitation: Invitation
    # A reply of Ada's, with a picture.
    reply: Post
    event: Event
    calendar_key: str
    waiting: Post
    resource: Resource
    taken: Ask
    idea: Idea
    # Asked by Dara, of Eve; Asha belongs to the south besides.
    transfer: Transfer
    # Proposed by Ben, after one that both have signed.
    agreement: Agreement
    agreement_template: AgreementTemplate
    cover: Cover
    absence: Absence
    work_list: WorkList
    bulk_action: BulkAction
    # Ada's, which Ben proposed, with a step.
    goal: Goal
    check_in: CheckIn
    # Given to Ben.
    follow_up: FollowUp
    # In a week by the real clock, and in the hours Ben keeps.
    appointment: Appointment
    hours: Availability
    time_off: TimeOff
    session_block: SessionBlock
    # Ben proposes that he and Ada are in touch less.
    step_down: StepDown
    # Of Ada's time with somebody before Ben.
    look_back: LookBack
    # Ben's about Ada, which the service reads.
    note: Note
    note_template: NoteTemplate
    # Ada is asked whether she would go on with Cora instead of Ben.
    handover: Handover
    # Abbe is Ada's advocate and may speak in her name.
    companion: Companion
    # Of Ada and Ben, and what Ben has paid for, which waits.
    budget: Budget
    spending: Spending
    receipt: Receipt


def make_people() -> dict[str, Person]:
    north = Area.objects.create(name="North", slug="north")
    south = Area.objects.create(name="South", slug="south")
    roles = {
        "ada": (Role.Kind.MEMBER, north),
        "asha": (Role.Kind.MEMBER, north),
        "abel": (Role.Kind.MEMBER, north),
        "anna": (Role.Kind.MEMBER, north),
        "ben": (Role.Kind.ADVISER, north),
        "cleo": (Role.Kind.PEER, north),
        "dev": (Role.Kind.COORDINATOR, north),
        "dara": (Role.Kind.COORDINATOR, south),
        "lena": (Role.Kind.SAFEGUARDING_LEAD, None),
        "ruth": (Role.Kind.REFERRER, None),
        "eve": (Role.Kind.MEMBER, south),
    }
    return {
        name: make_person(name.capitalize(), role, area=area, age_group="26_64") for name, (role, area) in roles.items()
    }


def make_world() -> World:
    people = make_people()
    ada, ben, cleo, dev = (people[name] for name in ("ada", "ben", "cleo", "dev"))
    members = ("ada", "asha", "abel", "anna")
    for days, name in enumerate(members):
        sent_request(people[name], at=NOW + timedelta(days=days), consents=[Consent.Purpose.STORY])
    active_helper(ben, dev, capacity=10)
    made = run_round(by=dev, area=dev.area, at=NOW)
    of = {name: made.proposals.get(request__person=people[name], position=1) for name in members}
    for name in ("ada", "asha"):
        approve_proposal(by=dev, proposal=of[name], at=NOW)
    set_aside_proposal(by=dev, proposal=of["anna"], at=NOW)
    pairing = accept_offer(by=ada, proposal=fresh(of["ada"]), at=NOW)
    message = post_message(
        by=ben,
        conversation=pairing.conversation,
        client_id=uuid4(),
        body="Hello",
        at=NOW,
        files=[GivenFile("garden.png", picture("PNG"))],
    )
    concern = report_message(by=ada, message=message, reason="other", words="", at=NOW)
    to_check = offer_help(by=cleo, at=NOW)
    said = {"kind": "peer", "capacity": 1, "topics": topics("anxiety")}
    save_helper(by=cleo, helper=to_check, answers=said, facts=FACTS)
    send_offer_of_help(by=cleo, helper=to_check, at=NOW)
    network, asking, post, reply = make_network(people)
    save_draft(by=ada, network=network, thread=post.thread, body="Not now", at=NOW)
    checked_in, follow_up = make_check_ins(pairing, dev)
    spending = make_spending(pairing, dev)
    # Lou coordinates everywhere. She comes last, or half of the members would be given to her.
    people["lou"] = make_person("Lou", Role.Kind.COORDINATOR, age_group="26_64")
    north, south = (Area.objects.get(slug=slug) for slug in ("north", "south"))
    belong(person=people["asha"], area=south, at=NOW)
    return World(
        people=people,
        transfer=ask_for_transfer(
            by=people["dara"], person=people["eve"], to=north, stays=False, why="She moves to the north.", at=NOW
        ),
        pairing=pairing,
        message=message,
        group=make_group(ben, ada, dev),
        file=message.files.get(),
        concern=concern,
        notice=ben.notices.latest("pk"),
        undelivered=Dispatch.objects.create(
            notice=ada.notices.latest("pk"), channel=Channel.EMAIL, outcome=Dispatch.Outcome.FAILED, next_try_at=NOW
        ),
        block=block(by=ada, person=people["eve"], known_as="Eve", at=NOW),
        offer=of["asha"],
        proposal=of["abel"],
        set_aside=of["anna"],
        round=made,
        to_check=to_check,
        referral=refer(by=people["ruth"], label="A.", topics=[], note="", at=NOW),
        network=network,
        asking=asking,
        post=post,
        say=make_say(people, network),
        appeal=make_appeal(people, network),
        draft=Draft.objects.get(),
        muting=mute_word(by=ada, network=network, word="cake", at=NOW),
        # Good by the real clock.
        invitation=make_invitation(by=cleo, network=network, may_be_used=5, days=30, at=timezone.now()),
        reply=reply,
        event=make_course(people["cleo"], ada, network),
        calendar_key=make_calendar_key(by=ada, names_meetings=False, at=NOW),
        waiting=make_waiting(ada, network),
        taken=make_ask(people["cleo"], ada, network),
        resource=write_resource(by=cleo, network=network, title="Blue badge", body="Ask the council.", at=NOW),
        idea=ask_for_network(
            by=ada,
            name="Night owls",
            purpose="For the sleepless",
            agreement="Be kind",
            joining=Network.Joining.REQUEST,
            host_name="Owl",
            at=NOW,
        ),
        agreement=make_agreement(ada, ben, pairing),
        appointment=make_appointment(ben, pairing),
        hours=Availability.objects.get(),
        session_block=begin_block(by=ben, pairing=pairing, title="Tuition", minutes=600, at=NOW),
        time_off=add_time_off(by=ben, first_day=date(2030, 1, 7), last_day=date(2030, 1, 9)),
        agreement_template=write_template(
            by=dev, helper_kind="", area=dev.area, terms=BEGINNING, review_after_days=90, at=NOW
        ),
        cover=(cover := make_cover(pairing, people["dev"])),
        absence=make_absence(ben, pairing.helper),
        work_list=save_work_list(by=dev, name="Mine", section="waiting", filters={"whose": "mine"}, at=NOW),
        bulk_action=make_bulk_action(dev, people["abel"], people["lou"]),
        goal=make_goal(ben, pairing),
        check_in=checked_in,
        follow_up=follow_up,
        step_down=make_step_down(ben, pairing),
        look_back=make_look_back(ada, people["cleo"]),
        note=write_note(by=ben, about=ada, visibility="service", body="She likes mornings.", at=NOW),
        note_template=write_note_template(by=dev, title="A first visit", body="How was it?", at=NOW),
        handover=ask_handover(by=people["dev"], pairing=pairing, helper=cover.helper, words="Ben leaves us.", at=NOW),
        companion=make_companion(people),
        budget=spending.budget,
        spending=spending,
        receipt=spending.receipts.get(),
    )


def make_agreement(ada: Person, ben: Person, pairing: Pairing) -> Agreement:
    """What Ben proposes in place of what both have signed."""
    review_on = NOW.date() + timedelta(days=90)
    first = propose_agreement(by=ada, pairing=pairing, terms=BEGINNING, review_on=review_on, after=0, at=NOW)
    sign_agreement(by=ben, agreement=first, at=NOW)
    less = replace(BEGINNING, how_often="Every second week")
    return propose_agreement(by=ben, pairing=pairing, terms=less, review_on=review_on, after=1, at=NOW)


def make_cover(pairing: Pairing, dev: Person) -> Cover:
    """Cora stands in for Ben with Ada; she is no part of the other things, so that none of them is hers."""
    # About something nobody asks for, so that she is proposed to nobody.
    cora = active_helper(make_person("Cora", Role.Kind.ADVISER, area=dev.area, age_group="26_64"), dev, "housing")
    today = timezone.localdate()
    facts = CoverFacts(cora, today, today + timedelta(days=7), Cover.Why.LEAVE, "Tuesdays are hard.")
    return plan_cover(by=dev, pairing=pairing, facts=facts, at=NOW)


def make_absence(ben: Person, helper: Helper) -> Absence:
    """Ben will be away once more, and nobody has answered."""
    first = timezone.localdate() + timedelta(days=60)
    last = first + timedelta(days=7)
    return ask_for_cover(by=ben, helper=helper, from_on=first, until_on=last, why="leave", words="Tired.", at=NOW)


def make_companion(people: dict[str, Person]) -> Companion:
    """Abbe has spoken for Ada once."""
    ada, dev = people["ada"], people["dev"]
    abbe = people["abbe"] = make_person("Abbe", Role.Kind.ADVISER, area=dev.area, age_group="26_64")
    active_helper(abbe, dev, "housing")
    made = ask_companion(by=dev, member=ada, person=abbe, kind="advocate", words="For letters.", at=NOW)
    agree_to_companion(by=ada, companion=made, may_read=False, acts=Mandate.Act.values, at=NOW)
    speak_for(by=abbe, companion=made, words="She would like larger print.", at=NOW)
    made.refresh_from_db()
    return made


def make_bulk_action(dev: Person, abel: Person, lou: Person) -> BulkAction:
    """Dev has given Abel to Lou, as one gives many."""
    order = Order(BulkAction.Kind.COORDINATOR, coordinator=lou)
    mark = preview_of(order, list(people_for(dev, [abel.pk])), by=dev).mark
    return do_for_many(by=dev, order=order, people=[abel.pk], mark=mark, at=NOW)


def make_appointment(ben: Person, pairing: Pairing) -> Appointment:
    """Ben has time on Mondays, and has booked a time in a week from now."""
    ways = ["phone", "video", "in_person"]
    add_weekly_hours(by=ben, weekdays=[0], begins=time(9), ends=time(12), ways=ways, place="The library")
    now = timezone.now()
    begins_at = now.replace(minute=0, second=0, microsecond=0) + timedelta(days=7)
    return book_appointment(by=ben, pairing=pairing, meeting=Meeting(begins_at, 60, "phone", "Ben rings"), at=now)


def make_group(ben: Person, ada: Person, dev: Person) -> Conversation:
    """A group that Ben has begun: Ada has come, Dev is asked."""
    group = begin_group(by=ben, title="The clinic", people=[ada, dev], client_id=uuid4(), at=NOW)
    accept_invitation(by=ada, conversation=group, at=NOW)
    return group


def make_spending(pairing: Pairing, dev: Person) -> Spending:
    """Ada has proposed a budget, to which Dev agreed; Ben has entered what he paid, with a receipt."""
    ada, ben = pairing.request.person, pairing.helper.person
    budget = propose_budget(by=ada, pairing=pairing, purpose="A bicycle", plan="To the clinic.", pence=20_000, at=NOW)
    agree_to_budget(by=dev, budget=budget, pence=15_000, approves_itself_up_to=500, at=NOW)
    receipts = [GivenFile("bell.png", picture("PNG"))]
    return enter_spending(
        by=ben, budget=fresh(budget), words="A bell", pence=700, on=NOW.date(), receipts=receipts, at=NOW
    )


def make_check_ins(pairing: Pairing, dev: Person) -> tuple[CheckIn, FollowUp]:
    """Ada has said that she is worse than the week before, and Dev has asked Ben to look in on her."""
    ada, ben = pairing.request.person, pairing.helper.person
    for week, confidence in enumerate((7, 3)):
        said = check_in(
            by=ada,
            pairing=pairing,
            confidence=confidence,
            wellbeing=5,
            wish=CheckIn.Wish.SAME,
            words="It was a long week.",
            at=NOW + timedelta(weeks=week),
        )
    follow_up = FollowUp.objects.alarms().get()
    give_follow_up(by=dev, follow_up=follow_up, to=ben, at=NOW + timedelta(weeks=1))
    return said, follow_up


def found(by: Person, name: str, *, joining: str = Network.Joining.OPEN, host: Person | None = None) -> Network:
    return found_network(
        by=by,
        name=name,
        purpose="For carers",
        agreement="Be kind",
        joining=joining,
        for_under_18s=False,
        at=NOW,
        host=host,
        host_name="Heron" if host else "",
    )


def make_network(people: dict[str, Person]) -> tuple[Network, Membership, Post, Post]:
    """A network that Cleo hosts, Ada leads in and Asha asks to join, with a thread by Cleo and Ada's reply."""
    network = found(people["dev"], "Carers", host=people["cleo"])
    adder = join(by=people["ada"], network=network, chosen_name="Adder", at=NOW)
    make_leader(by=people["cleo"], membership=adder, trained_on=NOW.date(), at=NOW)
    Network.objects.update(joining=Network.Joining.REQUEST)
    asking = join(by=people["asha"], network=fresh(network), chosen_name="Ash", at=NOW)
    thread = begin_thread(by=people["cleo"], network=network, title="Nights", body="How?", client_id=uuid4(), at=NOW)
    seen = GivenPictures([GivenFile("moon.png", picture("PNG"))], ["The moon"])
    reply = post_reply(by=people["ada"], thread=thread, body="Look.", client_id=uuid4(), at=NOW, pictures=seen)
    return fresh(network), asking, thread.posts.get(seq=1), reply


def make_appeal(people: dict[str, Person], network: Network) -> Appeal:
    """Lena has hidden what Ada wrote in the network, and Ada appeals."""
    evidence = Evidence(kind="post", reference="0", author="Adder", text="No!", written_at=NOW, place=network.name)
    concern = raise_concern(
        by=people["eve"],
        about=people["ada"],
        reason=Concern.Reason.ABUSE,
        words="",
        evidence=evidence,
        at=NOW,
        scope=network.scope,
    )
    take_concern(by=people["lena"], concern=concern, at=NOW)
    words = "Please say it kindly."
    measure = take_measure(by=people["lena"], concern=concern, kind="hide", reason="abuse", words=words, at=NOW)
    return appeal_against(by=people["ada"], measure=measure, words="I meant well.", at=NOW)


def make_course(cleo: Person, ada: Person, network: Network) -> Event:
    """A course of two sessions that Cleo led some weeks ago; Ada came to both."""
    Membership.objects.filter(person=cleo).update(trained_on=NOW.date())
    begin = NOW - timedelta(weeks=5)
    course = plan_event(
        by=cleo,
        network=network,
        kind=Event.Kind.COURSE,
        title="Sleeping better",
        body="For whoever lies awake.",
        begins=[begin, begin + timedelta(weeks=1)],
        lasts=timedelta(hours=1),
        facts=Facts(way=Event.Way.VIDEO, capacity=8, leaders=list(network.memberships.hosts()), how_to_join="The link"),
        client_id=uuid4(),
        at=begin - timedelta(days=1),
    )
    place = take_place(by=ada, event=course, at=begin - timedelta(hours=1))
    for number in (1, 2):
        note_attendance(by=cleo, event=course, number=number, shown=[place], came=[place], at=NOW)
    return course


def make_waiting(ada: Person, network: Network) -> Post:
    """A thread that Ada began, which waits for a host's first look."""
    Network.objects.update(first_look=Network.FirstLook.EVERYONE)
    thread = begin_thread(
        by=ada, network=fresh(network), title="Hello", body="I am new here.", client_id=uuid4(), at=NOW
    )
    Network.objects.update(first_look=Network.FirstLook.NOBODY)
    return thread.posts.get()


def make_ask(by: Person, taker: Person, network: Network) -> Ask:
    """An ask that the other said yes to."""
    made = ask_or_offer(by=by, network=network, kind="ask", title="Bins", body="Tuesday?", client_id=uuid4(), at=NOW)
    return say_yes(by=taker, ask=made, words="I can.", client_id=uuid4(), at=NOW)


def make_goal(ben: Person, pairing: Pairing) -> Goal:
    shown_as = Goal.ShownAs.BAR
    goal = propose_goal(by=ben, pairing=pairing, words="To the shop alone", sign="", shown_as=shown_as, at=NOW)
    add_step(by=ben, goal=goal, words="To the corner", whose=Step.Whose.BOTH, by_when=None, at=NOW)
    return goal


def make_step_down(ben: Person, pairing: Pairing) -> StepDown:
    day = timezone.localdate() + timedelta(days=7)
    stages = [(day, "Every second week")]
    until = day + timedelta(days=60)
    return propose_step_down(by=ben, pairing=pairing, stages=stages, until=until, words="", at=timezone.now())


def make_look_back(ada: Person, cleo: Person) -> LookBack:
    """As it would be had Ada asked and been alongside Cleo before; no round has made this pairing."""
    before = NOW - timedelta(days=100)
    request = Request.objects.create(person=ada, state=Request.State.ENDED, began_at=before, asked_at=before)
    helper, round = cleo.helper, Round.objects.latest("pk")
    proposal = Proposal.objects.create(
        round=round, request=request, helper=helper, position=1, score=1, fit="fair", state=Proposal.State.ACCEPTED
    )
    pairing = Pairing.objects.create(
        request=request,
        helper=helper,
        proposal=proposal,
        conversation=open_conversation(people=[ada, cleo], at=before),
        state=Pairing.State.ENDED,
        began_at=before,
        ended_at=NOW,
    )
    goals = [{"words": "Sleep through a night", "state": "reached", "done": 2, "total": 3}]
    return LookBack.objects.create(pairing=pairing, goals=goals, at=NOW)
