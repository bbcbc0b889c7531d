// The one connection of this browser window: reconnects by itself, hands frames to whoever asked for their type.

const VERSION = "alongside.v1";
const SIGNED_OUT = 4401;
const OTHER_VERSION = 4406;
const RIGHTS_CHANGED = 4409;
// The server speaks every 25 seconds at least, so a longer silence is a dead line.
const LONGEST_SILENCE = 40_000;
const LONGEST_WAIT = 30_000;
// Every command has an answer; a line on which nothing at all comes for so long after one is dead, too.
const LONGEST_ANSWER = 10_000;

const ENDED = new Map([
  [SIGNED_OUT, "signed out"],
  [OTHER_VERSION, "out of date"],
]);

const handlers = new Map();
let line = null;
let tries = 0;
let waiting = null;
let silence = null;
let doubt = null;
let state = "connecting";

/** Call `handler(frame)` for each frame of this type; "state" tells of the connection itself. */
export function on(type, handler) {
  if (!handlers.has(type)) handlers.set(type, new Set());
  handlers.get(type).add(handler);
}

/** Send a command; false when there is no open connection to send it on. */
export function send(command) {
  if (!isOpen()) return false;
  line.send(JSON.stringify(command));
  doubt ??= setTimeout(reconnect, LONGEST_ANSWER);
  return true;
}

export function isOpen() {
  return line !== null && line.readyState === WebSocket.OPEN;
}

/** "open", "connecting", or "signed out" and "out of date", from which it does not come back. */
export function connectionState() {
  return state;
}

function tell(type, frame) {
  for (const handler of handlers.get(type) ?? []) handler(frame);
}

function become(next) {
  if (state === next) return;
  state = next;
  tell("state", { type: "state", state });
}

function hasEnded() {
  return [...ENDED.values()].includes(state);
}

function connect() {
  clearTimeout(waiting);
  waiting = null;
  if (line || hasEnded()) return;
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const mine = new WebSocket(`${scheme}://${location.host}/ws/`, VERSION);
  line = mine;
  listenForSilence();
  mine.addEventListener("message", (event) => {
    if (line !== mine) return;
    listenForSilence();
    endDoubt();
    // Only a first frame shows that the server lets us in: it accepts a socket before it looks who we are.
    tries = 0;
    become("open");
    const frame = JSON.parse(event.data);
    tell(frame.type, frame);
  });
  mine.addEventListener("close", (event) => {
    if (line === mine) lost(event.code);
  });
}

function lost(code) {
  line = null;
  clearTimeout(silence);
  endDoubt();
  // With other rights one may come in again at once, and after a new password in this very browser the session only has
  // another name; what is said the second time in a row is true.
  const atOnce = (code === RIGHTS_CHANGED || code === SIGNED_OUT) && tries === 0;
  become((!atOnce && ENDED.get(code)) || "connecting");
  if (hasEnded()) return;
  // Spread over time, so that a server that comes back is not met by everybody at once.
  const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** tries) * (0.5 + Math.random() / 2);
  tries += 1;
  waiting = setTimeout(connect, atOnce ? 0 : wait);
}

function listenForSilence() {
  clearTimeout(silence);
  silence = setTimeout(reconnect, LONGEST_SILENCE);
}

function endDoubt() {
  clearTimeout(doubt);
  doubt = null;
}

/** Leave a line that may be dead and try at once; its own close event may come much later. */
function reconnect() {
  const old = line;
  lost(0);
  old?.close();
  connect();
}

window.addEventListener("online", reconnect);
window.addEventListener("pageshow", (event) => event.persisted && reconnect());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && waiting !== null) connect();
});

connect();
