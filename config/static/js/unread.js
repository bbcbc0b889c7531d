// Keeps the number of unread messages right, in the navigation and in the title of the window.

import { on } from "./socket.js";

const title = document.title;
const me = Number(document.documentElement.dataset.person);
let count = Number(document.querySelector("[data-unread]")?.firstChild.textContent ?? 0);

function show(number) {
  count = number;
  for (const badge of document.querySelectorAll("[data-unread]")) {
    badge.hidden = count === 0;
    badge.firstChild.textContent = String(count);
  }
  document.title = count ? `(${count}) ${title}` : title;
}

/** Whether the conversation is before somebody's eyes at this moment: its page tells the server what was read. */
function isBeingRead(conversation) {
  return document.visibilityState === "visible" && document.querySelector(`[data-reading="${conversation}"]`) !== null;
}

// The server counts; between two heartbeats what arrives is added.
for (const type of ["seqs", "read"]) on(type, (frame) => "unread" in frame && show(frame.unread));
on("message.posted", ({ message }) => {
  if (message.author !== me && message.kind === "words" && !isBeingRead(message.conversation)) show(count + 1);
});
show(count);
