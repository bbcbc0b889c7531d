// What this browser keeps for the person who is signed in here, under their number; signing out leaves nothing of it.

const OURS = "alongside.";
const { dataset } = document.documentElement;
const MINE = `${OURS}${dataset.person}.`;
// For what a full or forbidden storage does not take: it lasts as long as the page.
const onlyHere = new Map();
// The other windows of this browser that have us open.
const windows = new BroadcastChannel("alongside");

export function read(name) {
  if (onlyHere.has(name)) return onlyHere.get(name);
  try {
    return JSON.parse(localStorage.getItem(MINE + name));
  } catch {
    return null;
  }
}

/** Keep a value under a name; null and "" keep nothing. */
export function keep(name, value) {
  onlyHere.delete(name);
  try {
    if (value === null || value === "") localStorage.removeItem(MINE + name);
    else localStorage.setItem(MINE + name, JSON.stringify(value));
  } catch {
    if (value) onlyHere.set(name, value);
  }
}

/** The names that begin so. */
export function namesOf(beginning) {
  const names = stored().filter((key) => key.startsWith(MINE)).map((key) => key.slice(MINE.length));
  return [...new Set([...names, ...onlyHere.keys()])].filter((name) => name.startsWith(beginning));
}

/** Call `handler(name, before)` when another window of this browser has changed something of this person's. */
export function onChangeElsewhere(handler) {
  window.addEventListener("storage", (event) => {
    if (event.key?.startsWith(MINE)) handler(event.key.slice(MINE.length), JSON.parse(event.oldValue));
  });
}

/** Call `handler()` when everything was forgotten in another window: somebody signed out there. */
export function onForgottenElsewhere(handler) {
  windows.addEventListener("message", handler);
}

/** Remove everything of ours, whoever's it is. */
export function forget() {
  removeThose(() => true);
  onlyHere.clear();
  windows.postMessage("forgotten");
}

function removeThose(which) {
  for (const key of stored().filter(which)) localStorage.removeItem(key);
}

function stored() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(OURS));
  } catch {
    return [];
  }
}

// A session that ended by itself leaves things behind: whoever comes next, or nobody, neither sees nor sends them.
// A page that does not say who is signed in, such as that of an outage, removes nothing.
if ("person" in dataset) removeThose((key) => !dataset.person || !key.startsWith(MINE));
