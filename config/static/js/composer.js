// The box one writes in: what Enter does, what happens to the words, and that others see one is writing.

import { read, keep, onChangeElsewhere } from "./kept.js";

const EVERY = 3000;
// On a phone Enter begins a new line, as people expect of it there; with a keyboard and room it sends.
const KEYBOARD = window.matchMedia("(min-width: 48rem) and (hover: hover) and (pointer: fine)");

export class Composer {
  /** `take(words)` is called when they are to go; what was begun is kept as `draft` until then. */
  constructor(form, { draft, take, typing }) {
    Object.assign(this, { form, draft, take, typing });
    this.box = form.elements.body;
    this.lastTyping = 0;
    this.keepsDraft = true;
    form.querySelector("[data-hint]").hidden = !KEYBOARD.matches;
    this.box.setAttribute("enterkeyhint", KEYBOARD.matches ? "send" : "enter");
    form.addEventListener("submit", (event) => this.onSubmit(event));
    this.box.addEventListener("keydown", (event) => this.onKey(event));
    this.box.addEventListener("input", () => this.onInput());
    onChangeElsewhere((name, before) => name === draft && this.changedElsewhere(before));
    if (!this.box.value) this.box.value = read(draft) ?? "";
  }

  onSubmit(event) {
    event.preventDefault();
    const words = this.box.value.trim();
    this.box.focus();
    if (words || this.form.elements.files.value) this.take(words);
  }

  onKey(event) {
    // While a word is being composed (Japanese, say), Enter belongs to the keyboard.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !KEYBOARD.matches) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  onInput() {
    this.keepDraft();
    if (Date.now() - this.lastTyping < EVERY || !this.box.value.trim()) return;
    this.lastTyping = Date.now();
    this.typing();
  }

  keepDraft() {
    if (this.keepsDraft) keep(this.draft, this.box.value);
  }

  /** Two windows with the same draft go on having the same. */
  changedElsewhere(before) {
    if (this.keepsDraft && this.box.value === (before ?? "")) this.box.value = read(this.draft) ?? "";
  }

  empty() {
    this.write("");
  }

  write(words) {
    this.box.value = words;
    this.say("");
    this.keepDraft();
  }

  /** Put words into the box that are not this conversation's draft; `endLoan` brings that back. */
  lend(words) {
    this.keepsDraft = false;
    this.box.value = words;
    this.box.focus();
  }

  endLoan() {
    this.keepsDraft = true;
    this.write(read(this.draft) ?? "");
  }

  /** Put words back that could not be sent, before whatever was begun since. */
  giveBack(words, why) {
    this.write(this.box.value ? `${words}\n${this.box.value}` : words);
    this.say(why);
  }

  /** Say what is wrong with what is in the box. */
  say(why) {
    this.form.querySelector(".error-summary")?.remove();
    if (!why) return;
    const notice = document.createElement("div");
    notice.className = "error-summary";
    notice.setAttribute("role", "alert");
    notice.textContent = why;
    this.form.prepend(notice);
  }
}
