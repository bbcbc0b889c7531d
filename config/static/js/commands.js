// Asks the server to do something and waits for its answer: over the socket, or over HTTP where none comes through.

import { on, send } from "./socket.js";

const PATIENCE = 5000;
const waiting = new Map();
let count = 0;

/** Resolves to the answer's frame; `ok` says whether it is done, `why` in words why not. */
export async function command(frame, { method, path, body }) {
  return (await overSocket(frame)) ?? (await overHttp(method, path, body));
}

function overSocket(frame) {
  count += 1;
  const ref = `c${count}`;
  if (!send({ ...frame, ref })) return null;
  return new Promise((resolve) => {
    waiting.set(ref, resolve);
    // A line that swallows it is tried around; doing one of these twice is as doing it once.
    setTimeout(() => answer(ref, null), PATIENCE);
  });
}

/** The same over the API; the reasons for a no are alike. */
export async function overHttp(method, path, body) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  try {
    const answer = await fetch(`/api/v1/${path}`, {
      method,
      redirect: "error",
      headers: { "X-CSRFToken": token, ...(body && { "Content-Type": "application/json" }) },
      body: body && JSON.stringify(body),
    });
    const said = answer.status === 204 ? {} : await answer.json();
    return { ...said, ok: answer.ok, status: answer.status };
  } catch {
    return { ok: false, status: 0, code: "try_again", why: "You are off-line, or the service cannot be reached." };
  }
}

function answer(ref, frame) {
  waiting.get(ref)?.(frame);
  waiting.delete(ref);
}

for (const type of ["done", "resumed"]) on(type, (frame) => answer(frame.ref, { ...frame, ok: true }));
on("refused", (frame) => answer(frame.ref, { ...frame, ok: false }));
on("rate_limited", (frame) =>
  answer(frame.ref, { ...frame, ok: false, why: "That was very fast. Wait a few seconds, then try again." }),
);
// What was asked on a line that is lost is asked again in another way.
on("state", () => [...waiting.keys()].forEach((ref) => answer(ref, null)));
