"""A coordinator's pages for the tree of areas: what lies in what, a new one, another name, another place."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from people import operations, queries
from people.access import open_to
from people.forms import AreaForm, AreaNameForm, AreaPlaceForm
from people.requests import SignedIn, posted
from people.rules import coordinators


@open_to(coordinators)
def areas(request: SignedIn) -> HttpResponse:
    return render(request, "people/areas.html", {"branches": queries.tree_of(request.user)})


@open_to(coordinators)
def add_area(request: SignedIn) -> HttpResponse:
    form = AreaForm(posted(request), by=request.user, initial={"below": request.GET.get("below")})
    if request.method == "POST" and form.is_valid():
        try:
            area = operations.add_area(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error("name", error)
        else:
            messages.success(request, f"{area} is added.")
            return redirect("areas")
    return render(request, "people/area_new.html", {"form": form})


@open_to(coordinators)
def rename_area(request: SignedIn, pk: int) -> HttpResponse:
    area = get_object_or_404(queries.coordinated_areas(request.user), pk=pk)
    form = AreaNameForm(posted(request), initial={"name": area.name})
    if request.method == "POST" and form.is_valid():
        try:
            operations.rename_area(by=request.user, area=area, name=form.cleaned_data["name"])
        except ValidationError as error:
            form.add_error("name", error)
        else:
            messages.success(request, f"It is called {area} now.")
            return redirect("areas")
    return render(request, "people/area_name.html", {"form": form, "area": area})


@open_to(coordinators)
def move_area(request: SignedIn, pk: int) -> HttpResponse:
    area = get_object_or_404(queries.areas_to_move(request.user), pk=pk)
    form = AreaPlaceForm(posted(request), by=request.user, area=area, initial={"below": area.parent_id})
    if request.method == "POST" and form.is_valid():
        try:
            operations.move_area(by=request.user, area=area, below=form.cleaned_data["below"])
        except ValidationError as error:
            form.add_error("below", error)
        else:
            messages.success(request, f"{area} is moved.")
            return redirect("areas")
    return render(request, "people/area_place.html", {"form": form, "area": area})
