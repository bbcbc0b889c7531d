// One conversation, live: joins the list of messages, the box, what waits to be sent, and the socket.

import { Bubbles } from "./bubbles.js";
import { Composer } from "./composer.js";
import { Outbox } from "./outbox.js";
import { connectionState, isOpen, on, send } from "./socket.js";
import "./unread.js";

const POLL_EVERY = 10_000;
const TYPING_LASTS = 5000;

const list = document.querySelector("[data-conversation]");
const id = Number(list.dataset.conversation);
const isLatest = !("earlier" in list.dataset);
const bubbles = new Bubbles(list, document.getElementById("pending-bubble"));
const form = document.querySelector("[data-composer]");
const status = document.querySelector("[data-status]");
const typingLine = document.querySelector("[data-typing]");
const people = new Map([...document.querySelectorAll("[data-person]")].map((one) => [Number(one.dataset.person), one.dataset.name]));
const readBy = new Map([...people.keys()].map((person) => [person, bubbles.seen]));

function here(type, handler) {
  on(type, (frame) => frame.conversation === id && handler(frame));
}

let ended = false;
let hasPolled = false;

// -- Writing ------------------------------------------------------------------------------------------------------

const outbox = form && new Outbox({ conversation: id, form, posted, refused, change: showStatus });
const composer = form && new Composer(form, { write, typing: () => send({ type: "typing", conversation: id }) });

function write(clientId, words) {
  document.querySelector("[data-nothing]")?.remove();
  bubbles.addPending(clientId, words);
  outbox.add(clientId, words);
}

function posted(clientId, seq) {
  bubbles.markSent(clientId, seq);
}

function refused(message, why) {
  bubbles.remove(message.clientId);
  composer.giveBack(message.body, why);
}

function showStatus() {
  if (!status) return;
  const line = statusLine();
  status.classList.toggle("connection--lost", !isOpen());
  if (status.textContent !== line) status.textContent = line;
  bubbles.sayOfPending(outbox.isLate || !navigator.onLine ? "Not sent yet" : "Sending");
}

function statusLine() {
  if (ended) return "This conversation has ended. You can still read it.";
  if (connectionState() === "signed out") return "You are signed out. Please sign in again.";
  const waiting = outbox && !outbox.isEmpty;
  if (!navigator.onLine) return waiting ? "You are off-line. Not sent yet. We will try again." : "You are off-line.";
  if (waiting) return outbox.isLate ? "Not sent yet. We will try again." : "Sending";
  if (isOpen()) return "";
  return hasPolled ? "New messages may take ten seconds to appear." : "Connecting";
}

// -- Hearing ------------------------------------------------------------------------------------------------------

if (isLatest) {
  here("message.posted", (frame) => {
    document.querySelector("[data-nothing]")?.remove();
    if (typingLine) typingLine.textContent = "";
    bubbles.arrive(frame);
    // Whoever says something has read what was there; the server notes it too, and sends no other news of it.
    readUpTo(frame.author, frame.seq);
    markRead();
  });
  on("seqs", (frame) => catchUp(frame.conversations[id]));
  on("resumed", (frame) => catchUp(frame.conversations[id]));
  setInterval(poll, POLL_EVERY);
}

// The words in the box stay; trying to send them would be refused, with the reason.
here("conversation.closed", () => {
  ended = true;
  showStatus();
});

on("state", ({ state }) => {
  if (state === "open") {
    send({ type: "resume", conversations: { [id]: bubbles.reached } });
    markRead();
  }
  showStatus();
});

async function poll() {
  if (isOpen()) return;
  await catchUp(Infinity);
  hasPolled = true;
  showStatus();
}

async function catchUp(lastSeq) {
  if (!(lastSeq > bubbles.reached) || connectionState() === "signed out") return;
  await bubbles.fill();
  markRead();
}

// -- Reading ------------------------------------------------------------------------------------------------------

let toldRead = 0;

function markRead() {
  if (!isLatest || document.visibilityState !== "visible" || bubbles.reached <= toldRead) return;
  if (send({ type: "read", conversation: id, seq: bubbles.reached })) toldRead = bubbles.reached;
}

document.addEventListener("visibilitychange", markRead);

here("read", (frame) => readUpTo(frame.person, frame.seq));

function readUpTo(person, seq) {
  if (!readBy.has(person)) return;
  readBy.set(person, Math.max(seq, readBy.get(person)));
  bubbles.markSeen(Math.min(...readBy.values()));
}

// -- Others writing -----------------------------------------------------------------------------------------------

let typingEnds = null;

here("typing", (frame) => {
  if (!typingLine || !people.has(frame.person)) return;
  typingLine.textContent = `${people.get(frame.person)} is writing`;
  clearTimeout(typingEnds);
  typingEnds = setTimeout(() => (typingLine.textContent = ""), TYPING_LASTS);
});

window.addEventListener("offline", showStatus);
window.addEventListener("online", showStatus);
if (isLatest && !location.hash) bubbles.scrollToEnd();
markRead();
showStatus();
