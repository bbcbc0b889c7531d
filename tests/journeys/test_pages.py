"""Every page there is, looked at by those it is for: at a desk and on a phone, by eye and by screen reader."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import connections
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django import DjangoDbBlocker

from matching.operations import ask, offer_help, refer
from matching.operations.rounds import queue_round
from matching.steps import ASKING, HELPING, Step
from messaging.models import Message
from messaging.operations import look_for_worries, post_message
from networks.operations import report_post
from people.models import Person
from safeguarding.models import Concern
from safeguarding.operations import take_concern
from tests.config.test_access import ELSEWHERE, WALKS
from tests.config.world import World, make_world
from tests.journeys.conftest import FAILED, Service, keep, window_of
from tests.journeys.looking import Grumbles, faults
from tests.journeys.steps import PASSWORD, main_part, press, reads, told

# What only answers to a press, or gives a piece of a page.
NOT_PAGES = set(
    "give_consent withdraw_consent lift_block withdraw_report block_reported take_concern hand_back_concern "
    "hide_suggestion show_suggestions_again membership_approval message message_file file_preview evidence_file "
    "accept_invitation decline_invitation "
    "vote sign_petition take_back_signature object_to withdraw_objection ballots_csv ballots_json "
    "notice read_notices remove_phone devices push_worker try_again settle "
    "membership_refusal posts_since post post_part react_to_post answer_thread post_picture post_picture_preview "
    "ask_for_another ask_a_person accept_offer decline_offer pause_help resume_help "
    "decline_as_helper run_round round_progress cancel_round round_problem round_plan picture "
    "approve_all stop_approving set_aside_all approve_proposal set_aside_proposal put_back_proposal "
    "let_post_through "
    "safety_figures_csv safety_figures_json "
    "transparency_data api_conversations api_conversation api_messages api_read api_message api_reaction api_openapi "
    "network_reading thread_reading drafts draft thread_following mute_thread lift_muting "
    "take_place event_calendar end_calendar_key calendar_feed "
    "budget_csv receipt decline_budget close_budget approve_spending refuse_spending "
    "skip_check_in take_follow_up end_note_template "
    "put_back_resource restore_version "
    "desk_counts section_csv undo_bulk_action my_places pause_my_places open_my_places "
    "sign_agreement bring_goal agree_to_goal reach_goal take_up_goal add_step mark_step "
    "note_how_it_went appointment_calendar remove_hours remove_time_off "
    "agree_to_step_down call_off_step_down show_look_back "
    "api_nothing demo_sign_in account_confirm_login_code account_set_password".split()
)

# By whom each page is looked at; what is after a question mark is part of the address.
LOOKS = """
    landing: nobody
    home: ada asha eve anna ben cleo dev lena ruth
    my_record: ada ben
    profile: ada eve
    areas: dev lou
    add_area: dev lou
    rename_area: dev
    move_area: lou
    crisis_help: nobody ada
    blocks: ada ben
    report: ada
    concerns: dev lena
    concerns?closed: dev
    concern: dev lena
    concern_on_paper: dev
    concern_note: dev
    concern_contact: lena
    concern_escalation: dev
    concern_severity: dev
    concern_risk: dev
    concern_plan: dev
    concern_sharing: dev
    safety_figures: nobody
    places_in_figures: lena
    my_measures: ada ben
    measure: ada
    take_measure: lena
    lift_measure: dev cleo
    appeals: dev lena
    appeals?answered: dev
    appeal: dev
    conversations: ada eve dev
    conversation: ada ben
    preferences: ada ben
    working_hours: ben
    edit_message: ben
    withdraw_message: ben
    react_to_message: ada
    report_message: ada
    block_participant: ada
    search_messages: ada
    search_messages?q=hello: ada
    search_messages?q=nothing: ada
    begin_group: ben ada eve
    begin_group?name=nobody: ben
    invite: ada ben
    leave_conversation: ada ben
    rename_conversation: ben
    remove_participant: ben
    notices: ben ruth
    notice_choices: ada ben
    phone: ada
    phone_code: ada
    stop_mails: nobody ada
    undelivered: dev dara
    together: ada ben
    agreement: ada ben
    propose_agreement: ada
    agreement_version: ada
    withdraw_agreement: ada ben
    goals: ada ben
    new_goal: ada ben
    my_goals: ada eve
    goal: ada ben
    change_goal: ada
    let_go_of_goal: ada ben
    change_step: ada ben
    step_down: ada ben
    propose_step_down: ada
    end_together: ada ben
    looking_back: ada ben
    earlier_time: ada
    way_back: eve
    agreement_templates: dev
    new_agreement_template: dev lou
    agreement_template: dev
    propose_budget: ada
    budget: ada ben
    take_back_spending: ben
    decide_budget: dev
    check_ins: ada ben
    check_in: ada
    rhythm: ada
    take_back_check_in: ada
    notes: dev ben lena
    write_note: ben
    change_note: ben
    earlier_notes: ben
    note_secrecy: lena
    note_templates: dev
    my_notes: ada eve
    plan_follow_up: dev
    follow_up: dev ben
    give_follow_up: dev
    finish_follow_up: dev ben
    open_follow_up_again: dev
    check_in_rule: nobody dev
    change_check_in_rule: lou
    times: ada ben abbe
    times?way=phone&minutes=90: ada
    book_appointment?begins=2027-01-04T09%3A00Z&way=phone&minutes=60: ada ben
    book_any_time: ben
    appointments: ada ben eve
    appointment: ada ben abbe
    other_times: ada
    move_appointment?begins=2027-01-04T09%3A00Z&way=phone&minutes=60&revision=0: ada ben
    move_to_any_time: ben
    change_where: ada
    cancel_appointment: ben abbe
    my_hours: ben cleo
    begin_session_block: ben
    session_block: ada ben
    close_session_block: ben
    add_weekly_hours: ben
    add_hours_on_a_day: ben
    add_time_off: ben
    change_habits: ben
    networks: ada cleo dev
    networks?word=nothing: ada
    new_network: dev
    report_post: ada
    block_author: ada
    network: ada cleo asha eve
    join_network: eve
    leave_network: ada asha
    network_hosts: cleo dev
    ideas: ada eve dev
    ideas?answered: dev
    new_idea: eve
    idea: ada dev
    withdraw_idea: ada
    found_idea: dev
    decline_idea: dev
    network_suggestions: ada eve
    worth_founding: dev
    about_network: ada cleo
    agree: ada
    change_agreement: cleo
    network_settings: cleo dev
    make_leader: cleo
    end_hosting: cleo dev
    end_leading: ada cleo
    network_invitations: cleo
    withdraw_network_invitation: cleo
    network_invitation: eve asha
    begin_thread: ada
    events: ada cleo
    events?which=past: ada
    events?which=mine: ada
    new_event: cleo
    plan_event: cleo
    event: ada cleo
    give_up_place: ada cleo
    event_people: cleo
    change_event: cleo
    cancel_event: cleo
    change_session: cleo
    attendance: cleo
    certificate: ada
    give_feedback: ada
    event_feedback: cleo
    genuine_certificate: nobody
    my_calendar: ada ben
    thread: ada cleo
    yours: ada cleo
    import_into_network: cleo dev
    search_networks: ada eve
    search_networks?q=how: ada
    search_networks?q=nothing: ada
    search_network: ada
    search_network?q=nights: ada
    mute_author: ada
    edit_post: cleo
    take_back_post: cleo
    earlier_posts: cleo
    arrange_thread: cleo
    note_thread: cleo
    between: ada
    write_to_hosts: ada
    report_name: ada
    report_resource: ada
    posts_waiting: cleo dev
    hide_waiting_post: cleo
    hosts_judged: dev
    decisions: ada cleo
    new_decision: ada cleo
    open_decision: ada
    decision: ada cleo
    withdraw_decision: cleo
    what_changed: cleo
    petitions: dev
    petition: dev
    asks: ada
    asks?show=mine: ada
    asks?show=past: ada
    new_ask: ada
    one_ask: ada cleo
    say_yes: ada
    open_again: ada
    finish_ask: cleo
    withdraw_ask: cleo
    resources: ada cleo
    resources?word=nothing: ada
    new_resource: cleo
    resources_in_need: cleo
    resource: ada cleo
    resource_history: ada
    resource_differences: ada
    resource_version: ada
    change_resource: cleo
    review_resource: cleo
    remove_resource: cleo
    ask: lena
    ask_check: eve
    my_request: ada asha abel
    withdraw_request: abel
    offers: asha abel lena
    why_these: asha abel
    transparency: nobody dev
    end_pairing: ada ben
    offer_support: lena
    offer_check: anna cleo
    helping: ben cleo
    story: ben
    referral_start: nobody
    referral: ruth
    referrals: ruth dev
    rounds: dev
    round: dev
    proposals: dev
    proposals?all: dev
    not_placed: dev
    what_if: dev
    what_if?with=change%3Daim%26order%3Dbest&with=change%3Dhelper%26topic%3Danxiety%26places%3D2: dev
    why_not: dev
    helpers_to_check: dev dara
    confirm_helper: dev
    helper_checks: dev
    note_credential: dev
    take_back_credential: dev
    check_rules: dev lou
    promises: dev lou
    change_promise: dev
    change_check_rule: lou
    my_checks: ben cleo
    configurations: dev lou
    configuration: dev
    change_weights: lou
    import_people: dev
    desk: dev dara
    desk_section: dev
    desk_section?area=none: dev
    section_on_paper: dev
    indicators: dev dara
    work_lists: dev dara
    new_work_list?area=north&section=waiting: dev
    work_list: dev
    delete_work_list: dev
    bulk_actions: dev dara
    new_bulk_action?kind=coordinator&whom=all&section=waiting: dev
    new_bulk_action?kind=checks&whom=all&section=helpers: dev
    bulk_action: dev
    member: dev ben
    my_people: ben cleo
    ask_for_transfer: dev
    area_coordinators: dev
    area_coordinators?name=e: lou
    make_coordinator: lou
    end_coordinator: dev
    ask_for_my_transfer: ada
    transfer: eve dev dara
    agree_to_transfer: dev
    refuse_transfer: dev
    take_back_transfer: dara
    end_belonging: dara
    plan_cover: dev
    cover: ada ben dev
    end_cover: ada
    ask_for_cover: cleo
    absence: ben dev
    take_back_absence: ben
    answer_absence: dev
    reassign: dev
    ask_companion: dev
    companion: ada dev
    allow_companion: ada
    end_companion: ada
    speak_for: abbe
    acting: abbe
    ask_handover: dev
    handover: ada ben dev
    answer_handover: ada
    handover_summary: ben
    refuse_handover: ada dev
    demo: nobody
    account_login: nobody
    account_logout: ada
    account_inactive: nobody
    account_signup: nobody
    account_reauthenticate: ada
    account_email: ada
    account_email_verification_sent: nobody
    account_change_password: ada
    account_reset_password: nobody
    account_reset_password_done: nobody
    account_reset_password_from_key: nobody
    account_reset_password_from_key_done: nobody
    account_request_login_code: nobody
"""
IN_THE_DARK = (
    "landing home conversation thread desk offers round what_if crisis_help my_record report "
    "notices notice_choices undelivered check_ins"
).split()
MORE_ARGUMENTS = {"account_reset_password_from_key": {"uidb36": "1", "key": "old"}}


@dataclass(frozen=True)
class Look:
    """One page, seen by one person."""

    who: str
    name: str
    query: str = ""

    def __str__(self) -> str:
        return f"{self.name}{self.query} as {self.who}"

    def address(self, world: World) -> str:
        walk = WALKS.get(self.name)
        arguments = walk.arguments(world) if walk else MORE_ARGUMENTS.get(self.name, {})
        return reverse(self.name, kwargs=arguments) + self.query


def looks() -> Iterator[Look]:
    for line in LOOKS.split("\n"):
        address, _, people = line.strip().partition(": ")
        name, mark, query = address.partition("?")
        for who in people.split():
            yield Look(who, name, mark + query)


@pytest.fixture
def transactional_db() -> None:
    """Undo nothing after a test: the world is made once for all of them, because looking changes nothing in it."""


@pytest.fixture
def django_db_serialized_rollback() -> None:
    """Put nothing back either."""


@pytest.fixture(scope="module")
def world(browser: Browser, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock():
        connection = connections["default"]
        connection.creation.deserialize_db_from_string(vars(connection)["_test_serialized_contents"])
        world = make_world()
        ask(by=world.people["eve"], at=timezone.now())
        offer_help(by=world.people["anna"], at=timezone.now())
        # Only who has a password is asked for it again.
        world.people["ada"].set_password(PASSWORD)
        world.people["ada"].save()
        # A code is good for some weeks only, and those of the world are of a certain day.
        refer(by=world.people["ruth"], label="B.", topics=[], note="", at=timezone.now())
        yield world
        # As the other tests do it: content types made anew would be in the way of those that are put back.
        call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)


@pytest.fixture(scope="module")
def windows() -> Iterator[dict[str, BrowserContext]]:
    """A browser for each person that keeps what is the same on every page, as people's do."""
    windows: dict[str, BrowserContext] = {}
    yield windows
    for window in windows.values():
        window.close()


@pytest.fixture
def page_of(
    world: World,
    windows: dict[str, BrowserContext],
    browser: Browser,
    service: Service,
    request: pytest.FixtureRequest,
) -> Iterator[Callable[[str], Page]]:
    pages: list[Page] = []

    def open_page(who: str) -> Page:
        if who not in windows:
            windows[who] = window_of(world.people.get(who), browser, service)
        pages.append(windows[who].new_page())
        return pages[-1]

    yield open_page
    if request.node.stash.get(FAILED, False):
        keep(request.node.name, pages, service)
    for page in pages:
        page.close()


PageOf = Callable[[str], Page]


def test_every_page_is_looked_at() -> None:
    assert {look.name for look in looks()} | NOT_PAGES | {"ask_step", "offer_step"} == WALKS.keys() | ELSEWHERE.keys()


@pytest.mark.parametrize("look", list(looks()), ids=str)
def test_page(look: Look, world: World, page_of: PageOf) -> None:
    page = page_of(look.who)
    grumbles = Grumbles(page)
    answer = page.goto(look.address(world))
    assert answer is not None
    assert answer.status == 200
    assert faults(page) + grumbles.heard == []
    # Nobody has done anything yet.
    assert page.get_by_text("There is a problem").count() == 0


@pytest.mark.parametrize("step", ASKING.steps, ids=lambda step: step.slug)
def test_question_to_whoever_asks(step: Step, page_of: PageOf) -> None:
    check_question(page_of("eve"), reverse("ask_step", args=[step.slug]))


@pytest.mark.parametrize("step", HELPING.steps, ids=lambda step: step.slug)
def test_question_to_whoever_helps(step: Step, page_of: PageOf) -> None:
    check_question(page_of("anna"), reverse("offer_step", args=[step.slug]))


def check_question(page: Page, address: str) -> None:
    grumbles = Grumbles(page)
    page.goto(address)
    assert page.url.endswith(address)
    assert faults(page) + grumbles.heard == []


@pytest.mark.parametrize("name", IN_THE_DARK)
def test_page_in_the_dark(name: str, world: World, page_of: PageOf) -> None:
    look = next(look for look in looks() if look.name == name)
    page = page_of(look.who)
    page.emulate_media(color_scheme="dark")
    page.goto(look.address(world))
    assert faults(page) == []


@pytest.mark.parametrize(
    "look",
    [
        Look("nobody", "account_signup"),
        Look("nobody", "account_login"),
        Look("nobody", "referral_start"),
        Look("eve", "ask_check"),
        Look("anna", "offer_check"),
        Look("eve", "join_network"),
        Look("ada", "begin_thread"),
        Look("cleo", "plan_event"),
        Look("ada", "certificate"),
        Look("ada", "give_feedback"),
        Look("ada", "open_decision"),
        Look("dev", "petition"),
        Look("dev", "confirm_helper"),
        Look("dev", "import_people"),
        Look("dev", "new_work_list"),
        Look("lou", "change_weights"),
        Look("dev", "add_area"),
        Look("dev", "ask_for_transfer"),
        Look("dev", "refuse_transfer"),
        Look("dev", "note_credential"),
        Look("dev", "new_network"),
        Look("cleo", "make_leader"),
        Look("eve", "new_idea"),
        Look("dev", "decline_idea"),
        Look("cleo", "change_agreement"),
        Look("eve", "network_invitation"),
        Look("ada", "phone"),
        Look("ben", "book_any_time"),
        Look("ben", "add_weekly_hours"),
        Look("ben", "add_hours_on_a_day"),
        Look("ben", "add_time_off"),
        Look("ben", "begin_session_block"),
        Look("ada", "phone_code"),
    ],
    ids=str,
)
def test_what_is_said_when_nothing_was_filled_in(look: Look, world: World, page_of: PageOf) -> None:
    page = page_of(look.who)
    grumbles = Grumbles(page)
    page.goto(look.address(world))
    # A box for files is a button too, but not the one that sends.
    main_part(page).locator("button[type=submit]").first.click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    assert faults(page) + grumbles.heard == []


def test_what_is_said_when_a_concern_is_closed_without_words(world: World, page_of: PageOf) -> None:
    ada, dev, now = world.people["ada"], world.people["dev"], timezone.now()
    concern = report_post(by=ada, post=world.post, reason="other", words="", at=now)
    take_concern(by=dev, concern=concern, at=now)
    page = page_of("dev")
    page.goto(reverse("concern", args=[concern.pk]))
    press(page, "Close the concern")
    assert faults(page) == []


def test_pages_of_what_a_program_noticed(world: World, page_of: PageOf) -> None:
    dev, now = world.people["dev"], timezone.now()
    look_for_worries(message=said_by(world.people["ada"], world, "I can't go on. I want to die."), at=now)
    concern = Concern.objects.get(reason=Concern.Reason.NOTICED)
    page = page_of("dev")
    page.goto(reverse("concerns"))
    assert faults(page) == []
    take_concern(by=dev, concern=concern, at=now)
    page.goto(reverse("concern", args=[concern.pk]))
    press(page, "Close the concern")
    expect(page.get_by_role("alert")).to_contain_text("Say whether it was right to notice this.")
    assert faults(page) == []


def said_by(person: Person, world: World, words: str) -> Message:
    talk = world.pairing.conversation
    return post_message(by=person, conversation=talk, client_id=uuid4(), body=words, at=timezone.now())


def test_page_of_a_round_under_way(world: World, page_of: PageOf) -> None:
    """No worker was told of it, so it stays as it is until it is cancelled."""
    lou = world.people["lou"]
    made = queue_round(by=lou, area=world.people["eve"].area, order="fair", at=timezone.now())
    page = page_of("lou")
    page.goto(reverse("round", args=[made.pk]))
    expect(main_part(page)).to_contain_text("Waiting to begin")
    assert faults(page) == []
    press(page, "Cancel the round")
    told(page, "The round is cancelled. Nothing has changed.")
    page.goto(reverse("round", args=[made.pk]))
    assert faults(page) == []


def test_page_that_says_what_would_lapse(page_of: PageOf) -> None:
    page = page_of("dev")
    page.goto(reverse("rounds"))
    press(page, "Run a round")
    reads(page, "Replace 1 proposal?")
    # With its styles: words are there before them.
    page.wait_for_load_state()
    assert faults(page) == []


def test_page_that_is_not_for_them(page_of: PageOf) -> None:
    page = page_of("eve")
    answer = page.goto(reverse("desk"))
    assert answer is not None
    assert answer.status == 403
    assert faults(page) == []


@pytest.mark.parametrize("name", ["400", "403_csrf", "404", "409", "429", "500"])
def test_page_when_something_is_wrong(name: str, page_of: PageOf) -> None:
    """As production answers; while trying out Django shows its own pages for some of these."""
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    page = page_of("nobody")
    page.goto(reverse("crisis_help"))
    page.set_content(render_to_string(f"{name}.html", request=request))
    # When nothing can be relied on, the lines to call are written out in the page instead of behind "Help now".
    written_out = [f"{width} px: help now is not to be seen" for width in (1280, 360)] if name == "500" else []
    assert faults(page) == written_out
    assert page.get_by_role("link", name="Call 116 123").first.is_visible() == (name == "500")
