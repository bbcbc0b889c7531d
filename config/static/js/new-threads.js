// Says on an open list that threads were begun since; the list itself stays as it is, under whoever reads it.

import { on } from "./socket.js";

const place = document.querySelector("[data-new-threads]");
const begun = new Set();

on("thread.posted", ({ network, kind, thread, seq }) => {
  if (network !== Number(place.dataset.newThreads) || kind !== "talk" || seq !== 1) return;
  begun.add(thread);
  const link = document.createElement("a");
  link.href = location.pathname;
  link.textContent = begun.size === 1 ? "1 new thread" : `${begun.size} new threads`;
  place.replaceChildren(link);
});
