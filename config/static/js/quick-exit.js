// Leaves the site at once, by the button or by pressing Escape three times, and takes this page out of the history.

const KEY = "Escape";
const PRESSES = 3;
const WITHIN_MS = 2000;

const exit = document.querySelector("[data-exit]");
let pressed = [];
let isLeaving = false;

function leave() {
  isLeaving = true;
  // What is on the screen goes first: the next page may be slow to come.
  document.title = "Weather";
  document.body.hidden = true;
  window.location.replace(exit.href);
}

function count(event) {
  if (event.key !== KEY) {
    pressed = [];
    return;
  }
  // A key that is held down repeats by itself; only real presses count.
  if (event.repeat) return;
  const now = performance.now();
  pressed = [...pressed.filter((at) => now - at < WITHIN_MS), now];
  if (pressed.length >= PRESSES) leave();
}

if (exit) {
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  // A page with something unsent asks before it is left; whoever has to be gone is asked nothing.
  window.addEventListener("beforeunload", (event) => isLeaving && event.stopImmediatePropagation(), { capture: true });
  // Captured on the window, so that nothing on the page can swallow it.
  window.addEventListener("keydown", count, { capture: true });
  document.querySelector("[data-exit-hint]")?.removeAttribute("hidden");
}
