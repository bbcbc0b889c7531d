// Keeps the number of unread messages right, in the navigation and in the title of the window.

import { on } from "./socket.js";

const title = document.title;

function show(count) {
  for (const badge of document.querySelectorAll("[data-unread]")) {
    badge.hidden = count === 0;
    badge.firstChild.textContent = String(count);
  }
  document.title = count ? `(${count}) ${title}` : title;
}

// Only the server counts: every frame that changes the number brings it along.
for (const type of ["seqs", "message.posted", "read"]) {
  on(type, (frame) => {
    if ("unread" in frame) show(frame.unread);
  });
}
