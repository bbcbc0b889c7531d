// Knows up to which change this page has everything, notices when something is missing, and asks for it.

import { command } from "./commands.js";
import { isOpen, on } from "./socket.js";

// Frames may overtake each other by this much, in milliseconds, before one counts as missing.
const GRACE = 150;
const POLL_EVERY = 10_000;
// A page that was loaded anew and is still told to is not loaded again at once.
const BETWEEN_RELOADS = 10_000;

export class CatchingUp {
  constructor({ conversation, reached, draw, caughtUp }) {
    Object.assign(this, { conversation, reached, draw, caughtUp });
    this.ahead = new Set();
    this.asking = null;
    on("seqs", (frame) => this.compare(frame.conversations[conversation]));
    on("state", () => isOpen() && this.ask());
    setInterval(() => isOpen() || this.ask(), POLL_EVERY);
  }

  /** A change that came live, or that was acknowledged: the next one, or one after a gap. */
  hear(seq) {
    if (seq <= this.reached) return;
    this.ahead.add(seq);
    while (this.ahead.delete(this.reached + 1)) this.reached += 1;
    if (this.ahead.size) setTimeout(() => this.ahead.size && this.ask(), GRACE);
  }

  /** The heartbeat says how far the conversation has come. */
  compare(last) {
    if (last > this.reached) setTimeout(() => last > this.reached && this.ask(), GRACE);
  }

  /** One question at a time, until nothing is missing. */
  ask() {
    this.asking ??= this.askForAll().finally(() => (this.asking = null));
    return this.asking;
  }

  async askForAll() {
    let page;
    do {
      page = await this.askForPage();
      if (!page) break;
      this.draw(page.messages);
      this.reachedAtLeast(page.seq);
    } while (page.more);
    this.caughtUp();
  }

  /** The next stretch of what has changed; null when nothing has, or when the line is down: the heartbeat tells. */
  async askForPage() {
    const { conversation, reached } = this;
    const asked = { type: "resume", conversations: { [conversation]: reached } };
    const path = `conversations/${conversation}/messages?since=${reached}`;
    const answer = await command(asked, { method: "GET", path });
    if (!answer.ok) return null;
    if (answer.reset?.includes(conversation)) loadAnew();
    return answer.conversations ? answer.conversations[conversation] : answer;
  }

  reachedAtLeast(seq) {
    this.reached = Math.max(this.reached, seq);
    for (const one of this.ahead) if (one <= this.reached) this.ahead.delete(one);
  }
}

/** What may not be seen any more, or has changed too much: the page itself knows what to show. */
function loadAnew() {
  if (performance.now() > BETWEEN_RELOADS) location.reload();
}
