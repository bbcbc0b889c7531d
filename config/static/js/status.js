// The line under the box that says plainly how things stand: off-line, sending, not sent yet, ended.

import { isLate } from "./outbox.js";
import { connectionState, isOpen } from "./socket.js";

/** What to say of a message that the service has not acknowledged. */
export function stateOf(message) {
  if (message.state) return message.state;
  return isLate(message) || message.refused ? "Not sent yet" : "Sending";
}

export function statusLine({ ended, waiting, hasPolled }) {
  if (ended) return "This conversation has ended. You can still read it.";
  if (connectionState() === "out of date") return "This page is out of date. Please load it again.";
  const unsent = waiting.filter((message) => !message.refused);
  if (!navigator.onLine) return unsent.length ? "You are off-line. Not sent yet. We will send it when you are back." : "You are off-line.";
  if (unsent.length) return unsent.some(isLate) ? "Not sent yet. We will try again." : "Sending";
  if (isOpen()) return "";
  return hasPolled ? "New messages may take ten seconds to appear." : "Connecting";
}
