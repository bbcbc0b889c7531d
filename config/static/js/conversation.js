// One conversation, live: joins the list of messages, the box, what waits to be sent, and the socket.

import { About } from "./about.js";
import { listenForActs } from "./acts.js";
import { announce } from "./announcing.js";
import { makeQuestion } from "./asking.js";
import { me, nameOf } from "./bubble.js";
import { Bubbles } from "./bubbles.js";
import { CatchingUp } from "./catching-up.js";
import { command } from "./commands.js";
import { Composer } from "./composer.js";
import { loadEarlier } from "./earlier.js";
import { newIdentity } from "./identity.js";
import { add, onKept, onOutbox, remove, sendAnyway, waitingIn } from "./outbox.js";
import { showPresence } from "./presence.js";
import { Reading } from "./reading.js";
import { followSeen } from "./seen.js";
import { isOpen, on, send } from "./socket.js";
import { stateOf, statusLine } from "./status.js";
import { Uploads } from "./uploads.js";

const list = document.querySelector("[data-conversation]");
const id = Number(list.dataset.conversation);
const form = document.querySelector("[data-composer]");
const [status, log, below, help, link] = ["status", "log", "below", "help-now", "earlier-link"].map((name) =>
  document.querySelector(`[data-${name}]`),
);

const bubbles = new Bubbles(list);
const reading = new Reading({ conversation: id, list, below, reached: () => catchingUp.reached });
const seen = followSeen({ conversation: id, changed: (seq) => bubbles.markSeen(seq) });
const catchingUp = new CatchingUp({ conversation: id, reached: Number(list.dataset.reached), draw, caughtUp });
let ended = false;
let hasPolled = false;

// -- Hearing ----------------------------------------------------------------------------------------------------------

/** Messages as they are now: said, changed, missed, or just acknowledged. */
function draw(messages) {
  let fresh;
  for (const one of messages) if (one.author === me) remove(one.client_id);
  reading.keepingTheEnd(() => {
    fresh = bubbles.draw(messages);
    bubbles.markSeen(seen());
  });
  for (const one of fresh.filter((message) => message.author !== me)) {
    reading.arrived(bubbles.find(one.client_id));
    if (one.kind === "words") announce(log, one);
  }
}

function caughtUp() {
  hasPolled = true;
  reading.look();
  showWaiting();
}

for (const type of ["message.posted", "message.changed"]) {
  on(type, (frame) => {
    if (frame.conversation !== id) return;
    catchingUp.hear(frame.seq);
    draw([frame.message]);
  });
}
// The words in the box stay; trying to send them would be refused, with the reason.
on("conversation.closed", (frame) => {
  if (frame.conversation !== id) return;
  ended = true;
  showWaiting();
});

// Whoever is here no longer, by their own wish or another's, in whatever window: the page goes, and what it shows with it.
on("conversation.left", (frame) => {
  if (frame.conversation !== id || frame.person !== me) return;
  document.body.hidden = true;
  location.replace(document.querySelector(".back-link").href);
});

// -- Writing ----------------------------------------------------------------------------------------------------------

const about = form && new About(form, { ended: ({ wasEditing }) => wasEditing && composer.endLoan() });
const composer = form && new Composer(form, { draft: `draft.${id}`, take, typing: () => send({ type: "typing", conversation: id }) });
const ask = form && makeQuestion(form.querySelector("[data-question]"));

const uploads = form && new Uploads(form, { changed: showWaiting, sent: uploaded, refused: refuse });

function take(words) {
  if (about.editing) return change(words);
  const { quote } = about;
  const message = { clientId: newIdentity(), conversation: id, body: words, replyTo: quote?.id ?? 0, quote };
  if (form.elements.files.value) uploads.add(message);
  else add(message);
  composer.empty();
  about.end();
  reading.goToEnd();
}

async function change(body, sure = false) {
  const { id: message } = about.editing;
  const asked = { type: "edit", message, body, sure };
  const answer = await command(asked, { method: "PATCH", path: `messages/${message}`, body: { body, sure } });
  if (answer.code === "contact_details") {
    return ask(message, answer.why, { anyway: () => change(body, true), back: () => composer.box.focus() });
  }
  if (!answer.ok) return composer.say(answer.why);
  about.end();
  if (!isOpen()) catchingUp.ask();
}

function uploaded({ clientId }, isWorried) {
  if (isWorried) showHelp();
  // Its bubble waits in its place until the message is here.
  catchingUp.ask().finally(() => uploads.stop(clientId));
}

function takeBack(clientId, why) {
  // Of several windows the first one gets it.
  const message = remove(clientId) ?? uploads.stop(clientId);
  if (!message) return;
  if (about.editing) about.end();
  composer.giveBack(message.words ?? message.body, why);
  if (message.quote) about.answer(message.quote);
}

function showWaiting() {
  // What came with the page is kept, although its acknowledgement was lost.
  for (const one of waitingIn(id)) if (bubbles.has(one.clientId)) remove(one.clientId);
  const waiting = [...waitingIn(id), ...(uploads?.waiting() ?? [])].filter((one) => !bubbles.has(one.clientId));
  if (form) bubbles.showWaiting(waiting, stateOf);
  const refused = waiting.find((one) => one.refused);
  if (refused) refuse(refused, refused.refused.why, refused.refused.code);
  const line = statusLine({ ended, waiting, hasPolled });
  status.classList.toggle("connection--lost", !isOpen());
  if (status.textContent !== line) status.textContent = line;
}

function refuse({ clientId, fields }, why, code) {
  if (!form || document.visibilityState !== "visible") return;
  if (code !== "contact_details") return takeBack(clientId, why);
  const anyway = () => (fields ? uploads.sendAnyway(clientId) : sendAnyway(clientId));
  ask(clientId, why, { anyway, back: () => takeBack(clientId, "") });
}

function showHelp() {
  help.hidden = false;
  reading.goToEnd();
}

onOutbox(showWaiting);
onKept((message, { message: kept, seq, sent_at, help: isWorried }) => {
  if (message.conversation !== id) return;
  const { clientId, body, quote } = message;
  const unchanged = { changed_seq: seq, edited_at: null, withdrawn_at: null, reactions: {}, files: [] };
  const shown = { id: kept, conversation: id, seq, client_id: clientId, author: me, name: nameOf(me), kind: "words", body, sent_at };
  catchingUp.hear(seq);
  draw([{ ...shown, ...unchanged, reply_to: quote }]);
  if (isWorried) showHelp();
});
// The frame that tells everybody of a message may come before this answer, and then nothing waits for it any more.
on("posted", (frame) => frame.conversation === id && frame.help && showHelp());

// -- Everything else --------------------------------------------------------------------------------------------------

listenForActs({
  list,
  reply: (quote) => {
    about?.answer(quote);
    composer?.box.focus();
  },
  edit: (message) => {
    about.edit(message);
    composer.lend(message.words);
  },
  cancel: (clientId) => takeBack(clientId, ""),
  failed: (why) => (status.textContent = why),
});
showPresence({ conversation: id, hereLine: document.querySelector("[data-here]"), typingLine: document.querySelector("[data-typing]") });
if (link) loadEarlier({ conversation: id, bubbles, link });
for (const event of ["online", "offline"]) addEventListener(event, showWaiting);
on("state", showWaiting);
// What was said here is kept in this browser, but its writer may believe it sent, and files are kept nowhere.
addEventListener("beforeunload", (event) => (waitingIn(id).length || uploads?.waiting().length) && event.preventDefault());
bubbles.markSeen(seen());
showWaiting();
reading.begin();
