// What the words in the box are about: a message they answer, or one they will replace.

export class About {
  constructor(form, { ended }) {
    this.line = form.querySelector("[data-about]");
    this.field = form.elements.reply_to;
    this.ended = ended;
    this.editing = null;
    this.line.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      this.end();
    });
  }

  /** The message that is answered, as it is quoted; null when none is. */
  get quote() {
    const id = Number(this.field.value);
    return id && !this.editing ? { id, name: this.line.dataset.name, words: this.line.querySelector("span").textContent } : null;
  }

  answer({ id, name, words }) {
    if (this.editing) this.end();
    this.field.value = id;
    this.line.dataset.name = name;
    this.show(`Reply to ${name}`, words);
  }

  edit(message) {
    this.field.value = "";
    this.editing = message;
    this.show("Edit your message", message.words);
  }

  show(title, words) {
    this.line.querySelector("b").textContent = title;
    this.line.querySelector("span").textContent = words;
    this.line.hidden = false;
  }

  end() {
    const wasEditing = this.editing !== null;
    this.editing = null;
    this.field.value = "";
    this.line.hidden = true;
    this.ended({ wasEditing });
  }
}
