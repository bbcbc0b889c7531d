"""The pages that a network of the town keeps."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page, as it was first written down."""

    title: str
    body: str


FLARE_UPS = Page(
    "When it flares up: a plan on one page",
    (
        "Put together from what people wrote in the thread about plans. Take what fits, and leave the rest.\n\n"
        "1. Say to yourself: **this has ended every time so far.**\n"
        "2. Heat, the good chair, something to drink.\n"
        "3. Cancel two things and not three.\n"
        "4. Tell one person.\n"
    ),
)
ON_THE_TELEPHONE = (
    "\n**What to say when you ring**\n\n"
    "> I have a flare-up. It is not an emergency. I need to move my appointment and to know whom to ask about my"
    " medicine.\n\n"
    "Write it on the back of the page. One forgets it otherwise.\n"
)
WHY_CHANGED = "Added what to say on the telephone"

FORMS = Page(
    "Forms, and who helps with them",
    (
        "- The advice centre sits down with you, free: [advice centre](https://advice.example/wennbridge)\n"
        "- A list of what to bring: [what to bring](https://advice.example/old/what-to-bring)\n"
        "- The library prints and scans, upstairs, on weekdays.\n\n"
        "Ask for more time if you need it. They nearly always say yes.\n"
    ),
)
# The address in FORMS that leads nowhere any more.
MOVED = "https://advice.example/old/what-to-bring"
