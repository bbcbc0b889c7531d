// A line before the first message of each day; it says "Today" only as long as that is so.

import { wordsOfDay } from "./times.js";

export function separate(list) {
  const marks = new Map([...list.querySelectorAll(".day")].map((mark) => [mark.dataset.of, mark]));
  let before = null;
  for (const one of list.querySelectorAll("[data-day]")) {
    const { day } = one.dataset;
    if (day !== before) putBefore(one, marks.get(day) ?? markOf(day));
    before = day;
  }
}

function markOf(day) {
  const mark = document.getElementById("empty-day").content.firstElementChild.cloneNode(true);
  mark.dataset.of = day;
  mark.firstElementChild.textContent = wordsOfDay(day);
  return mark;
}

/** Before the line that says what is new, if that comes first. */
function putBefore(bubble, mark) {
  const line = bubble.previousElementSibling;
  const place = line?.matches(".new") ? line : bubble;
  if (place.previousElementSibling !== mark) place.before(mark);
}

document.addEventListener("visibilitychange", () => {
  for (const mark of document.querySelectorAll(".day")) mark.firstElementChild.textContent = wordsOfDay(mark.dataset.of);
});
