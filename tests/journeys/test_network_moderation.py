"""A newcomer waits and is let through; what three report is held and hidden; who is taken out sees no more."""

from uuid import uuid4

from django.utils import timezone
from playwright.sync_api import expect

from networks.models import Membership, Network, Post, Thread
from networks.operations import begin_thread, join, post_reply, report_post
from people.models import Person
from safeguarding.models import Concern
from safeguarding.operations import take_concern, take_measure
from tests.fixtures import make_person
from tests.journeys.cast import network_of
from tests.journeys.conftest import PageFor
from tests.journeys.steps import connected, main_part, press, reads, told


def network_with_a_thread(host: Person, founder: Person) -> Thread:
    network = network_of(host, founded_by=founder, joining=Network.Joining.OPEN)
    return begin_thread(
        by=host, network=network, title="Nights", body="How do you sleep?", client_id=uuid4(), at=timezone.now()
    )


def test_a_newcomers_first_post_is_read_by_a_host_first(
    page_for: PageFor, ada: Person, cleo: Person, dev: Person
) -> None:
    thread = network_with_a_thread(cleo, dev)
    Network.objects.update(first_look=Network.FirstLook.NEWCOMERS)
    join(by=ada, network=thread.network, chosen_name="Adder", at=timezone.now())
    adas, hosts = page_for(ada), page_for(cleo)

    adas.goto(f"/networks/carers/threads/{thread.pk}/")
    adas.get_by_label("Your reply").fill("With the radio on.")
    press(adas, "Post")
    expect(main_part(adas)).to_contain_text("A moderator reads this first.")

    hosts.goto("/networks/carers/waiting/")
    reads(hosts, "Waiting for you")
    expect(main_part(hosts)).to_contain_text("With the radio on.")
    hosts.get_by_role("button", name="Let it through").click()
    told(hosts, "What Adder wrote is there for all now.")
    adas.reload()
    expect(main_part(adas)).not_to_contain_text("A moderator reads this first.")


def test_three_reports_hold_it_and_its_writer_says_that_hiding_it_is_wrong(
    page_for: PageFor, ada: Person, cleo: Person, dev: Person
) -> None:
    thread = network_with_a_thread(cleo, dev)
    now = timezone.now()
    join(by=ada, network=thread.network, chosen_name="Adder", at=now)
    post: Post = post_reply(by=ada, thread=thread, body="Throw your tablets away.", client_id=uuid4(), at=now)
    for name in ("Nia", "Noor", "Ned"):
        person = make_person(name, area=ada.area, age_group="26_64")
        join(by=person, network=thread.network, chosen_name=f"{name[:2]}wt", at=now)
        report_post(by=person, post=post, at=now)
    post.refresh_from_db()
    assert post.state == Post.State.HELD
    adas = page_for(ada)
    adas.goto(f"/networks/carers/threads/{thread.pk}/")
    expect(main_part(adas)).to_contain_text("kept back until somebody has looked")

    concern = Concern.objects.order_by("pk").last()
    assert concern is not None
    take_concern(by=cleo, concern=concern, at=now)
    measure = take_measure(by=cleo, concern=concern, kind="hide", reason="harm", words="It is dangerous.", at=now)
    adas.goto(f"/safety/measures/{measure.pk}/")
    expect(main_part(adas)).to_contain_text("It is dangerous.")


def test_the_open_page_of_who_is_taken_out_stops(page_for: PageFor, ada: Person, cleo: Person, dev: Person) -> None:
    thread = network_with_a_thread(cleo, dev)
    now = timezone.now()
    join(by=ada, network=thread.network, chosen_name="Adder", at=now)
    post: Post = post_reply(by=ada, thread=thread, body="Mean words.", client_id=uuid4(), at=now)
    concern = report_post(by=dev, post=post, at=now)
    adas, hosts = page_for(ada), page_for(cleo)
    adas.goto(f"/networks/carers/threads/{thread.pk}/")
    expect(main_part(adas)).to_contain_text("Mean words.")
    connected(adas)

    hosts.goto(f"/safety/concerns/{concern.pk}/")
    press(hosts, "I am looking into this")
    press(hosts, "Take a measure")
    hosts.get_by_label("Taken out").check()
    hosts.get_by_label("What you tell the person").fill("Not like this.")
    press(hosts, "Do this, and tell them")
    told(hosts, "It is done, and the person it is about is told.")

    reads(adas, "You are not in this network any more")
    expect(main_part(adas)).not_to_contain_text("Mean words.")
    assert Membership.objects.get(person=ada).state == Membership.State.REMOVED
