// Fetches posts as the server draws them, and puts one in the place of what is there, so that nothing jumps under one's finger.

/** The thread is not there any more for who looks at it. */
export class Gone extends Error {}

/** The list items of the posts at this address. */
export async function fetchPosts(address) {
  return (await fetchThread(address)).posts;
}

/** The same, with how often the thread had changed before they were read. */
export async function fetchThread(address) {
  const answer = await fetch(address, { redirect: "manual" });
  if (answer.type === "opaqueredirect" || answer.status === 403 || answer.status === 404) throw new Gone();
  if (!answer.ok) throw new Error(`${answer.status}`);
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  const posts = [...template.content.querySelectorAll("[data-seq]")];
  return { posts, changes: Number(answer.headers.get("X-Changes")) };
}

/** Let `change` happen while `held`, or the first post in view, stays where it is on the screen. */
export function keepStill(change, held = firstInView()) {
  const before = held?.getBoundingClientRect().top;
  change();
  if (held?.isConnected) window.scrollBy({ top: held.getBoundingClientRect().top - before, behavior: "instant" });
}

function firstInView() {
  return [...document.querySelectorAll("[data-seq]:not(ol)")].find((post) => post.getBoundingClientRect().bottom > 0);
}

/** Make the post `there` look like `now`; what is the same stays, with its focus, its open menu and its selection. */
export function putInPlace(there, now) {
  keepStill(() => {
    // As they are now: what is put in place leaves the one it came from.
    const parts = [...now.children];
    if (there.children.length === parts.length) {
      [...there.children].forEach((part, index) => renew(part, parts[index]));
    } else {
      renew(there, now, { whole: true });
    }
    there.className = now.className;
  });
}

function renew(part, now, { whole = false } = {}) {
  if (!whole && likeness(part) === likeness(now)) return;
  const focus = part.contains(document.activeElement) ? markOf(document.activeElement) : null;
  const menu = part.matches("details") ? part : part.querySelector("details");
  const wasOpen = menu?.open;
  if (whole) part.replaceChildren(...now.childNodes);
  else part.replaceWith(now);
  const place = whole ? part : now;
  const newMenu = place.matches("details") ? place : place.querySelector("details");
  if (newMenu) newMenu.open = Boolean(wasOpen);
  if (focus) (place.querySelector(focus) ?? place.querySelector("summary"))?.focus({ preventScroll: true });
}

/** What a part looks like: every answer has another token against forged forms. */
function likeness(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((token) => token.remove());
  copy.removeAttribute("open");
  return copy.outerHTML.replace(/\s+/g, " ");
}

/** How the same control is found again in what comes in its place. */
function markOf(control) {
  if (control.matches("button[value]")) return `button[value="${CSS.escape(control.value)}"]`;
  if (control.matches("a[href]")) return `a[href="${CSS.escape(control.getAttribute("href"))}"]`;
  return control.localName;
}

/** Whether somebody is selecting words of it, to copy or to have them read out. */
export function isSelectedIn(post) {
  const selection = document.getSelection();
  return !selection.isCollapsed && selection.containsNode(post, true);
}
