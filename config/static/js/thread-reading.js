// Tells the server what somebody has seen of the posts that came while a thread was open.

const PAUSE_MS = 1_000;

const list = document.querySelector("[data-reading]");
let told = Number(list.dataset.seq);
let seen = told;
let waiting = null;

const onScreen = new IntersectionObserver((entries) => {
  if (document.visibilityState !== "visible") return;
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    onScreen.unobserve(target);
    seen = Math.max(seen, Number(target.dataset.seq));
  }
  if (seen > told) waiting ??= setTimeout(tell, PAUSE_MS);
});

async function tell() {
  waiting = null;
  const seq = seen;
  const csrfmiddlewaretoken = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = new URLSearchParams({ csrfmiddlewaretoken, seq });
  try {
    const answer = await fetch(list.dataset.reading, { method: "POST", body, redirect: "manual" });
    if (answer.ok) told = Math.max(told, seq);
  } catch {
    // The line is down; the next post that is seen, or the next visit, says it.
  }
}

function watch() {
  for (const post of list.querySelectorAll("[data-seq]")) if (Number(post.dataset.seq) > seen) onScreen.observe(post);
}

new MutationObserver(watch).observe(list, { childList: true });
// What came while nobody looked is looked at once somebody does.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  onScreen.disconnect();
  watch();
});
