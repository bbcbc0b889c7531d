// What was written and is not acknowledged yet: sends it again, under the same identity, until it is.

import { isOpen, on, send } from "./socket.js";

// After so long without an answer we say so, and try again.
const PATIENCE = 5000;

/** `change()` is called whenever something is sent, kept or refused; `refused(message, why)` when it never will be. */
export class Outbox {
  constructor({ conversation, form, posted, refused, change }) {
    Object.assign(this, { conversation, form, posted, refused, change });
    this.waiting = new Map();
    this.forms = Promise.resolve();
    on("posted", (frame) => this.acknowledge(frame.client_id, frame.seq));
    on("refused", (frame) => frame.client_id && this.hearNo(frame));
    on("rate_limited", (frame) => this.holdBack(frame.client_id, Date.parse(frame.until)));
    on("state", () => isOpen() && this.sendAll());
    window.addEventListener("online", () => this.sendAll());
    window.addEventListener("beforeunload", (event) => this.waiting.size && event.preventDefault());
    setInterval(() => this.sendAll({ overdueOnly: true }), 1000);
  }

  add(clientId, body) {
    this.waiting.set(clientId, { clientId, body, since: Date.now(), sentAt: 0, notBefore: 0 });
    this.sendAll();
  }

  get isEmpty() {
    return this.waiting.size === 0;
  }

  /** Whether something has waited for longer than a person expects. */
  get isLate() {
    return [...this.waiting.values()].some((one) => Date.now() - one.since > PATIENCE);
  }

  /** In the order they were written; each under the identity it was given then. */
  sendAll({ overdueOnly = false } = {}) {
    const now = Date.now();
    for (const one of this.waiting.values()) {
      // Nothing overtakes a message that was asked to wait.
      if (now < one.notBefore) break;
      if (overdueOnly && now - one.sentAt < PATIENCE) continue;
      one.sentAt = now;
      const sent = send({ type: "post", client_id: one.clientId, conversation: this.conversation, body: one.body });
      if (!sent && navigator.onLine) this.forms = this.forms.then(() => this.sendAsForm(one));
    }
    this.change();
  }

  /** Where no socket comes through, the form that works without any of this does. */
  async sendAsForm(one) {
    // Nothing overtakes a message before it that did not come through; it is tried again with it.
    if (this.waiting.values().next().value !== one) return;
    const fields = new FormData(this.form);
    fields.set("client_id", one.clientId);
    fields.set("body", one.body);
    let answer;
    try {
      answer = await fetch(this.form.action, { method: "POST", body: fields });
    } catch {
      return;
    }
    if (answer.ok && new URL(answer.url).pathname === new URL(this.form.action).pathname) {
      this.acknowledge(one.clientId, null);
    } else if ([403, 404, 422].includes(answer.status)) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const why = page.querySelector(".error-summary .error, .error-summary a")?.textContent.trim();
      this.hearNo({ client_id: one.clientId, why: why ?? "This could not be sent." });
    }
  }

  acknowledge(clientId, seq) {
    if (!this.waiting.delete(clientId)) return;
    this.posted(clientId, seq);
    this.change();
  }

  hearNo({ client_id: clientId, code, why }) {
    const message = this.waiting.get(clientId);
    if (!message) return;
    if (code === "try_again") {
      this.holdBack(clientId, Date.now() + PATIENCE);
      return;
    }
    this.waiting.delete(clientId);
    this.refused(message, why);
    this.change();
  }

  holdBack(clientId, until) {
    const message = this.waiting.get(clientId);
    if (message) message.notBefore = until;
  }
}
