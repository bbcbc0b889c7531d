// On signing out, here or in another window or because a session was ended, nothing private stays in this browser.

import { forget, onForgottenElsewhere } from "./kept.js";
import { on } from "./socket.js";

const { signIn, signOut } = document.querySelector("[data-sign-out]").dataset;

let isLeaving = false;

function leave() {
  // The answer to signing out here leads on by itself.
  if (isLeaving) return;
  isLeaving = true;
  forget();
  // What is on the screen goes first: the next page may be slow to come.
  document.body.hidden = true;
  location.replace(`${signIn}?next=${encodeURIComponent(location.pathname + location.search)}`);
}

document.addEventListener("submit", (event) => {
  if (new URL(event.target.action).pathname !== signOut) return;
  isLeaving = true;
  forget();
});
onForgottenElsewhere(leave);
on("state", ({ state }) => state === "signed out" && leave());
