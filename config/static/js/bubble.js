// Draws one message: fills a bubble that the server has made with texts, and never with markup.

import { fillFiles } from "./files.js";
import { linked } from "./links.js";
import { clockOf, dayOf } from "./times.js";

export const me = Number(document.documentElement.dataset.person);
const present = [...document.querySelectorAll("[data-person-here]")];
const people = new Map(present.map(({ dataset }) => [Number(dataset.personHere), dataset.name]));
const others = new Set([...people.keys()].filter((person) => person !== me));

/** Whether somebody takes part in this conversation besides oneself. */
export function isThere(person) {
  return others.has(person);
}

export function nameOf(person) {
  return people.get(person) ?? "Somebody";
}

/** A bubble, or a line, made from the template that the server drew for it. */
export function made(message) {
  const kind = message.kind === "words" ? (message.author === me ? "mine" : "theirs") : "happening";
  const bubble = document.getElementById(`empty-${kind}`).content.firstElementChild.cloneNode(true);
  bubble.id = `message-${message.client_id}`;
  return bubble;
}

/** Draw the message as it is now; parts that stay the same are left alone, so that nobody loses their place. */
export function fill(bubble, message) {
  if (message.author !== me) people.set(message.author, message.name);
  Object.assign(bubble.dataset, { id: message.id, seq: message.seq, changed: message.changed_seq, day: dayOf(message.sent_at) });
  if (message.kind !== "words") return say(bubble.querySelector("p"), message.body);
  bubble.classList.remove("bubble--pending");
  bubble.classList.toggle("bubble--withdrawn", message.withdrawn_at !== null);
  if (message.author !== me) say(bubble.querySelector(".bubble__author"), message.name);
  fillTime(bubble.querySelector("time"), message.sent_at);
  bubble.querySelector(".bubble__edited").hidden = message.edited_at === null || message.withdrawn_at !== null;
  fillQuote(bubble.querySelector(".bubble__quote"), message.withdrawn_at ? null : message.reply_to);
  fillText(bubble.querySelector(".bubble__text"), message);
  fillFiles(bubble.querySelector(".bubble__files"), message);
  fillReactions(bubble.querySelector(".bubble__reactions"), message);
  fillMenu(bubble.querySelector(".bubble__menu"), message);
}

function say(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

function fillTime(place, moment) {
  place.dateTime = moment;
  say(place, clockOf(moment));
}

/** What a message answers: who said it, and its beginning. */
export function fillQuote(quote, replyTo) {
  quote.hidden = !replyTo;
  if (!replyTo) return;
  quote.href = `/messages/message/${replyTo.id}/`;
  quote.dataset.of = replyTo.id;
  say(quote.querySelector("b"), replyTo.name);
  say(quote.querySelector("span"), replyTo.words);
}

function fillText(place, message) {
  const who = message.author === me ? "You" : message.name;
  const words = message.withdrawn_at ? `${who} withdrew this message.` : message.body;
  if (place.textContent !== words) place.replaceChildren(...linked(words));
  place.hidden = !words;
}

function fillReactions(list, message) {
  const drawn = JSON.stringify(message.reactions);
  if (list.dataset.drawn === drawn) return;
  list.dataset.drawn = drawn;
  const focused = list.contains(document.activeElement) && document.activeElement.dataset.kind;
  list.replaceChildren(...Object.entries(message.reactions).map(([kind, who]) => reaction(kind, who, message.id)));
  list.hidden = list.childElementCount === 0;
  if (focused) (list.querySelector(`[data-kind="${focused}"]`) ?? list.parentNode.querySelector("summary")).focus();
}

function reaction(kind, who, message) {
  const item = document.getElementById(`reaction-${kind}`).content.firstElementChild.cloneNode(true);
  const button = item.querySelector("button");
  const isMine = who.includes(me);
  button.setAttribute("formaction", `/messages/message/${message}/reactions/`);
  button.name = isMine ? "remove" : "add";
  button.setAttribute("aria-pressed", isMine);
  button.title = who.map((person) => (person === me ? "You" : nameOf(person))).join(", ");
  say(button.querySelector("[data-count]"), who.length > 1 ? ` ${who.length}` : "");
  say(button.querySelector(".visually-hidden"), ` from ${button.title}`);
  return item;
}

function fillMenu(menu, message) {
  // Where nothing more can be said, one's own messages have none.
  if (!menu) return;
  menu.hidden = message.withdrawn_at !== null;
  if (menu.dataset.of === String(message.id)) return;
  menu.dataset.of = message.id;
  for (const act of menu.querySelectorAll("a, button")) {
    const name = act.matches("a") ? "href" : "formaction";
    act.setAttribute(name, act.getAttribute(name).replace(/(message\/|reply_to=)0/, `$1${message.id}`));
  }
}
