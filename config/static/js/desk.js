// Keeps the figures of an open desk right: hears that something has changed, and asks for them a moment later.

import { on } from "./socket.js";

// News come once a second at most, so whoever waits longer misses nothing; not all desks ask in the same moment.
const PAUSE = 1500;
const place = document.querySelector("[data-counts]");
const changed = document.querySelector("[data-changed]");
let waiting = null;
let shown = place.textContent;

async function ask() {
  waiting = null;
  try {
    const answer = await fetch(place.dataset.counts + location.search);
    if (!answer.ok || answer.redirected) return;
    place.innerHTML = await answer.text();
    // The tables stay as they are, under whoever reads them.
    if (place.textContent !== shown) changed.hidden = false;
    shown = place.textContent;
  } catch {
    // The network is away for a moment; the next news asks again.
  }
}

function askSoon() {
  waiting ??= setTimeout(ask, PAUSE + Math.random() * PAUSE);
}

on("desk.changed", askSoon);
// What happened while the line was away nobody says again.
let wasOpen = false;
on("state", ({ state }) => {
  if (state !== "open") return;
  if (wasOpen) askSoon();
  wasOpen = true;
});
