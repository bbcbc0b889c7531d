// The list of messages on the page: each exactly once, in the order of their places, what is not sent yet at the end.

import { fill, fillQuote, made, me } from "./bubble.js";
import { separate } from "./days.js";

// As many characters of a message are repeated where somebody answers it.
const QUOTED = 120;

export class Bubbles {
  constructor(list) {
    this.list = list;
  }

  /** Draw messages as they are now, wherever the news of them came from; returns those that were not there before. */
  draw(messages, { earlier = false } = {}) {
    const fresh = messages.filter((message) => this.drawOne(message, earlier));
    if (fresh.length) {
      separate(this.list);
      document.querySelector("[data-nothing]")?.remove();
    }
    return fresh;
  }

  /** Whether it is new to the page. */
  drawOne(message, earlier) {
    const there = this.find(message.client_id);
    // News may overtake each other: what is on the page is never older than what comes.
    if (there && Number(there.dataset.changed) >= message.changed_seq) return false;
    if (!there && !earlier && this.isElsewhere(message.seq)) return false;
    // What was pending is drawn from the beginning: nothing of its waiting stays.
    const bubble = there?.matches(".bubble--pending") === false ? there : made(message);
    if (there && there !== bubble) there.replaceWith(bubble);
    const isNew = !("seq" in bubble.dataset);
    fill(bubble, message);
    this.quoteAsItIsNow(message);
    if (isNew) this.place(bubble, message.seq);
    return isNew;
  }

  /** Where others answer it, its words are those it has now, and none when it was withdrawn. */
  quoteAsItIsNow({ id, name, body }) {
    const words = body.slice(0, QUOTED);
    for (const quote of this.list.querySelectorAll(`.bubble__quote[data-of="${id}"]`)) fillQuote(quote, { id, name, words });
  }

  /** What is new comes last nearly always, so look from there. */
  place(bubble, seq) {
    bubble.remove();
    let before = this.list.lastElementChild;
    while (before && !(Number(before.dataset.seq) < seq)) before = before.previousElementSibling;
    if (before) before.after(bubble);
    else this.list.prepend(bubble);
  }

  /** Whether a place lies before or after everything on the page, in what is not shown. */
  isElsewhere(seq) {
    const { earlier, later } = this.list.dataset;
    const places = [...this.list.querySelectorAll("[data-seq]")].map((one) => Number(one.dataset.seq));
    return (earlier !== undefined && seq < places[0]) || (later !== undefined && seq > places.at(-1));
  }

  /** Show what waits to be sent, and no longer what is neither waiting nor kept. */
  showWaiting(waiting, stateOf) {
    const ids = new Set(waiting.map((one) => `message-${one.clientId}`));
    for (const bubble of this.list.querySelectorAll(".bubble--pending")) if (!ids.has(bubble.id)) bubble.remove();
    for (const one of waiting) {
      const bubble = this.find(one.clientId) ?? this.addPending(one);
      const state = bubble.querySelector(".bubble__state");
      if (state.textContent !== stateOf(one)) state.textContent = stateOf(one);
    }
  }

  addPending({ clientId, body, quote, fields }) {
    const bubble = made({ client_id: clientId, kind: "words", author: me });
    bubble.classList.add("bubble--pending");
    bubble.querySelector(".bubble__text").textContent = body;
    bubble.querySelector(".bubble__menu").hidden = true;
    bubble.querySelector(".bubble__state").hidden = false;
    fillQuote(bubble.querySelector(".bubble__quote"), quote);
    // What has files takes its time, and may be stopped.
    if (fields) bubble.append(document.getElementById("cancel-upload").content.cloneNode(true));
    this.list.append(bubble);
    return bubble;
  }

  /** Whether a message is here that the service keeps. */
  has(clientId) {
    return "seq" in (this.find(clientId)?.dataset ?? {});
  }

  find(clientId) {
    return document.getElementById(`message-${clientId}`);
  }

  /** The last of our messages that all others have read says so, and the last one besides that it is kept. */
  markSeen(seen) {
    const mine = [...this.list.querySelectorAll(".bubble--mine[data-seq]:not(.bubble--withdrawn)")];
    const last = mine.at(-1);
    const read = mine.findLast((bubble) => Number(bubble.dataset.seq) <= seen);
    for (const bubble of mine) {
      const state = bubble.querySelector(".bubble__state");
      const words = bubble === read ? "Seen" : "Sent";
      if (state.textContent !== words) state.textContent = words;
      state.hidden = bubble !== read && bubble !== last;
    }
  }
}
