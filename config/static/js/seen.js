// How far the others have read, as far as they let it be seen.

import { on } from "./socket.js";

/** Call `changed(seq)` with how far all of them have come; nobody who keeps it to themselves is waited for. */
export function followSeen({ conversation, changed }) {
  const shown = document.querySelectorAll("[data-read]");
  const readBy = new Map([...shown].map((one) => [Number(one.dataset.personHere), Number(one.dataset.read)]));

  function readUpTo(person, seq) {
    if (!readBy.has(person)) return;
    readBy.set(person, Math.max(seq, readBy.get(person)));
    changed(seen());
  }

  function seen() {
    return readBy.size ? Math.min(...readBy.values()) : 0;
  }

  on("read", (frame) => frame.conversation === conversation && readUpTo(frame.person, frame.seq));
  // Whoever says something has read what was there; no other news comes of it.
  on("message.posted", ({ message }) => message.conversation === conversation && readUpTo(message.author, message.seq));
  return seen;
}
