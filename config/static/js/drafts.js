// Keeps what somebody is writing in a network: on the server after a pause, and here for as long as that fails.

import { keep, read } from "./kept.js";

const PAUSE_MS = 1_500;

const place = document.querySelector("[data-drafts]");
const form = place?.querySelector("form");
const name = `network-draft.${place?.dataset.drafts}.${place?.dataset.draftOf ?? ""}`;
let waiting = null;

function words() {
  const { title, body } = form.elements;
  return { title: title?.value ?? "", body: body.value };
}

async function save() {
  waiting = null;
  const said = words();
  keep(name, said.title || said.body ? said : null);
  const csrfmiddlewaretoken = form.elements.csrfmiddlewaretoken.value;
  const facts = new URLSearchParams({ csrfmiddlewaretoken, ...said, thread: place.dataset.draftOf ?? "" });
  try {
    const answer = await fetch(place.dataset.drafts, { method: "POST", body: facts, redirect: "manual" });
    if (answer.ok) keep(name, null);
  } catch {
    // The line is down: it stays here, and the next pause tries again.
  }
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(save, PAUSE_MS);
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
  form.addEventListener("submit", () => clearTimeout(waiting));
}
