// What was written and is not acknowledged yet: kept in this browser, and sent from any page, under the same identity,
// until it is. So a reload, a crash or a night off-line loses nothing, and nothing is said twice.

import { overHttp } from "./commands.js";
import { keep, namesOf, onChangeElsewhere, read } from "./kept.js";
import { isOpen, on, send } from "./socket.js";

// After so long without an answer we say so, and try again.
const PATIENCE = 5000;
const NAME = "unsent.";
// This window, as long as this page lasts: what another one has just sent is left to it.
const HERE = Math.random().toString(36).slice(2);

const me = Number(document.documentElement.dataset.person);
const listeners = new Set();
const receivers = new Set();
let overHttpInTurn = Promise.resolve();

/** Call `handler()` whenever something was added, sent, kept by the service, or refused, in this window or another. */
export function onOutbox(handler) {
  listeners.add(handler);
}

/** Call `handler(message, answer)` when the service has acknowledged a message to this window. */
export function onKept(handler) {
  receivers.add(handler);
}

/** Write a message: { clientId, conversation, body, replyTo }. */
export function add(message) {
  write({ ...message, sure: false, since: Date.now(), sentAt: 0, notBefore: 0, by: HERE, refused: null });
  sendAll();
}

/** All that waits, in the order it was written. */
export function waiting() {
  return namesOf(NAME)
    .map(read)
    .filter(Boolean)
    .sort((one, other) => one.since - other.since);
}

export function waitingIn(conversation) {
  return waiting().filter((one) => one.conversation === conversation);
}

/** Whether a message has waited for longer than a person expects. */
export function isLate(message) {
  return Date.now() - message.since > PATIENCE || !navigator.onLine;
}

/** Send what was refused for what it gives away, now that its writer has been asked. */
export function sendAnyway(clientId) {
  write({ ...find(clientId), sure: true, refused: null, sentAt: 0 });
  sendAll();
}

/** It is kept by the service, or taken back by its writer; returns it. */
export function remove(clientId) {
  const message = find(clientId);
  if (!message) return null;
  keep(NAME + clientId, null);
  changed();
  return message;
}

function find(clientId) {
  return read(NAME + clientId);
}

function write(message) {
  keep(NAME + message.clientId, message);
}

function changed() {
  for (const handler of listeners) handler();
}

function sendAll() {
  const now = Date.now();
  for (const one of waiting()) {
    // Its writer is asked first, or reads why not.
    if (one.refused) continue;
    // Nothing overtakes a message that was asked to wait.
    if (now < one.notBefore) break;
    if (now - one.sentAt < PATIENCE) continue;
    if (!isOpen() && !navigator.onLine) break;
    write({ ...one, sentAt: now, by: HERE });
    if (!sendOverSocket(one)) overHttpInTurn = overHttpInTurn.then(() => sendOverHttp(one));
  }
  changed();
}

function sendOverSocket({ clientId, conversation, body, replyTo, sure }) {
  return send({ type: "post", client_id: clientId, conversation, body, reply_to: replyTo, sure });
}

async function sendOverHttp({ clientId, conversation, body, replyTo, sure }) {
  // Acknowledged meanwhile, or behind one that did not come through.
  if (waiting()[0]?.clientId !== clientId) return;
  const given = { client_id: clientId, body, reply_to: replyTo, sure };
  const answer = await overHttp("POST", `conversations/${conversation}/messages`, given);
  if (answer.ok) acknowledge({ ...answer, message: answer.id });
  else if (answer.until) holdBack(clientId, Date.parse(answer.until));
  else hearNo({ ...answer, client_id: clientId });
}

function acknowledge(answer) {
  const message = remove(answer.client_id);
  if (message) for (const handler of receivers) handler(message, answer);
}

function hearNo({ client_id: clientId, code, why }) {
  const message = find(clientId);
  if (!message) return;
  if (code === "try_again") holdBack(clientId, Date.now() + PATIENCE);
  else write({ ...message, refused: { code, why } });
  changed();
}

function holdBack(clientId, until) {
  const message = find(clientId);
  if (message) write({ ...message, notBefore: until });
}

/** Whatever this window had on the line that was lost is sent again on the next one. */
function sendAgain() {
  for (const one of waiting()) if (one.by === HERE) write({ ...one, sentAt: 0 });
  sendAll();
}

on("posted", acknowledge);
on("message.posted", ({ message }) => message.author === me && remove(message.client_id));
on("refused", (frame) => frame.client_id && hearNo(frame));
on("rate_limited", (frame) => frame.client_id && holdBack(frame.client_id, Date.parse(frame.until)));
on("state", () => isOpen() && sendAgain());
window.addEventListener("online", sendAll);
onChangeElsewhere((name) => name.startsWith(NAME) && changed());
setInterval(() => waiting().length && sendAll(), 1000);
