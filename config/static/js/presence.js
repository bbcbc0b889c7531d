// Who is here, and who is writing, as far as they let it be seen.

import { isThere, me, nameOf } from "./bubble.js";
import { on } from "./socket.js";

const TYPING_LASTS = 5000;

export function showPresence({ conversation, hereLine, typingLine }) {
  const writing = new Map();

  function sayWhoIsHere({ here = [] }) {
    say(hereLine, sentence(here.filter(isThere), "here now"));
  }

  function sayWhoWrites() {
    say(typingLine, sentence([...writing.keys()], "writing"));
  }

  function stop(person) {
    clearTimeout(writing.get(person));
    writing.delete(person);
    sayWhoWrites();
  }

  on("seqs", sayWhoIsHere);
  on("typing", (frame) => {
    if (frame.conversation !== conversation || frame.person === me) return;
    clearTimeout(writing.get(frame.person));
    writing.set(frame.person, setTimeout(() => stop(frame.person), TYPING_LASTS));
    sayWhoWrites();
  });
  on("message.posted", (frame) => frame.conversation === conversation && stop(frame.message.author));
  on("state", ({ state }) => state !== "open" && say(hereLine, ""));
}

function say(line, words) {
  if (line && line.textContent !== words) line.textContent = words;
}

/** "Ben is here now", "Ben and Cleo are here now". */
function sentence(people, words) {
  if (!people.length) return "";
  const names = new Intl.ListFormat(document.documentElement.lang).format(people.map(nameOf));
  return `${names} ${people.length === 1 ? "is" : "are"} ${words}`;
}
