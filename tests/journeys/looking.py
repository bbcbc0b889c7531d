"""What everybody may expect of every page, at every width: asked of a page, answered with what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}

AXE = Axe()
WCAG_22_AA = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}

# What sticks out sideways, unless it lies in something made to be scrolled, or is kept for those who listen.
STICKS_OUT = """() => {
  const scrolled = (one) => one && (
    ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(one).overflowX) || scrolled(one.parentElement)
  );
  const found = document.documentElement.scrollWidth > innerWidth ? ["the page as a whole"] : [];
  for (const one of document.body.querySelectorAll("*")) {
    const box = one.getBoundingClientRect();
    const out = box.width && one.checkVisibility() && (box.right > innerWidth + 1 || box.left < -1);
    if (out && !scrolled(one.parentElement) && !one.closest("svg"))
      found.push(`${one.tagName} ${one.className} “${one.textContent.trim().slice(0, 40)}”`);
  }
  return found;
}"""


@dataclass
class Grumbles:
    """Listens to the console of a page from before it is opened."""

    page: Page
    heard: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.heard.append(str(error)))

    def _listen(self, message: ConsoleMessage) -> None:
        # Chromium also writes down that a page was answered with 404 or 422, which such a page is for.
        if message.type == "error" and "the server responded with a status of" not in message.text:
            self.heard.append(message.text)


def faults(page: Page) -> list[str]:
    """Everything wrong with the page as it is, at a desk and on a phone; none is what one wants."""
    # Its words may be there before its styles are, on a busy machine.
    page.wait_for_load_state()
    page.evaluate(AXE.axe_script)
    found = list(_faults_of_content(page))
    for width in (DESKTOP, PHONE):
        page.set_viewport_size(width)  # type: ignore[arg-type]
        found += [f"{width['width']} px: {fault}" for fault in _faults_of_looks(page)]
    return found


def _faults_of_content(page: Page) -> Iterator[str]:
    if page.locator("h1").count() != 1:
        yield f"headings of the first level: {page.locator('h1').all_inner_texts()}"
    name, _, site = page.title().rpartition(" · ")
    if not name.strip() or site != "Alongside":
        yield f"title: “{page.title()}”"
    if "{{" in page.content() or "{%" in page.content():
        yield "a piece of template is shown"


def _faults_of_looks(page: Page) -> Iterator[str]:
    # Halfway down, the bar lies over what has been scrolled past.
    page.evaluate("scrollTo(0, 0)")
    if not page.get_by_text("Help now", exact=True).first.is_visible():
        yield "help now is not to be seen"
    if not page.get_by_role("link", name="Leave this site").is_visible():
        yield "the way out is not to be seen"
    yield from (f"sticks out sideways: {one}" for one in page.evaluate(STICKS_OUT))
    yield from axe_violations(page)


def axe_violations(page: Page) -> Iterator[str]:
    answer: dict[str, Any] = page.evaluate("options => axe.run(options)", WCAG_22_AA)
    for violation in answer["violations"]:
        for node in violation["nodes"]:
            yield f"axe {violation['id']}: {violation['help']}: {node['html'][:200]}: {node['failureSummary']}"
