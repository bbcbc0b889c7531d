"""Addresses of the work inside a pairing, included at `together/`."""

from django.urls import path

from support import views

urlpatterns = [
    path("<int:pk>/", views.together, name="together"),
    # The agreement
    path("<int:pk>/agreement/", views.agreement, name="agreement"),
    path("<int:pk>/agreement/proposal/", views.propose_agreement, name="propose_agreement"),
    path("<int:pk>/agreement/<int:version>/", views.agreement_version, name="agreement_version"),
    path("<int:pk>/agreement/<int:version>/signature/", views.sign_agreement, name="sign_agreement"),
    path("<int:pk>/agreement/<int:version>/withdrawal/", views.withdraw_agreement, name="withdraw_agreement"),
    path("agreement-templates/", views.agreement_templates, name="agreement_templates"),
    path("agreement-templates/new/", views.new_agreement_template, name="new_agreement_template"),
    path("agreement-templates/<int:pk>/", views.agreement_template, name="agreement_template"),
]
