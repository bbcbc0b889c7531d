// Reads out what others have just said, and nothing else: neither what was loaded, nor edits, reactions or receipts.

// As many lines stay; a reader has long heard the ones before.
const LINES = 5;

export function announce(log, { name, body }) {
  const line = document.createElement("p");
  // Who says nothing in words has sent files.
  line.textContent = `${name}: ${body || "a file"}`;
  log.append(line);
  while (log.childElementCount > LINES) log.firstElementChild.remove();
}
