// What somebody has read here, and a way to what is new when they are looking further up.

import { isOpen, on, send } from "./socket.js";

const NEAR_THE_END = 200;

export class Reading {
  constructor({ conversation, list, below, reached }) {
    Object.assign(this, { conversation, list, below, reached });
    this.told = 0;
    this.unseen = [];
    this.isAtEnd = true;
    addEventListener("scroll", () => this.look(), { passive: true });
    document.addEventListener("visibilitychange", () => this.look());
    below?.addEventListener("click", () => this.goToNew());
    on("state", () => isOpen() && this.look());
    on("read", (frame) => frame.conversation === conversation && "unread" in frame && this.readElsewhere(frame.seq));
  }

  /** At the beginning: the first message that is new, the one the address names, or else the end. */
  begin() {
    const line = this.list.querySelector(".new");
    if (location.hash || "later" in this.list.dataset) return this.look();
    this.goToEnd();
    if (line?.getBoundingClientRect().top < 0) line.scrollIntoView({ block: "start", behavior: "instant" });
  }

  /** Run `change`, which makes the list longer at its end; whoever was there stays there. */
  keepingTheEnd(change) {
    const wasAtEnd = isNearEnd();
    change();
    if (wasAtEnd && document.visibilityState === "visible") this.goToEnd();
    else this.look();
  }

  /** A message of somebody else has come. */
  arrived(bubble) {
    this.unseen.push(bubble);
    this.look();
  }

  /** Whoever sees the end of the list has read it. */
  look() {
    this.isAtEnd = isNearEnd();
    if (document.visibilityState !== "visible" || "later" in this.list.dataset) return;
    if (this.isAtEnd) {
      this.unseen = [];
      this.tell();
    }
    this.sayWhatIsBelow();
  }

  tell() {
    const seq = this.reached();
    if (seq > this.told && send({ type: "read", conversation: this.conversation, seq })) this.told = seq;
  }

  /** Another window or device of this person has shown it. */
  readElsewhere(seq) {
    this.told = Math.max(this.told, seq);
    this.unseen = this.unseen.filter((bubble) => Number(bubble.dataset.seq) > seq);
    this.sayWhatIsBelow();
  }

  sayWhatIsBelow() {
    if (!this.below) return;
    const { length } = this.unseen;
    this.below.hidden = this.isAtEnd;
    const words = length === 0 ? "Latest messages" : length === 1 ? "1 new message" : `${length} new messages`;
    this.below.classList.toggle("below--new", length > 0);
    if (this.below.textContent !== words) this.below.textContent = words;
  }

  goToNew() {
    const [first] = this.unseen;
    const place = first ?? this.list.lastElementChild;
    if (first) first.scrollIntoView({ block: "center" });
    else this.goToEnd();
    // Whoever goes on with the keyboard goes on from there.
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  goToEnd() {
    scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
    this.look();
  }
}

function isNearEnd() {
  return innerHeight + scrollY > document.documentElement.scrollHeight - NEAR_THE_END;
}
