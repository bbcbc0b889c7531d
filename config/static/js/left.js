// Empties a page of a network at once when its reader is not in it any more.

import { on } from "./socket.js";

const mark = document.querySelector("[data-network]");

on("network.left", ({ network }) => {
  if (network !== Number(mark.dataset.network)) return;
  const main = document.querySelector("main");
  document.title = mark.dataset.title;
  main.replaceChildren(mark.content.cloneNode(true));
  // What was underneath is gone, so whoever was in it goes on from here.
  main.focus();
});
