"""Two people from their agreement to the end and back: signed, a goal reached, less, a look back, asked again."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from people.models import Person
from tests.journeys.cast import alongside
from tests.journeys.conftest import PageFor
from tests.journeys.looking import PHONE
from tests.journeys.steps import main_part, press, told
from tests.journeys.together import (
    agree_and_add_a_step,
    choose_a_goal,
    come_back,
    end_it_with_a_look_back,
    plan_to_be_in_touch_less,
    sign_it,
    take_the_step_and_be_glad,
    write_an_agreement,
)


@pytest.mark.parametrize("with_scripts", [True, False])
def test_from_the_agreement_to_the_way_back(
    with_scripts: bool, page_for: PageFor, ada: Person, ben: Person, dev: Person
) -> None:
    pairing = alongside(ada, ben, dev)
    hers, his = (page_for(person, java_script_enabled=with_scripts, viewport=PHONE) for person in (ada, ben))
    together = reverse("together", args=[pairing.pk])
    hers.goto(together)
    his.goto(together)

    write_an_agreement(his)
    sign_it(hers)
    hers.goto(together)
    expect(main_part(hers)).to_contain_text("Every Tuesday")
    choose_a_goal(hers)
    his.goto(together)
    agree_and_add_a_step(his)
    take_the_step_and_be_glad(hers)

    his.goto(together)
    plan_to_be_in_touch_less(his)
    hers.goto(together)
    press(hers, "See the plan")
    press(hers, "I agree")
    told(hers, "You both agree.")

    hers.goto(together)
    end_it_with_a_look_back(hers)
    his.goto(reverse("looking_back", args=[pairing.pk]))
    expect(main_part(his)).to_contain_text("Thank you for Tuesdays.")
    come_back(hers, "Ben")
    expect(main_part(hers)).to_contain_text("My story")
