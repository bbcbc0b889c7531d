// Draws the files of a message: fills the pieces that the server has made of nothing.

import { dateOf } from "./times.js";

// What stands in the addresses of the pieces for the key of a file.
const NO_KEY = "00000000-0000-0000-0000-000000000000";
const KILOBYTE = 1024;

/** The files a message came with stay until it is withdrawn, so what is drawn already is right. */
export function fillFiles(list, message) {
  if (list.childElementCount === message.files.length) return;
  list.replaceChildren(...message.files.map((file) => drawn(file, message)));
  list.hidden = message.files.length === 0;
}

function drawn(file, message) {
  const item = document.getElementById(`empty-${file.kind}`).content.firstElementChild.cloneNode(true);
  const link = item.querySelector("a");
  give(link, "href", file);
  if (file.kind === "picture") drawPicture(item.querySelector("img"), file, message);
  else nameDocument(link, file);
  return item;
}

function drawPicture(image, file, message) {
  image.width = file.width;
  image.height = file.height;
  image.alt = `Picture from ${message.name}, ${dateOf(message.sent_at)}`;
  give(image, "src", file);
}

function nameDocument(link, file) {
  link.download = file.name;
  const [name, about] = link.querySelectorAll("span");
  name.textContent = file.name;
  about.textContent = `PDF, ${sizeOf(file.size)}`;
}

function give(element, attribute, file) {
  element.setAttribute(attribute, element.getAttribute(attribute).replace(NO_KEY, file.id));
}

function sizeOf(bytes) {
  if (bytes < KILOBYTE) return `${bytes}\u00a0bytes`;
  const kilobytes = bytes / KILOBYTE;
  return kilobytes < KILOBYTE ? `${kilobytes.toFixed(1)}\u00a0KB` : `${(kilobytes / KILOBYTE).toFixed(1)}\u00a0MB`;
}
