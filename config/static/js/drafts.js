// Keeps what somebody is writing in a network: on the server after a pause, and here for as long as that fails.

import { keep, read } from "./kept.js";

const PAUSE_MS = 1_500;
const LONGEST_FAREWELL = 60_000;

const place = document.querySelector("[data-drafts]");
const form = place?.querySelector("form");
const name = `network-draft.${place?.dataset.drafts}.${place?.dataset.draftOf ?? ""}`;
let waiting = null;

function words() {
  const { title, body } = form.elements;
  return { title: title?.value ?? "", body: body.value };
}

async function save({ leaves = false } = {}) {
  waiting = null;
  const said = words();
  const worthKeeping = said.title || said.body ? said : null;
  // Who leaves hears no answer, and what did arrive must not come back here after it was thrown away there.
  if (!leaves || !navigator.onLine) keep(name, worthKeeping);
  try {
    const answer = await send(said);
    keep(name, answer.ok ? null : worthKeeping);
  } catch {
    // The line is down: it stays here, and the next pause tries again.
    keep(name, worthKeeping);
  }
}

/** What is on its way arrives even if the page is left meanwhile. */
function send(said) {
  const csrfmiddlewaretoken = form.elements.csrfmiddlewaretoken.value;
  const facts = new URLSearchParams({ csrfmiddlewaretoken, ...said, thread: place.dataset.draftOf ?? "" });
  // More than this browsers do not send for a page that is gone.
  const keepalive = facts.toString().length < LONGEST_FAREWELL;
  return fetch(place.dataset.drafts, { method: "POST", body: facts, redirect: "manual", keepalive });
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(save, PAUSE_MS);
}

/** Whoever goes away or looks elsewhere in the middle of a word finds that kept, too. */
function atOnce() {
  if (waiting === null) return;
  clearTimeout(waiting);
  save({ leaves: true });
}

function stop() {
  clearTimeout(waiting);
  waiting = null;
}

/** What the server could not be given is put back, unless it was posted: then the page shows that post. */
function putBack() {
  const kept = read(name);
  if (!kept) return;
  const wasPosted = document.querySelector(".post--mine:target") !== null;
  keep(name, null);
  if (wasPosted || form.elements.body.value) return;
  if (form.elements.title) form.elements.title.value ||= kept.title;
  form.elements.body.value = kept.body;
  later();
}

if (form) {
  putBack();
  form.addEventListener("input", later);
  // What is sent is no draft; one that was on its way would come after it.
  form.addEventListener("submit", stop);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && atOnce());
}
