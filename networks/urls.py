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
    path("mutings/<int:pk>/lift/", views.lift_muting, name="lift_muting"),
    path("drafts/<int:pk>/removal/", views.draft, name="draft"),
    # -- Moderating
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
    path("<slug:slug>/yours/", views.yours, name="yours"),
    path("<slug:slug>/drafts/", views.drafts, name="drafts"),
    path("<slug:slug>/threads/<int:pk>/following/", views.thread_following, name="thread_following"),
    path("<slug:slug>/threads/<int:pk>/muting/", views.mute_thread, name="mute_thread"),
    path("<slug:slug>/reading/", views.network_reading, name="network_reading"),
    path("<slug:slug>/threads/<int:pk>/reading/", views.thread_reading, name="thread_reading"),
    # -- Resources
    # -- Events and courses
    # -- Asks and offers, private threads
    # -- A say
]
