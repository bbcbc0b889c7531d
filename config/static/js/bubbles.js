// The list of messages on the page: each exactly once, in the order of their seq, with no gap that stays.

const NEAR_THE_END = 200;

export class Bubbles {
  constructor(list, template) {
    this.list = list;
    this.template = template;
    // Everything up to here is on the page.
    this.reached = Number(list.dataset.lastSeq);
    this.seen = Number(list.dataset.seen);
    this.filling = null;
  }

  /** Draw what was just written, before anybody has heard of it. */
  addPending(clientId, body) {
    const bubble = this.template.content.firstElementChild.cloneNode(true);
    bubble.id = `message-${clientId}`;
    bubble.querySelector(".bubble__text").textContent = body;
    this.list.append(bubble);
    this.scrollToEnd();
  }

  sayOfPending(words) {
    for (const bubble of this.list.querySelectorAll(".bubble--pending")) {
      bubble.querySelector(".bubble__state").textContent = words;
    }
  }

  remove(clientId) {
    this.find(clientId)?.remove();
  }

  find(clientId) {
    return document.getElementById(`message-${clientId}`);
  }

  /** It is kept: the bubble takes its place in the order; the event or the next look brings its final form. */
  markSent(clientId, seq) {
    const bubble = this.find(clientId);
    if (!bubble || seq === null) return this.fill();
    if ("seq" in bubble.dataset) return this.advance(seq);
    bubble.classList.remove("bubble--pending");
    bubble.querySelector(".bubble__state").textContent = "Sent";
    this.place(bubble, seq);
    return this.advance(seq);
  }

  /** A message as the server draws it. */
  show(bubble, seq) {
    const atEnd = this.isNearEnd();
    const there = document.getElementById(bubble.id);
    if (there) there.replaceWith(bubble);
    this.place(bubble, seq);
    this.markSeen(this.seen);
    if (atEnd) this.scrollToEnd();
  }

  arrive(frame) {
    if (frame.seq > this.reached || this.isUnfinished(frame.client_id)) this.show(fromHtml(frame.html)[0], frame.seq);
    return this.advance(frame.seq);
  }

  /** Ours, acknowledged, and not yet drawn by the server. */
  isUnfinished(clientId) {
    return this.find(clientId)?.querySelector("time") === null;
  }

  place(bubble, seq) {
    bubble.dataset.seq = seq;
    const next = [...this.list.children].find((one) => one !== bubble && !(Number(one.dataset.seq) < seq));
    if (bubble.nextElementSibling !== (next ?? null) || bubble.parentNode !== this.list) this.list.insertBefore(bubble, next ?? null);
  }

  advance(seq) {
    if (seq === this.reached + 1) this.reached = seq;
    return seq > this.reached ? this.fill() : null;
  }

  /** Fetch what is missing, from the database, until nothing is; one fetch at a time, and one more if asked meanwhile. */
  fill() {
    this.again = true;
    // When the line is down, the next heartbeat or the next look brings it.
    this.filling ??= this.fetchMissing().catch(() => {}).finally(() => (this.filling = null));
    return this.filling;
  }

  async fetchMissing() {
    let more = true;
    while (more || this.again) {
      this.again = false;
      const answer = await fetch(`${this.list.dataset.since}?seq=${this.reached}`);
      if (!answer.ok || answer.redirected) return;
      const found = fromHtml(await answer.text());
      for (const bubble of found) {
        this.show(bubble, Number(bubble.dataset.seq));
        this.reached = Math.max(this.reached, Number(bubble.dataset.seq));
      }
      more = found.length > 0 && this.reached < Number(answer.headers.get("X-Last-Seq"));
    }
  }

  /** Only the last of our messages that everybody has read says so. */
  markSeen(seq) {
    this.seen = Math.max(this.seen, seq);
    const mine = [...this.list.querySelectorAll(".bubble--mine[data-seq]:has(time)")];
    const last = mine.findLast((bubble) => Number(bubble.dataset.seq) <= this.seen);
    for (const bubble of mine) bubble.querySelector(".bubble__state").hidden = bubble !== last;
  }

  isNearEnd() {
    return window.innerHeight + window.scrollY > document.documentElement.scrollHeight - NEAR_THE_END;
  }

  scrollToEnd() {
    this.list.lastElementChild?.scrollIntoView({ block: "end" });
  }
}

function fromHtml(html) {
  // The server has escaped it; a template runs nothing and is no part of the page yet.
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...template.content.children];
}
