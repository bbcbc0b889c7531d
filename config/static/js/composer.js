// The box one writes in: what Enter does, what happens to the words, and that others see one is writing.

const EVERY = 3000;
// On a phone Enter begins a new line, as people expect of it there; with a keyboard and room it sends.
const KEYBOARD = window.matchMedia("(min-width: 48rem) and (hover: hover) and (pointer: fine)");

export class Composer {
  constructor(form, { write, typing }) {
    this.form = form;
    this.box = form.elements.body;
    this.lastTyping = 0;
    this.typing = typing;
    form.querySelector("[data-hint]").hidden = !KEYBOARD.matches;
    this.box.setAttribute("enterkeyhint", KEYBOARD.matches ? "send" : "enter");
    form.addEventListener("submit", (event) => {
      // Files go with the form itself.
      if (form.elements.files.value) return;
      event.preventDefault();
      this.take(write);
    });
    this.box.addEventListener("keydown", (event) => this.onKey(event));
    this.box.addEventListener("input", () => this.onInput());
  }

  take(write) {
    const words = this.box.value.trim();
    this.box.focus();
    if (!words) return;
    this.box.value = "";
    this.form.querySelector(".error-summary")?.remove();
    write(newIdentity(), words);
  }

  onKey(event) {
    // While a word is being composed (Japanese, say), Enter belongs to the keyboard.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !KEYBOARD.matches) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  onInput() {
    if (Date.now() - this.lastTyping < EVERY || !this.box.value.trim()) return;
    this.lastTyping = Date.now();
    this.typing();
  }

  /** Put words back that could not be sent, before whatever was begun since. */
  giveBack(words, why) {
    this.box.value = this.box.value ? `${words}\n${this.box.value}` : words;
    this.form.querySelector(".error-summary")?.remove();
    const notice = document.createElement("div");
    notice.className = "error-summary";
    notice.setAttribute("role", "alert");
    notice.textContent = why;
    this.form.prepend(notice);
  }
}

function newIdentity() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Not on a secure origin, as when trying out on a phone in the same house.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
