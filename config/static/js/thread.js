// Brings new replies into an open thread, without moving what somebody is reading or writing.

import { refresh, refreshAll } from "./post-changes.js";
import { Gone, fetchThread, keepStill } from "./post-parts.js";
import "./post-reactions.js";
import { isOpen, on } from "./socket.js";

const POLL_MS = 15_000;
const FULL_PAGE = 50;
const SEEN_MS = 4_000;
const BEYOND_ALL = 999_999_999;

const list = document.querySelector("[data-thread]");
const news = document.querySelector("[data-news]");
const reply = document.querySelector("#reply");

// Replies are added at the end of a thread, so an earlier page gets none.
const isLastPage = list.dataset.lastPage === "yes";
const unseen = new Set();
let seq = Number(list.dataset.seq);
let asking = false;
let askAgain = false;
let over = false;

/** Ask for what came since, one question at a time, until there is nothing more. */
async function catchUp() {
  if (over) return;
  askAgain = true;
  if (asking) return;
  asking = true;
  try {
    while (askAgain && !over) {
      askAgain = false;
      if ((await bring()) === FULL_PAGE) askAgain = true;
    }
  } catch (error) {
    if (error instanceof Gone) {
      over = true;
      news.textContent = "This page no longer gets new replies. Please load it again.";
    }
    // Else the line is down; the next poll or the socket's return tries again.
  } finally {
    asking = false;
  }
}

async function bring() {
  const { posts, changes } = await fetchThread(`${list.dataset.since}?seq=${isLastPage ? seq : BEYOND_ALL}`);
  if (changes > Number(list.dataset.changes)) {
    list.dataset.changes = changes;
    refreshAll();
  }
  if (posts.length) {
    seq = Math.max(seq, ...posts.map((post) => Number(post.dataset.seq)));
    list.dataset.seq = seq;
    add(posts.filter((post) => !document.getElementById(post.id)));
  }
  return posts.length;
}

function add(posts) {
  keepStill(() => list.append(...posts.map((post) => post.closest("li"))), holdsStill());
  for (const post of posts) {
    unseen.add(post);
    seen.observe(post);
  }
  say();
}

/** Whoever writes, or has read past the last post, keeps the form where it is; the posts go in above it. */
function holdsStill() {
  const writes = reply.contains(document.activeElement);
  return writes || list.getBoundingClientRect().bottom < 0 ? reply : null;
}

const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    // Gone at once, it would be gone before it was read out.
    setTimeout(() => {
      unseen.delete(target);
      say();
    }, SEEN_MS);
  }
});

function say() {
  const [first] = unseen;
  news.replaceChildren();
  if (!first) return;
  const link = document.createElement("a");
  link.href = `#${first.id}`;
  link.textContent = unseen.size === 1 ? "1 new reply" : `${unseen.size} new replies`;
  news.append(link);
}

function isOurs(frame) {
  return frame.thread === Number(list.dataset.thread);
}

on("thread.changed", (frame) => {
  if (!isOurs(frame)) return;
  const isNext = frame.changes === Number(list.dataset.changes) + 1;
  if (isNext) list.dataset.changes = frame.changes;
  // Of some changes not everybody hears, and a page may have been drawn before its line was open: then we ask.
  else catchUp();
  // One beyond what we have was kept back when it was written.
  if (frame.seq <= seq) refresh(frame.seq);
  else if (isLastPage) catchUp();
});
on("thread.posted", (frame) => {
  if (isLastPage && isOurs(frame) && frame.seq > seq) catchUp();
});
on("state", ({ state }) => state === "open" && catchUp());
setInterval(() => !isOpen() && catchUp(), POLL_MS);
