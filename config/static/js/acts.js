// What one can do with a message, from its menu: reply, react, edit, withdraw. Without this file each is a page.

import { command } from "./commands.js";

const QUOTED = 120;

export function listenForActs({ list, reply, edit, cancel, failed }) {
  list.addEventListener("toggle", (event) => event.target.matches("details[open]") && openMenu(event.target), true);
  list.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-act]");
    if (!pressed) return;
    event.preventDefault();
    const bubble = pressed.closest(".bubble");
    ACTS[pressed.dataset.act]?.(bubble, pressed);
  });

  const ACTS = {
    reply: (bubble) => leaveMenu(bubble, () => reply({ id: idOf(bubble), name: nameIn(bubble), words: wordsIn(bubble).slice(0, QUOTED) })),
    edit: (bubble) => leaveMenu(bubble, () => edit({ id: idOf(bubble), words: wordsIn(bubble) })),
    react: (bubble, button) => react(bubble, button),
    withdraw: askWhetherToWithdraw,
    withdrawn: (bubble) => withdraw(bubble),
    kept: (bubble) => closeMenu(bubble),
    cancel: (bubble) => cancel(bubble.id.replace("message-", "")),
  };

  async function react(bubble, button) {
    const { kind } = button.dataset;
    const on = button.getAttribute("aria-pressed") !== "true";
    if (button.closest(".bubble__menu")) closeMenu(bubble);
    const path = `messages/${idOf(bubble)}/reactions/${kind}`;
    say(await command({ type: "react", message: idOf(bubble), kind, on }, { method: on ? "PUT" : "DELETE", path }));
  }

  async function withdraw(bubble) {
    const message = idOf(bubble);
    closeMenu(bubble);
    say(await command({ type: "withdraw", message }, { method: "DELETE", path: `messages/${message}` }));
  }

  function say({ ok, why }) {
    if (!ok) failed(why);
  }
}

function idOf(bubble) {
  return Number(bubble.dataset.id);
}

function nameIn(bubble) {
  return bubble.querySelector(".bubble__author").textContent;
}

function wordsIn(bubble) {
  return bubble.querySelector(".bubble__text").textContent;
}

/** The reactions themselves, in place of the way to the page that has them. */
function openMenu(menu) {
  offerReactions(menu);
  // Of the last message it would lie behind the box one writes in.
  menu.closest(".bubble").scrollIntoView({ block: "nearest" });
}

function offerReactions(menu) {
  const link = menu.querySelector("[data-act='reactions']");
  if (!link) return;
  link.remove();
  menu.append(document.getElementById("all-reactions").content.cloneNode(true));
}

/** It cannot be undone, so it takes two presses, and the second says so. */
function askWhetherToWithdraw(bubble) {
  const menu = bubble.querySelector(".bubble__menu");
  menu.querySelector(".bubble__sure")?.remove();
  menu.append(document.getElementById("sure-to-withdraw").content.cloneNode(true));
  menu.querySelector(".bubble__sure button").focus();
}

function closeMenu(bubble) {
  const menu = bubble.querySelector(".bubble__menu");
  menu.querySelector(".bubble__sure")?.remove();
  menu.querySelector("summary").focus();
  menu.open = false;
}

function leaveMenu(bubble, go) {
  closeMenu(bubble);
  go();
}
