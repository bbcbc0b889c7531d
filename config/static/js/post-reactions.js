// Lets a reaction be one press without loading the page; without this file the press loads it.

import { refresh } from "./post-changes.js";

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-react]");
  if (!form) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  try {
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    // Only what went well leads elsewhere; the reason for anything else is on a page.
    if (answer.type !== "opaqueredirect") throw new Error(`${answer.status}`);
    refresh(Number(form.closest("[data-seq]").dataset.seq));
  } catch {
    form.removeAttribute("data-react");
    form.requestSubmit(event.submitter);
  }
});
