// Shows what has changed of the posts on an open page: edited, reacted to, taken back, kept back, or let through.

import { Gone, fetchPosts, isSelectedIn, keepStill, putInPlace } from "./post-parts.js";
import { isOpen } from "./socket.js";

const FULL_PAGE = 50;
const AGAIN_MS = 3_000;

const list = document.querySelector("[data-thread]");
const asked = new Set();
const waiting = new Set();
let asking = false;

/** Draw this post anew in its place. Several changes of one post, while we ask, are one. */
export async function refresh(seq) {
  asked.add(seq);
  if (asking) return;
  asking = true;
  try {
    for (const next of asked) {
      // Asked for again while we wait for the answer, it is added again, and the loop comes to it.
      asked.delete(next);
      await draw(next);
    }
  } catch (error) {
    if (error instanceof Gone) leave();
    // If the line is down, its return brings everything anew.
    else setTimeout(() => isOpen() && refreshAll(), AGAIN_MS);
  } finally {
    asking = false;
  }
}

async function draw(seq) {
  const [post] = await fetchPosts(list.dataset.part.replace(/0\/$/, `${seq}/`));
  show(seq, post);
}

/** After a silence nobody knows what changed: look at every post on the page. */
export async function refreshAll() {
  try {
    const from = Number(list.dataset.from) - 1;
    const posts = new Map((await fetchPosts(`${list.dataset.since}?seq=${from}`)).map((post) => [post.dataset.seq, post]));
    // A page that has grown is longer than an answer, and what is beyond it we do not know.
    const upTo = posts.size < FULL_PAGE ? Infinity : Math.max(...[...posts.keys()].map(Number));
    for (const { dataset } of [...list.querySelectorAll("[data-seq]")]) {
      if (Number(dataset.seq) <= upTo) show(Number(dataset.seq), posts.get(dataset.seq));
    }
  } catch (error) {
    if (error instanceof Gone) leave();
  }
}

function show(seq, post) {
  const there = document.getElementById(`post-${seq}`);
  if (there && isSelectedIn(there)) {
    waiting.add(seq);
  } else if (there && post) {
    post.classList.toggle("post--new", there.classList.contains("post--new"));
    putInPlace(there, post);
  } else if (there) {
    keepStill(() => (there.closest(".posts > li") ?? there).remove());
  } else if (post) {
    keepStill(() => insert(seq, post));
  }
}

/** One that a moderator has let through, where it belongs; on another page it is found when one goes there. */
function insert(seq, post) {
  const isOfThisPage = seq >= Number(list.dataset.from) && seq <= Number(list.dataset.seq);
  if (!isOfThisPage || (seq === 1 && list.dataset.opening === "apart")) return;
  const after = [...list.querySelectorAll("[data-seq]")].find((other) => Number(other.dataset.seq) > seq);
  list.insertBefore(post.closest("li"), after?.closest("li") ?? null);
}

function leave() {
  list.replaceChildren();
  document.querySelector("[data-news]").textContent = "This is not to be read here any more. Please load the page again.";
}

document.addEventListener("selectionchange", () => {
  for (const seq of waiting) {
    const there = document.getElementById(`post-${seq}`);
    if (there && isSelectedIn(there)) continue;
    waiting.delete(seq);
    refresh(seq);
  }
});
