"""The two front doors: the landing page for everybody, the home page for whoever is signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from config.queries import home_of
from people.access import open_to
from people.requests import SignedIn
from people.rules import anyone, signed_in


@open_to(anyone)
def landing(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("home")
    return render(request, "landing.html")


@open_to(signed_in)
def home(request: SignedIn) -> HttpResponse:
    return render(request, "home.html", {"home": home_of(request.user)})
