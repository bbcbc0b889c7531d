// Sends messages with files, by the form that also works without this: says how far each is, and can be stopped.

import { isOpen, on } from "./socket.js";

const WAITING = "Not sent yet";

/** `changed()` is called as they go on, `sent(message, isWorried)` and `refused(message, why, code)` at the end of each. */
export class Uploads {
  constructor(form, { changed, sent, refused }) {
    Object.assign(this, { form, changed, sent, refused });
    this.under = new Map();
    on("state", () => isOpen() && this.tryAgain());
    addEventListener("online", () => this.tryAgain());
  }

  /** Take the files out of the form and send them with a message { clientId, body, replyTo, quote }. */
  add(message) {
    const fields = new FormData(this.form);
    const names = fields.getAll("files").map((file) => file.name);
    for (const [name, value] of Object.entries({ client_id: message.clientId, body: message.body, reply_to: message.replyTo })) {
      fields.set(name, value);
    }
    this.form.elements.files.value = "";
    const upload = { ...message, body: [message.body, ...names].filter(Boolean).join("\n"), words: message.body, fields };
    this.under.set(message.clientId, upload);
    this.start(upload);
  }

  /** All that is under way, as bubbles that wait. */
  waiting() {
    return [...this.under.values()];
  }

  sendAnyway(clientId) {
    const upload = this.under.get(clientId);
    upload.fields.set("sure", "on");
    this.start(upload);
  }

  /** Stop one, or let it go when it is sent; returns it. */
  stop(clientId) {
    const upload = this.under.get(clientId);
    this.under.delete(clientId);
    upload?.request.abort();
    this.changed();
    return upload;
  }

  tryAgain() {
    for (const upload of this.under.values()) if (upload.state === WAITING) this.start(upload);
  }

  start(upload) {
    const request = new XMLHttpRequest();
    Object.assign(upload, { request, state: "Sending" });
    request.upload.addEventListener("progress", ({ loaded, total }) => this.say(upload, `Sending, ${Math.floor((100 * loaded) / total)} %`));
    request.addEventListener("load", () => this.answered(upload));
    request.addEventListener("error", () => this.say(upload, WAITING));
    request.responseType = "document";
    request.open("POST", this.form.action);
    request.send(upload.fields);
    this.changed();
  }

  say(upload, state) {
    upload.state = state;
    this.changed();
  }

  answered(upload) {
    const { status, responseURL, response: page } = upload.request;
    const { pathname, searchParams } = new URL(responseURL);
    if (status === 200 && pathname === new URL(this.form.action).pathname) return this.sent(upload, searchParams.has("help"));
    const asked = page?.querySelector("[data-question]:not([hidden]) p");
    if (asked) return this.refused(upload, asked.textContent, "contact_details");
    const why = [...(page?.querySelectorAll(".error-summary li, .error-summary a") ?? [])].at(0)?.textContent.trim();
    this.refused(upload, why ?? "This could not be sent.", "");
  }
}
