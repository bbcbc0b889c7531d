"""Every address walked as every role: who may, who may not, and no address that has not said so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from messaging.stopping import token_for
from networks.certificates import code_of
from people.models import Person
from tests.config.world import World, make_world

SIGNED_IN = frozenset({"ada", "asha", "ben", "cleo", "dev", "dara", "lou", "lena", "ruth", "eve"})
EVERYBODY = SIGNED_IN | {"nobody"}
COORDINATORS = frozenset({"dev", "dara", "lou"})
KEEPERS = COORDINATORS | {"lena"}
# Cleo hosts the network.
MODERATORS = KEEPERS | {"cleo"}


# What may come of pressing: a page, nothing new, a redirect, a form with faults, somebody was quicker, wrong method.
OPEN = frozenset({200, 201, 204, 302, 400, 405, 409, 422})
# How a page is asked for, and how a program may ask.
OF_PAGES = ("get", "post")
OF_PROGRAMS = ("get", "post", "put", "patch", "delete")


def nothing(world: World) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Walk:
    """Who may open an address.

    Everybody else is sent to sign in, answered 403 where the page is not for their role, and 404 where the thing is
    not theirs to see. `may_not` are those who may see the thing and still may not do this: 403.
    What answers to programs is asked with every method there is, and `said` where something can be said.
    """

    may: frozenset[str] | set[str]
    arguments: Callable[[World], dict[str, Any]] = nothing
    may_not: frozenset[str] | set[str] = frozenset()
    methods: tuple[str, ...] = OF_PAGES
    said: dict[str, object] | None = None


def pk(name: str) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"pk": getattr(world, name).pk}


def for_programs(
    may: frozenset[str] | set[str],
    arguments: Callable[[World], dict[str, Any]] = nothing,
    may_not: frozenset[str] | set[str] = frozenset(),
    **said: object,
) -> Walk:
    return Walk(may, arguments, may_not, OF_PROGRAMS, said)


def budget(world: World) -> dict[str, Any]:
    return {"pk": world.pairing.pk, "budget": world.budget.pk}


def spending(world: World) -> dict[str, Any]:
    return {"pk": world.budget.pk, "spending": world.spending.pk}


def check_in(world: World) -> dict[str, Any]:
    return {"pk": world.pairing.pk, "check_in": world.check_in.pk}


def measure(world: World) -> dict[str, Any]:
    return {"pk": world.appeal.measure_id}


def network(world: World) -> dict[str, Any]:
    return {"slug": world.network.slug}


def event(world: World) -> dict[str, Any]:
    return {"slug": world.network.slug, "pk": world.event.pk}


def thread(world: World) -> dict[str, Any]:
    return {"slug": world.network.slug, "pk": world.post.thread_id}


def part(name: str) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"pk": world.network.memberships.get(person=world.people[name]).pk}


def resource(world: World) -> dict[str, Any]:
    return {"slug": world.network.slug, "pk": world.resource.pk}


def taken(world: World) -> dict[str, Any]:
    return {"slug": world.network.slug, "pk": world.taken.pk}


def version_of_resource(world: World) -> dict[str, Any]:
    return {**resource(world), "version": 1}


def conversation(world: World) -> dict[str, Any]:
    return {"pk": world.pairing.conversation_id}


def decision(name: str) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"slug": world.network.slug, "pk": getattr(world.say, name).pk}


def version_of_agreement(world: World) -> dict[str, Any]:
    return {"pk": world.pairing.pk, "version": world.agreement.version}


def step(world: World) -> dict[str, Any]:
    return {"pk": world.goal.steps.get().pk}


def plan(world: World) -> dict[str, Any]:
    return {"pk": world.pairing.pk, "plan": world.step_down.pk}


def earlier_time(world: World) -> dict[str, Any]:
    return {"pk": world.pairing.pk, "look_back": world.look_back.pk}


def file(world: World) -> dict[str, Any]:
    return {"key": world.file.key}


WALKS = {
    # config
    "landing": Walk(EVERYBODY),
    "home": Walk(SIGNED_IN),
    "my_calendar": Walk(SIGNED_IN),
    "end_calendar_key": Walk(SIGNED_IN),
    "calendar_feed": Walk(EVERYBODY, lambda world: {"key": world.calendar_key}),
    # people
    "my_record": Walk(SIGNED_IN),
    "profile": Walk(SIGNED_IN),
    "give_consent": Walk(SIGNED_IN),
    "withdraw_consent": Walk(SIGNED_IN),
    "areas": Walk(COORDINATORS),
    "add_area": Walk(COORDINATORS),
    "rename_area": Walk({"dev", "lou"}, lambda world: {"pk": world.people["dev"].area_id}),
    "move_area": Walk({"lou"}, lambda world: {"pk": world.people["dev"].area_id}),
    # safeguarding
    "crisis_help": Walk(EVERYBODY),
    "blocks": Walk(SIGNED_IN),
    "lift_block": Walk({"ada"}, pk("block")),
    "report": Walk({"ada"}, pk("concern")),
    "withdraw_report": Walk({"ada"}, pk("concern")),
    "block_reported": Walk({"ada"}, pk("concern")),
    "concerns": Walk(MODERATORS),
    "concern": Walk({"dev", "lou", "lena"}, pk("concern")),
    "evidence_file": Walk(
        {"dev", "lou", "lena"},
        lambda world: {"pk": world.concern.pk, "file": world.concern.evidence_files.get().pk},
    ),
    "take_concern": Walk({"dev", "lou", "lena"}, pk("concern")),
    "hand_back_concern": Walk({"dev", "lou", "lena"}, pk("concern")),
    # safeguarding: measures, appeals, figures
    "my_measures": Walk(SIGNED_IN),
    "measure": Walk({"ada"}, measure),
    "take_measure": Walk({"dev", "lou", "lena", "cleo"}, lambda world: {"pk": world.appeal.measure.concern_id}),
    "lift_measure": Walk({"dev", "lou", "lena", "cleo"}, measure),
    "concern_on_paper": Walk({"dev", "lou", "lena"}, pk("concern")),
    "concern_note": Walk({"dev", "lou", "lena"}, pk("concern")),
    "concern_contact": Walk({"dev", "lou", "lena"}, pk("concern")),
    "concern_escalation": Walk({"dev", "lou", "lena"}, pk("concern")),
    "concern_severity": Walk({"dev", "lou", "lena"}, pk("concern")),
    "concern_risk": Walk({"dev", "lou", "lena"}, pk("concern")),
    "concern_plan": Walk({"dev", "lou", "lena"}, pk("concern")),
    "concern_sharing": Walk({"dev", "lou", "lena"}, pk("concern")),
    "safety_figures": Walk(EVERYBODY),
    "safety_figures_csv": Walk(EVERYBODY),
    "safety_figures_json": Walk(EVERYBODY),
    "places_in_figures": Walk(KEEPERS),
    "appeals": Walk(KEEPERS),
    "appeal": Walk({"dev", "lou"}, pk("appeal")),
    # messaging
    "conversations": Walk(SIGNED_IN),
    "conversation": Walk({"ada", "ben"}, conversation),
    "preferences": Walk(SIGNED_IN),
    "working_hours": Walk({"ben", "cleo"}),
    "message_file": Walk({"ada", "ben"}, file),
    "file_preview": Walk({"ada", "ben"}, file),
    "message": Walk({"ada", "ben"}, pk("message")),
    "edit_message": Walk({"ben"}, pk("message"), may_not={"ada"}),
    "withdraw_message": Walk({"ben"}, pk("message"), may_not={"ada"}),
    "react_to_message": Walk({"ada", "ben"}, pk("message")),
    "report_message": Walk({"ada"}, pk("message"), may_not={"ben"}),
    "block_participant": Walk(
        {"ada"},
        lambda world: {"pk": world.pairing.conversation_id, "person": world.people["ben"].pk},
    ),
    "search_messages": Walk(SIGNED_IN),
    "begin_group": Walk(SIGNED_IN - {"lena", "ruth"}),
    "invite": Walk({"ada", "ben"}, pk("group")),
    # Whoever is there, or is not any more, is answered as if they had pressed once.
    "accept_invitation": Walk({"ada", "ben", "dev"}, pk("group")),
    "decline_invitation": Walk({"ada", "ben", "dev"}, pk("group")),
    "leave_conversation": Walk({"ada", "ben", "dev"}, pk("group")),
    "rename_conversation": Walk({"ben"}, pk("group"), may_not={"ada"}),
    "remove_participant": Walk(
        {"ben"},
        lambda world: {"pk": world.group.pk, "person": world.people["dev"].pk},
        may_not={"ada"},
    ),
    # messaging, for programs
    "api_conversations": for_programs(SIGNED_IN),
    "api_conversation": for_programs({"ada", "ben"}, conversation),
    "api_messages": for_programs({"ada", "ben"}, conversation, client_id=str(uuid4()), body="Hello"),
    "api_read": for_programs({"ada", "ben"}, conversation, seq=1),
    "api_message": for_programs({"ben"}, pk("message"), may_not={"ada"}, body="Hello"),
    "api_reaction": for_programs({"ada", "ben"}, lambda world: {"pk": world.message.pk, "kind": "heart"}),
    "api_openapi": for_programs(SIGNED_IN),
    "api_nothing": for_programs(set()),
    # messaging: notices
    "notices": Walk(SIGNED_IN),
    "notice": Walk({"ben"}, pk("notice")),
    "read_notices": Walk(SIGNED_IN),
    "notice_choices": Walk(SIGNED_IN),
    "phone": Walk(SIGNED_IN),
    "phone_code": Walk(SIGNED_IN),
    "remove_phone": Walk(SIGNED_IN),
    "devices": Walk(SIGNED_IN),
    "push_worker": Walk(EVERYBODY),
    "stop_mails": Walk(EVERYBODY, lambda world: {"token": token_for(world.people["ada"], "matching")}),
    "undelivered": Walk(COORDINATORS),
    "try_again": Walk({"dev", "lou"}, pk("undelivered")),
    "settle": Walk({"dev", "lou"}, pk("undelivered")),
    # networks
    "networks": Walk(SIGNED_IN),
    "new_network": Walk(COORDINATORS),
    "membership_approval": Walk({"cleo"}, pk("asking"), may_not={"asha"}),
    "membership_refusal": Walk({"cleo"}, pk("asking"), may_not={"asha"}),
    "report_post": Walk({"ada"}, pk("post")),
    "block_author": Walk({"ada"}, pk("post")),
    "network": Walk(SIGNED_IN, network),
    "join_network": Walk(SIGNED_IN, network),
    "leave_network": Walk(SIGNED_IN, network),
    "network_hosts": Walk({"cleo", *COORDINATORS}, network),
    "begin_thread": Walk({"ada", "cleo"}, network),
    "thread": Walk({"ada", "cleo"}, thread),
    "posts_since": Walk({"ada", "cleo"}, thread),
    # networks: ideas, invitations, about, agreement, leaders
    "ideas": Walk(SIGNED_IN),
    "new_idea": Walk(SIGNED_IN),
    "idea": Walk({"ada", *COORDINATORS}, pk("idea")),
    "withdraw_idea": Walk({"ada"}, pk("idea")),
    "found_idea": Walk(COORDINATORS, pk("idea")),
    "decline_idea": Walk(COORDINATORS, pk("idea")),
    "network_suggestions": Walk(SIGNED_IN),
    "show_suggestions_again": Walk(SIGNED_IN),
    "hide_suggestion": Walk(SIGNED_IN, network),
    "worth_founding": Walk(COORDINATORS),
    "about_network": Walk({"ada", "cleo"}, network),
    "agree": Walk({"ada"}, part("ada")),
    "change_agreement": Walk({"cleo"}, network),
    "network_settings": Walk({"cleo", *COORDINATORS}, network),
    "make_leader": Walk({"cleo", *COORDINATORS}, network),
    "end_hosting": Walk({"cleo", *COORDINATORS}, part("cleo")),
    "end_leading": Walk({"ada", "cleo", *COORDINATORS}, part("ada")),
    "network_invitations": Walk({"cleo"}, network),
    "withdraw_network_invitation": Walk({"cleo"}, pk("invitation")),
    "network_invitation": Walk(SIGNED_IN, lambda world: {"code": world.invitation.code}),
    # networks: posts
    "post": Walk({"ada", "cleo"}, pk("post")),
    "post_part": Walk({"ada", "cleo"}, lambda world: thread(world) | {"seq": 1}),
    "edit_post": Walk({"cleo"}, pk("post")),
    "take_back_post": Walk({"cleo"}, pk("post")),
    "earlier_posts": Walk({"cleo"}, pk("post")),
    "react_to_post": Walk({"ada", "cleo"}, pk("post")),
    "answer_thread": Walk({"cleo"}, pk("reply"), may_not={"ada"}),
    "post_picture": Walk({"ada", "cleo"}, lambda world: {"key": world.reply.pictures.get().key}),
    "post_picture_preview": Walk({"ada", "cleo"}, lambda world: {"key": world.reply.pictures.get().key}),
    "arrange_thread": Walk({"cleo"}, thread),
    "note_thread": Walk({"cleo"}, thread),
    # networks: reading
    "network_reading": Walk({"ada", "cleo"}, network),
    "import_into_network": Walk({"cleo", *COORDINATORS}, network),
    "search_networks": Walk(SIGNED_IN),
    "search_network": Walk({"ada", "cleo"}, network),
    "yours": Walk({"ada", "cleo"}, network),
    "drafts": Walk({"ada", "cleo"}, network),
    "draft": Walk({"ada"}, pk("draft")),
    "thread_following": Walk({"ada", "cleo"}, thread),
    "mute_thread": Walk({"ada", "cleo"}, thread),
    "mute_author": Walk({"ada"}, pk("post")),
    "lift_muting": Walk({"ada"}, pk("muting")),
    "thread_reading": Walk({"ada", "cleo"}, thread),
    # networks: moderating
    "between": Walk({"ada", "cleo"}, network),
    "write_to_hosts": Walk({"ada", "cleo"}, network),
    "report_name": Walk({"ada"}, lambda world: {"pk": world.post.author_id}),
    "report_resource": Walk({"ada"}, pk("resource")),
    "posts_waiting": Walk({"cleo", *COORDINATORS}, network),
    "let_post_through": Walk({"cleo", *COORDINATORS}, pk("waiting")),
    "hide_waiting_post": Walk({"cleo", *COORDINATORS}, pk("waiting")),
    "hosts_judged": Walk(COORDINATORS),
    # networks: resources
    "resources": Walk({"ada", "cleo"}, network),
    "new_resource": Walk({"ada", "cleo"}, network),
    "resources_in_need": Walk({"ada", "cleo"}, network),
    "resource": Walk({"ada", "cleo"}, resource),
    "resource_history": Walk({"ada", "cleo"}, resource),
    "resource_differences": Walk({"ada", "cleo"}, resource),
    "resource_version": Walk({"ada", "cleo"}, version_of_resource),
    "restore_version": Walk({"ada", "cleo"}, version_of_resource),
    "change_resource": Walk({"ada", "cleo"}, resource),
    "review_resource": Walk({"ada", "cleo"}, resource),
    "remove_resource": Walk({"ada", "cleo"}, resource),
    "put_back_resource": Walk({"cleo"}, resource, may_not={"ada"}),
    # networks: events and courses
    "events": Walk({"ada", "cleo"}, network),
    "new_event": Walk({"ada", "cleo"}, network),
    "plan_event": Walk({"ada", "cleo"}, lambda world: network(world) | {"kind": "course"}),
    "event": Walk({"ada", "cleo"}, event),
    "take_place": Walk({"ada", "cleo"}, event),
    "give_up_place": Walk({"ada", "cleo"}, event),
    "event_people": Walk({"cleo"}, event, may_not={"ada"}),
    "change_event": Walk({"cleo"}, event, may_not={"ada"}),
    "cancel_event": Walk({"cleo"}, event, may_not={"ada"}),
    "change_session": Walk({"cleo"}, lambda world: event(world) | {"number": 1}, may_not={"ada"}),
    "attendance": Walk({"cleo"}, lambda world: event(world) | {"number": 1}, may_not={"ada"}),
    "certificate": Walk({"ada"}, event),
    "give_feedback": Walk({"ada"}, event, may_not={"cleo"}),
    "event_feedback": Walk({"cleo"}, event, may_not={"ada"}),
    "event_calendar": Walk({"ada", "cleo"}, event),
    "genuine_certificate": Walk(EVERYBODY, lambda world: {"code": code_of(world.event.places.get().pk)}),
    # networks: asks and offers, private threads
    "asks": Walk({"ada", "cleo"}, network),
    "new_ask": Walk({"ada", "cleo"}, network),
    "one_ask": Walk({"ada", "cleo"}, taken),
    "say_yes": Walk({"ada"}, taken, may_not={"cleo"}),
    "open_again": Walk({"ada", "cleo"}, taken),
    "finish_ask": Walk({"ada", "cleo"}, taken),
    "withdraw_ask": Walk({"cleo"}, taken, may_not={"ada"}),
    # networks: a say
    "decisions": Walk({"ada", "cleo"}, network),
    "new_decision": Walk({"ada", "cleo"}, network),
    "open_decision": Walk({"ada", "cleo"}, lambda world: {"slug": world.network.slug, "kind": "single"}),
    "decision": Walk({"ada", "cleo"}, decision("proposal")),
    "vote": Walk({"ada", "cleo"}, decision("proposal")),
    "sign_petition": Walk({"ada", "cleo"}, decision("petition")),
    "take_back_signature": Walk({"ada", "cleo"}, decision("petition")),
    "object_to": Walk({"ada", "cleo"}, decision("proposal")),
    "withdraw_objection": Walk(
        {"ada"}, lambda world: decision("proposal")(world) | {"objection": world.say.objection.pk}
    ),
    "withdraw_decision": Walk({"cleo"}, decision("proposal")),
    "what_changed": Walk({"cleo"}, decision("counted")),
    "ballots_csv": Walk({"ada", "cleo"}, decision("counted")),
    "ballots_json": Walk({"ada", "cleo"}, decision("counted")),
    "petitions": Walk(COORDINATORS),
    "petition": Walk(COORDINATORS, lambda world: {"pk": world.say.petition.pk}),
    # matching: a member's way
    "ask": Walk(SIGNED_IN),
    "ask_check": Walk(SIGNED_IN),
    "ask_step": Walk(SIGNED_IN, lambda world: {"slug": "story"}),
    "my_request": Walk(SIGNED_IN),
    "withdraw_request": Walk(SIGNED_IN),
    "offers": Walk(SIGNED_IN),
    "why_these": Walk(SIGNED_IN),
    "ask_a_person": Walk(SIGNED_IN),
    "ask_for_another": Walk(SIGNED_IN),
    "accept_offer": Walk({"asha"}, pk("offer")),
    "decline_offer": Walk({"asha"}, pk("offer")),
    "end_pairing": Walk({"ada", "ben", "dev", "lou"}, pk("pairing")),
    # matching: a helper's way
    "offer_support": Walk(SIGNED_IN),
    "offer_check": Walk(SIGNED_IN),
    "offer_step": Walk(SIGNED_IN, lambda world: {"slug": "about"}),
    "helping": Walk(SIGNED_IN),
    "pause_help": Walk({"ben", "cleo"}),
    "resume_help": Walk({"ben", "cleo"}),
    "story": Walk({"ben"}, pk("offer")),
    "decline_as_helper": Walk({"ben"}, pk("offer")),
    # matching: referrals, rounds, checks, imports
    "referral_start": Walk(EVERYBODY),
    "referral": Walk(SIGNED_IN, lambda world: {"code": world.referral.code}),
    "referrals": Walk({"ruth", "ben", *COORDINATORS}),
    "rounds": Walk(COORDINATORS),
    "run_round": Walk(COORDINATORS),
    "round": Walk({"dev", "lou"}, pk("round")),
    "round_progress": Walk({"dev", "lou"}, pk("round")),
    "cancel_round": Walk({"dev", "lou"}, pk("round")),
    "round_problem": Walk({"dev", "lou"}, pk("round")),
    "round_plan": Walk({"dev", "lou"}, pk("round")),
    "picture": Walk({"dev", "lou"}, lambda world: {"pk": world.round.pk, "name": "coverage"}),
    "proposals": Walk({"dev", "lou"}, pk("round")),
    "not_placed": Walk({"dev", "lou"}, pk("round")),
    "what_if": Walk({"dev", "lou"}, pk("round")),
    "why_not": Walk({"dev", "lou"}, lambda world: {"pk": world.round.pk, "member": world.proposal.request_id}),
    "approve_all": Walk({"dev", "lou"}, pk("round")),
    "stop_approving": Walk({"dev", "lou"}, pk("round")),
    "set_aside_all": Walk({"dev", "lou"}, pk("round")),
    "approve_proposal": Walk({"dev", "lou"}, pk("proposal")),
    "set_aside_proposal": Walk({"dev", "lou"}, pk("proposal")),
    "put_back_proposal": Walk({"dev", "lou"}, pk("set_aside")),
    "helpers_to_check": Walk(COORDINATORS),
    "confirm_helper": Walk({"dev", "lou"}, pk("to_check")),
    "helper_checks": Walk({"dev", "lou"}, pk("to_check")),
    "note_credential": Walk({"dev", "lou"}, pk("to_check")),
    "take_back_credential": Walk({"dev", "lou"}, lambda world: {"pk": world.people["ben"].helper.credentials.get().pk}),
    "check_rules": Walk(COORDINATORS),
    "change_check_rule": Walk({"lou"}, lambda world: {"kind": "adviser"}),
    "promises": Walk(COORDINATORS),
    "change_promise": Walk({"dev", "lou"}, lambda world: {"pk": world.people["ada"].area_id}),
    "my_checks": Walk({"ben", "cleo"}),
    "configurations": Walk(COORDINATORS),
    "configuration": Walk(COORDINATORS, lambda world: {"version": world.round.configuration.version}),
    "change_weights": Walk({"lou"}),
    "import_people": Walk(COORDINATORS),
    # matching: what everybody may know of it
    "transparency": Walk(EVERYBODY),
    "transparency_data": Walk(EVERYBODY),
    # caseload
    "ask_for_transfer": Walk({"dev", "lou"}, lambda world: {"pk": world.people["ada"].pk}),
    "area_coordinators": Walk({"dev", "lou"}, lambda world: {"pk": world.people["dev"].area_id}),
    # Dev's own area is for those above it to say; and each may stop, though not as the last of a service.
    "make_coordinator": Walk(
        {"lou"}, lambda world: {"pk": world.people["dev"].area_id, "person": world.people["ben"].pk}
    ),
    "end_coordinator": Walk(
        {"dev", "lou"}, lambda world: {"pk": world.people["dev"].area_id, "person": world.people["dev"].pk}
    ),
    "ask_for_my_transfer": Walk(SIGNED_IN),
    "transfer": Walk({"eve", "dara", "dev", "lou"}, pk("transfer")),
    "agree_to_transfer": Walk({"dev", "lou"}, pk("transfer")),
    "refuse_transfer": Walk({"dev", "lou"}, pk("transfer")),
    "take_back_transfer": Walk({"dara", "lou"}, pk("transfer")),
    "end_belonging": Walk(
        {"dara", "lou"}, lambda world: {"pk": world.people["asha"].pk, "area": world.people["dara"].area_id}
    ),
    "desk": Walk(COORDINATORS),
    "desk_section": Walk(COORDINATORS, lambda world: {"slug": "waiting"}),
    "desk_counts": Walk(COORDINATORS),
    "indicators": Walk(COORDINATORS),
    "section_on_paper": Walk(COORDINATORS, lambda world: {"slug": "waiting"}),
    "section_csv": Walk(COORDINATORS, lambda world: {"slug": "waiting"}),
    "work_lists": Walk(COORDINATORS),
    "new_work_list": Walk(COORDINATORS),
    "work_list": Walk({"dev"}, pk("work_list")),
    "delete_work_list": Walk({"dev"}, pk("work_list")),
    "bulk_actions": Walk(COORDINATORS),
    "new_bulk_action": Walk(COORDINATORS),
    "bulk_action": Walk({"dev", "lou"}, pk("bulk_action")),
    "undo_bulk_action": Walk({"dev", "lou"}, pk("bulk_action")),
    "member": Walk({"dev", "lou", "ben"}, lambda world: {"pk": world.people["ada"].pk}),
    "my_people": Walk({"ben", "cleo"}),
    "my_places": Walk({"ben", "cleo"}),
    "pause_my_places": Walk({"ben", "cleo"}),
    "open_my_places": Walk({"ben", "cleo"}),
    "plan_cover": Walk({"dev", "lou"}, pk("pairing")),
    "cover": Walk({"ada", "ben", "dev", "lou"}, pk("cover")),
    "end_cover": Walk({"ada", "ben", "dev", "lou"}, pk("cover")),
    "ask_for_cover": Walk({"ben", "cleo"}),
    "absence": Walk({"ben", "dev", "lou"}, pk("absence")),
    "take_back_absence": Walk({"ben"}, pk("absence")),
    "answer_absence": Walk({"dev", "lou"}, pk("absence")),
    "notes": Walk({"dev", "lou", "ben", "lena"}, lambda world: {"pk": world.people["ada"].pk}),
    "write_note": Walk({"dev", "lou", "ben"}, lambda world: {"pk": world.people["ada"].pk}),
    "change_note": Walk({"ben"}, pk("note"), may_not={"dev", "lou"}),
    "earlier_notes": Walk({"dev", "lou", "ben", "lena"}, pk("note")),
    "note_secrecy": Walk({"lena"}, pk("note"), may_not={"dev", "lou", "ben"}),
    "note_templates": Walk(COORDINATORS),
    "end_note_template": Walk(COORDINATORS, pk("note_template")),
    "my_notes": Walk(SIGNED_IN),
    "decide_budget": Walk({"dev", "lou"}, pk("budget")),
    "decline_budget": Walk({"dev", "lou"}, pk("budget")),
    "close_budget": Walk({"dev", "lou"}, pk("budget")),
    "approve_spending": Walk({"dev", "lou"}, spending),
    "refuse_spending": Walk({"dev", "lou"}, spending),
    "plan_follow_up": Walk({"dev", "lou"}, lambda world: {"pk": world.people["ada"].pk}, may_not={"ben"}),
    "follow_up": Walk({"dev", "lou", "ben"}, pk("follow_up")),
    "take_follow_up": Walk({"dev", "lou", "ben"}, pk("follow_up")),
    "give_follow_up": Walk({"dev", "lou", "ben"}, pk("follow_up")),
    "finish_follow_up": Walk({"dev", "lou", "ben"}, pk("follow_up")),
    "open_follow_up_again": Walk({"dev", "lou", "ben"}, pk("follow_up")),
    "check_in_rule": Walk(EVERYBODY),
    "change_check_in_rule": Walk({"lou"}),
    "reassign": Walk({"dev", "lou"}, lambda world: {"pk": world.people["ben"].pk}),
    "ask_companion": Walk({"dev", "lou"}, lambda world: {"pk": world.people["ada"].pk}),
    "companion": Walk({"ada", "dev", "lou"}, pk("companion")),
    "allow_companion": Walk({"ada"}, pk("companion")),
    "end_companion": Walk({"ada", "dev", "lou"}, pk("companion")),
    # For Abbe alone, who is the advocate.
    "speak_for": Walk(set(), pk("companion")),
    "ask_handover": Walk({"dev", "lou"}, pk("pairing")),
    "handover": Walk({"ada", "ben", "dev", "lou"}, pk("handover")),
    "answer_handover": Walk({"ada"}, pk("handover")),
    "handover_summary": Walk({"ben"}, pk("handover")),
    "refuse_handover": Walk({"ada", "ben", "dev", "lou"}, pk("handover")),
    # support
    "together": Walk({"ada", "ben"}, pk("pairing")),
    # support: the agreement
    "agreement": Walk({"ada", "ben"}, pk("pairing")),
    "propose_agreement": Walk({"ada", "ben"}, pk("pairing")),
    "agreement_version": Walk({"ada", "ben"}, version_of_agreement),
    "sign_agreement": Walk({"ada", "ben"}, version_of_agreement),
    "withdraw_agreement": Walk({"ada", "ben"}, version_of_agreement),
    # support: goals and steps
    "goals": Walk({"ada", "ben"}, pk("pairing")),
    "new_goal": Walk({"ada", "ben"}, pk("pairing")),
    "bring_goal": Walk({"ada"}, lambda world: pk("pairing")(world) | {"goal": world.goal.pk}),
    "my_goals": Walk(SIGNED_IN),
    "goal": Walk({"ada", "ben"}, pk("goal")),
    "change_goal": Walk({"ada"}, pk("goal"), may_not={"ben"}),
    "agree_to_goal": Walk({"ada"}, pk("goal"), may_not={"ben"}),
    "reach_goal": Walk({"ada"}, pk("goal"), may_not={"ben"}),
    "let_go_of_goal": Walk({"ada", "ben"}, pk("goal")),
    "take_up_goal": Walk({"ada"}, pk("goal"), may_not={"ben"}),
    "add_step": Walk({"ada", "ben"}, pk("goal")),
    "change_step": Walk({"ada", "ben"}, step),
    "mark_step": Walk({"ada", "ben"}, step),
    # support: being in touch less, the end, the way back
    "step_down": Walk({"ada", "ben"}, pk("pairing")),
    "propose_step_down": Walk({"ada", "ben"}, pk("pairing")),
    "agree_to_step_down": Walk({"ada"}, plan, may_not={"ben"}),
    "call_off_step_down": Walk({"ada", "ben"}, plan),
    "end_together": Walk({"ada", "ben"}, pk("pairing")),
    "looking_back": Walk({"ada", "ben"}, pk("pairing")),
    # Ada has not shown it.
    "earlier_time": Walk({"ada"}, earlier_time),
    "show_look_back": Walk({"ada"}, earlier_time),
    "way_back": Walk(SIGNED_IN),
    "agreement_templates": Walk(COORDINATORS),
    "new_agreement_template": Walk(COORDINATORS),
    "agreement_template": Walk({"dev", "lou"}, pk("agreement_template")),
    "propose_budget": Walk({"ada", "ben"}, pk("pairing")),
    "budget": Walk({"ada", "ben"}, budget),
    "budget_csv": Walk({"ada", "ben"}, budget),
    "take_back_spending": Walk(
        {"ben"}, lambda world: {**budget(world), "spending": world.spending.pk}, may_not={"ada"}
    ),
    "receipt": Walk({"ada", "ben", "dev", "lou"}, lambda world: {"key": world.receipt.key}),
    "check_ins": Walk({"ada", "ben"}, pk("pairing")),
    "check_in": Walk({"ada"}, pk("pairing"), may_not={"ben"}),
    "rhythm": Walk({"ada"}, pk("pairing"), may_not={"ben"}),
    "skip_check_in": Walk({"ada"}, check_in),
    "take_back_check_in": Walk({"ada"}, check_in),
    # For Abbe alone, whom Ada lets act in her name.
    "acting": Walk(set(), lambda world: {"pk": world.people["ada"].pk}),
    # support: appointments
    "times": Walk({"ada", "ben"}, pk("pairing")),
    "book_appointment": Walk({"ada", "ben"}, pk("pairing")),
    "book_any_time": Walk({"ben"}, pk("pairing"), may_not={"ada"}),
    "appointments": Walk(SIGNED_IN),
    "appointment": Walk({"ada", "ben"}, pk("appointment")),
    "other_times": Walk({"ada", "ben"}, pk("appointment")),
    "move_appointment": Walk({"ada", "ben"}, pk("appointment")),
    "move_to_any_time": Walk({"ben"}, pk("appointment"), may_not={"ada"}),
    "change_where": Walk({"ada", "ben"}, pk("appointment")),
    "cancel_appointment": Walk({"ada", "ben"}, pk("appointment")),
    "note_how_it_went": Walk({"ada", "ben"}, pk("appointment")),
    "appointment_calendar": Walk({"ada", "ben"}, pk("appointment")),
    "begin_session_block": Walk({"ben"}, pk("pairing"), may_not={"ada"}),
    "session_block": Walk({"ada", "ben"}, pk("session_block")),
    "close_session_block": Walk({"ben"}, pk("session_block"), may_not={"ada"}),
    "my_hours": Walk({"ben", "cleo"}),
    "add_weekly_hours": Walk({"ben", "cleo"}),
    "add_hours_on_a_day": Walk({"ben", "cleo"}),
    "remove_hours": Walk({"ben"}, pk("hours")),
    "add_time_off": Walk({"ben", "cleo"}),
    "remove_time_off": Walk({"ben"}, pk("time_off")),
    "change_habits": Walk({"ben", "cleo"}),
    # demo, whose address exists only while DEBUG; and even there nobody but the made-up people can be tried
    "demo": Walk(EVERYBODY),
    "demo_sign_in": Walk(set(), lambda world: {"name": "ada"}),
}

# Addresses of libraries cannot carry our declaration, so it stands here.
ELSEWHERE = {
    "account_login": EVERYBODY,
    "account_logout": EVERYBODY,
    "account_inactive": EVERYBODY,
    "account_signup": EVERYBODY,
    "account_reauthenticate": SIGNED_IN,
    "account_email": SIGNED_IN,
    "account_email_verification_sent": EVERYBODY,
    "account_change_password": SIGNED_IN,
    "account_set_password": SIGNED_IN,
    "account_reset_password": EVERYBODY,
    "account_reset_password_done": EVERYBODY,
    "account_reset_password_from_key": EVERYBODY,
    "account_reset_password_from_key_done": EVERYBODY,
    "account_request_login_code": EVERYBODY,
    "account_confirm_login_code": EVERYBODY,
}


def routes(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[URLPattern]:
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns)
        else:
            yield pattern


def ours(route: URLPattern) -> bool:
    return route.callback.__module__.split(".")[0] not in ("allauth", "django")


def test_every_route_of_ours_declares_who_may_use_it() -> None:
    silent = [route.name for route in routes() if ours(route) and not hasattr(route.callback, "open_to")]
    assert silent == []


def test_every_route_is_walked() -> None:
    names = {str(route.name) for route in routes()}
    assert names == WALKS.keys() | ELSEWHERE.keys()


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def sign_in(client: Client, person: Person | None) -> None:
    client.logout()
    if person is not None:
        client.force_login(person)


def answer(client: Client, method: str, url: str, said: dict[str, object] | None = None) -> int:
    """The status; a redirect to the sign-in page counts as 401. What the request did is undone."""
    body = {} if said is None or method == "get" else {"data": said, "content_type": "application/json"}
    with transaction.atomic():
        response = getattr(client, method)(url, **body)
        transaction.set_rollback(True)
    to_sign_in = response.status_code == 302 and response["Location"].startswith(reverse("account_login"))
    return 401 if to_sign_in else int(response.status_code)


def closed(name: str, url: str, who: str, person: Person | None) -> int:
    """How an address is to be shut to somebody who may not open it."""
    rule = resolve(url).func.open_to  # type: ignore[attr-defined]
    if rule(person or AnonymousUser()):
        return 403 if who in WALKS[name].may_not else 404
    return 403 if person else 401


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_who_may_and_who_may_not(who: str, world: World, client: Client) -> None:
    person = world.people.get(who)
    sign_in(client, person)
    wrong = []
    for name, walk in WALKS.items():
        url = reverse(name, kwargs=walk.arguments(world))
        for method in walk.methods:
            status = answer(client, method, url, walk.said)
            if status not in (OPEN if who in walk.may else {closed(name, url, who, person), 405}):
                wrong.append((name, method, status))
    assert wrong == []


def test_pages_of_libraries_that_need_signing_in_ask_for_it(world: World, client: Client) -> None:
    for name, may in ELSEWHERE.items():
        if may == SIGNED_IN:
            assert answer(client, "get", reverse(name)) == 401, name


def test_what_does_not_exist_answers_like_what_is_not_yours(world: World, client: Client) -> None:
    sign_in(client, world.people["ada"])
    for name, walk in WALKS.items():
        arguments = walk.arguments(world)
        if "pk" in arguments:
            arguments["pk"] = 10**9
            assert answer(client, "get", reverse(name, kwargs=arguments)) in (403, 404, 405), name


def test_every_page_of_the_signed_in_forbids_storing(world: World, client: Client) -> None:
    sign_in(client, world.people["dev"])
    for name, walk in WALKS.items():
        response = client.get(reverse(name, kwargs=walk.arguments(world)))
        assert response["Cache-Control"] == "no-store", name
