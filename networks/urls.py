"""Addresses of networks, included under networks/."""

from django.urls import path

from networks import views

urlpatterns = [
    path("", views.networks, name="networks"),
    path("new/", views.new_network, name="new_network"),
    path("memberships/<int:pk>/approval/", views.membership_approval, name="membership_approval"),
    path("memberships/<int:pk>/refusal/", views.membership_refusal, name="membership_refusal"),
    path("posts/<int:pk>/report/", views.report_post, name="report_post"),
    path("posts/<int:pk>/block/", views.block_author, name="block_author"),
    # -- Ideas, invitations
    path("memberships/<int:pk>/agreement/", views.agree, name="agree"),
    path("memberships/<int:pk>/hosting/end/", views.end_hosting, name="end_hosting"),
    path("memberships/<int:pk>/leading/end/", views.end_leading, name="end_leading"),
    path("invitations/<int:pk>/withdrawal/", views.withdraw_network_invitation, name="withdraw_network_invitation"),
    path("invitations/<str:code>/", views.network_invitation, name="network_invitation"),
    # -- Posts
    path("posts/<int:pk>/", views.post, name="post"),
    path("posts/<int:pk>/edit/", views.edit_post, name="edit_post"),
    path("posts/<int:pk>/taking-back/", views.take_back_post, name="take_back_post"),
    path("posts/<int:pk>/earlier/", views.earlier_posts, name="earlier_posts"),
    path("posts/<int:pk>/reactions/", views.react_to_post, name="react_to_post"),
    path("posts/<int:pk>/answer/", views.answer_thread, name="answer_thread"),
    path("pictures/<uuid:key>/", views.post_picture, name="post_picture"),
    path("pictures/<uuid:key>/preview/", views.post_picture_preview, name="post_picture_preview"),
    # -- The part one has
    path("posts/<int:pk>/mute/", views.mute_author, name="mute_author"),
    path("search/", views.search_networks, name="search_networks"),
    path("mutings/<int:pk>/lift/", views.lift_muting, name="lift_muting"),
    path("drafts/<int:pk>/removal/", views.draft, name="draft"),
    # -- Moderating
    path("memberships/<int:pk>/report/", views.report_name, name="report_name"),
    path("resources/<int:pk>/report/", views.report_resource, name="report_resource"),
    path("care/", views.hosts_judged, name="hosts_judged"),
    path("posts/<int:pk>/first-look/", views.let_post_through, name="let_post_through"),
    path("posts/<int:pk>/first-look/refusal/", views.hide_waiting_post, name="hide_waiting_post"),
    path("<slug:slug>/between/", views.between, name="between"),
    path("<slug:slug>/between/hosts/", views.write_to_hosts, name="write_to_hosts"),
    path("<slug:slug>/waiting/", views.posts_waiting, name="posts_waiting"),
    # -- Petitions to the service
    path("petitions/", views.petitions, name="petitions"),
    path("petitions/<int:pk>/", views.petition, name="petition"),
    path("<slug:slug>/", views.network, name="network"),
    path("<slug:slug>/join/", views.join_network, name="join_network"),
    path("<slug:slug>/leave/", views.leave_network, name="leave_network"),
    path("<slug:slug>/hosts/", views.network_hosts, name="network_hosts"),
    path("<slug:slug>/threads/new/", views.begin_thread, name="begin_thread"),
    path("<slug:slug>/threads/<int:pk>/", views.thread, name="thread"),
    path("<slug:slug>/threads/<int:pk>/since/", views.posts_since, name="posts_since"),
    path("<slug:slug>/threads/<int:pk>/posts/<int:seq>/", views.post_part, name="post_part"),
    path("<slug:slug>/threads/<int:pk>/arrangement/", views.arrange_thread, name="arrange_thread"),
    path("<slug:slug>/threads/<int:pk>/note/", views.note_thread, name="note_thread"),
    # -- About the network, its hosts and its agreement
    path("<slug:slug>/about/", views.about_network, name="about_network"),
    path("<slug:slug>/agreement/", views.change_agreement, name="change_agreement"),
    path("<slug:slug>/invitations/", views.network_invitations, name="network_invitations"),
    path("<slug:slug>/leaders/new/", views.make_leader, name="make_leader"),
    path("<slug:slug>/settings/", views.network_settings, name="network_settings"),
    # -- Reading: search, drafts, what one follows and mutes
    path("<slug:slug>/import/", views.import_into_network, name="import_into_network"),
    path("<slug:slug>/search/", views.search_network, name="search_network"),
    path("<slug:slug>/yours/", views.yours, name="yours"),
    path("<slug:slug>/drafts/", views.drafts, name="drafts"),
    path("<slug:slug>/threads/<int:pk>/following/", views.thread_following, name="thread_following"),
    path("<slug:slug>/threads/<int:pk>/muting/", views.mute_thread, name="mute_thread"),
    path("<slug:slug>/reading/", views.network_reading, name="network_reading"),
    path("<slug:slug>/threads/<int:pk>/reading/", views.thread_reading, name="thread_reading"),
    # -- Resources
    path("<slug:slug>/resources/", views.resources, name="resources"),
    path("<slug:slug>/resources/new/", views.new_resource, name="new_resource"),
    path("<slug:slug>/resources/upkeep/", views.resources_in_need, name="resources_in_need"),
    path("<slug:slug>/resources/<int:pk>/", views.resource, name="resource"),
    path("<slug:slug>/resources/<int:pk>/words/", views.change_resource, name="change_resource"),
    path("<slug:slug>/resources/<int:pk>/history/", views.resource_history, name="resource_history"),
    path("<slug:slug>/resources/<int:pk>/differences/", views.resource_differences, name="resource_differences"),
    path("<slug:slug>/resources/<int:pk>/versions/<int:version>/", views.resource_version, name="resource_version"),
    path(
        "<slug:slug>/resources/<int:pk>/versions/<int:version>/return/", views.restore_version, name="restore_version"
    ),
    path("<slug:slug>/resources/<int:pk>/review/", views.review_resource, name="review_resource"),
    path("<slug:slug>/resources/<int:pk>/removal/", views.remove_resource, name="remove_resource"),
    path("<slug:slug>/resources/<int:pk>/return/", views.put_back_resource, name="put_back_resource"),
    # -- Events and courses
    path("<slug:slug>/events/", views.events, name="events"),
    path("<slug:slug>/events/new/", views.new_event, name="new_event"),
    path("<slug:slug>/events/new/<slug:kind>/", views.plan_event, name="plan_event"),
    path("<slug:slug>/events/<int:pk>/", views.event, name="event"),
    path("<slug:slug>/events/<int:pk>/place/", views.take_place, name="take_place"),
    path("<slug:slug>/events/<int:pk>/place/end/", views.give_up_place, name="give_up_place"),
    path("<slug:slug>/events/<int:pk>/people/", views.event_people, name="event_people"),
    path("<slug:slug>/events/<int:pk>/change/", views.change_event, name="change_event"),
    path("<slug:slug>/events/<int:pk>/cancellation/", views.cancel_event, name="cancel_event"),
    path("<slug:slug>/events/<int:pk>/sessions/<int:number>/", views.change_session, name="change_session"),
    path("<slug:slug>/events/<int:pk>/sessions/<int:number>/attendance/", views.attendance, name="attendance"),
    path("<slug:slug>/events/<int:pk>/certificate/", views.certificate, name="certificate"),
    path("<slug:slug>/events/<int:pk>/feedback/", views.give_feedback, name="give_feedback"),
    path("<slug:slug>/events/<int:pk>/feedback/all/", views.event_feedback, name="event_feedback"),
    path("<slug:slug>/events/<int:pk>/meeting.ics", views.event_calendar, name="event_calendar"),
    # -- Asks and offers, private threads
    # -- A say
    path("<slug:slug>/decisions/", views.decisions, name="decisions"),
    path("<slug:slug>/decisions/new/", views.new_decision, name="new_decision"),
    path("<slug:slug>/decisions/new/<slug:kind>/", views.open_decision, name="open_decision"),
    path("<slug:slug>/decisions/<int:pk>/", views.decision, name="decision"),
    path("<slug:slug>/decisions/<int:pk>/vote/", views.vote, name="vote"),
    path("<slug:slug>/decisions/<int:pk>/signature/", views.sign_petition, name="sign_petition"),
    path("<slug:slug>/decisions/<int:pk>/signature/withdrawal/", views.take_back_signature, name="take_back_signature"),
    path("<slug:slug>/decisions/<int:pk>/objections/", views.object_to, name="object_to"),
    path(
        "<slug:slug>/decisions/<int:pk>/objections/<int:objection>/withdrawal/",
        views.withdraw_objection,
        name="withdraw_objection",
    ),
    path("<slug:slug>/decisions/<int:pk>/withdrawal/", views.withdraw_decision, name="withdraw_decision"),
    path("<slug:slug>/decisions/<int:pk>/changes/", views.what_changed, name="what_changed"),
    path("<slug:slug>/decisions/<int:pk>/ballots.csv", views.ballots, {"form": "csv"}, name="ballots_csv"),
    path("<slug:slug>/decisions/<int:pk>/ballots.json", views.ballots, {"form": "json"}, name="ballots_json"),
]

# Open to whoever was shown a certificate, so the address names no network.
certificates = [path("<str:code>/", views.genuine_certificate, name="genuine_certificate")]
