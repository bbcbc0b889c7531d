"""Addresses of matching, included at the root."""

from django.urls import path

from matching.views import asking, choosing, helping, importing, referring, rounds

urlpatterns = [
    path("ask/", asking.ask, name="ask"),
    path("ask/check/", asking.ask_check, name="ask_check"),
    path("ask/<slug:slug>/", asking.ask_step, name="ask_step"),
    path("request/", asking.my_request, name="my_request"),
    path("request/withdrawal/", asking.withdraw_request, name="withdraw_request"),
    path("offers/", asking.offers, name="offers"),
    path("offers/others/", asking.ask_for_another, name="ask_for_another"),
    path("offers/<int:pk>/acceptance/", choosing.accept_offer, name="accept_offer"),
    path("offers/<int:pk>/refusal/", choosing.decline_offer, name="decline_offer"),
    path("pairings/<int:pk>/end/", choosing.end_pairing, name="end_pairing"),
    path("offer-support/", helping.offer_support, name="offer_support"),
    path("offer-support/check/", helping.offer_check, name="offer_check"),
    path("offer-support/<slug:slug>/", helping.offer_step, name="offer_step"),
    path("helping/", helping.helping, name="helping"),
    path("helping/pause/", helping.pause_help, name="pause_help"),
    path("helping/return/", helping.resume_help, name="resume_help"),
    path("helping/<int:pk>/story/", helping.story, name="story"),
    path("helping/<int:pk>/refusal/", choosing.decline_as_helper, name="decline_as_helper"),
    path("referral/", referring.referral_start, name="referral_start"),
    path("referral/<slug:code>/", referring.referral, name="referral"),
    path("referrals/", referring.referrals, name="referrals"),
    path("rounds/", rounds.rounds, name="rounds"),
    path("rounds/new/", rounds.run_round, name="run_round"),
    path("rounds/<int:pk>/", rounds.round, name="round"),
    path("rounds/<int:pk>/approval/", rounds.approve_all, name="approve_all"),
    path("rounds/<int:pk>/setting-aside/", rounds.set_aside_all, name="set_aside_all"),
    path("proposals/<int:pk>/approval/", rounds.approve_proposal, name="approve_proposal"),
    path("proposals/<int:pk>/setting-aside/", rounds.set_aside_proposal, name="set_aside_proposal"),
    path("proposals/<int:pk>/putting-back/", rounds.put_back_proposal, name="put_back_proposal"),
    path("helpers/to-check/", rounds.helpers_to_check, name="helpers_to_check"),
    path("helpers/<int:pk>/check/", rounds.confirm_helper, name="confirm_helper"),
    path("import/", importing.import_people, name="import_people"),
]
