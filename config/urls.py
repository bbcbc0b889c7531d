"""Every address of the service; each app brings its own, and each declares who may use it."""

from django.apps import apps
from django.urls import include, path

from config import views
from messaging.urls import notices
from networks.urls import certificates
from people.urls import areas

urlpatterns = [
    path("", views.landing, name="landing"),
    path("home/", views.home, name="home"),
    path("record/", include("people.urls")),
    path("areas/", include(areas)),
    path("safety/", include("safeguarding.urls")),
    path("messages/", include("messaging.urls")),
    path("notices/", include(notices)),
    path("networks/", include("networks.urls")),
    path("certificates/", include(certificates)),
    path("calendar/", views.my_calendar, name="my_calendar"),
    path("calendar/end/", views.end_calendar_key, name="end_calendar_key"),
    path("calendar/<str:key>.ics", views.calendar_feed, name="calendar_feed"),
    path("api/v1/", include("config.api")),
    path("", include("matching.urls")),
    path("together/", include("support.urls")),
    path("", include("caseload.urls")),
    path("accounts/", include("allauth.urls")),
]

# Installed only while DEBUG, so that in production there is no such page.
if apps.is_installed("config.demo"):
    urlpatterns.append(path("demo/", include("config.demo.urls")))
