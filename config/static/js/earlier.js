// Brings earlier messages in as one scrolls up to them, without moving what is before one's eyes.

import { overHttp } from "./commands.js";

// So far ahead of the top, in pixels, that they are there when one arrives.
const AHEAD = 1200;

export function loadEarlier({ conversation, bubbles, link }) {
  let loading = null;

  async function load() {
    const first = bubbles.list.querySelector("[data-seq]");
    const path = `conversations/${conversation}/messages?before=${first.dataset.seq}`;
    const page = await overHttp("GET", path);
    if (!page.ok) return;
    if (!page.more) {
      delete bubbles.list.dataset.earlier;
      link.hidden = true;
    }
    const top = first.getBoundingClientRect().top;
    bubbles.draw(page.messages, { earlier: true });
    scrollBy({ top: first.getBoundingClientRect().top - top, behavior: "instant" });
    watch.unobserve(link);
    if (page.more) watch.observe(link);
  }

  function begin() {
    loading ??= load().finally(() => (loading = null));
  }

  const watch = new IntersectionObserver((entries) => entries.at(-1).isIntersecting && begin(), {
    rootMargin: `${AHEAD}px 0px 0px`,
  });
  watch.observe(link);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    begin();
  });
}
