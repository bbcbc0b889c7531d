// Makes addresses within words into links, and leaves everything else words.

const ADDRESS = /https?:\/\/[^\s<>"']+/g;
// What ends a sentence is no part of the address before it.
const AFTER = /[.,:;!?)\]]+$/;

/** The words as nodes: texts, and links that tell the other side nothing about where one comes from. */
export function linked(words) {
  const nodes = [];
  let reached = 0;
  for (const { 0: found, index } of words.matchAll(ADDRESS)) {
    const address = found.replace(AFTER, "");
    if (!URL.canParse(address)) continue;
    nodes.push(words.slice(reached, index), link(address));
    reached = index + address.length;
  }
  return [...nodes, words.slice(reached)];
}

function link(address) {
  const link = document.createElement("a");
  link.href = address;
  link.rel = "noopener noreferrer nofollow";
  link.textContent = address;
  return link;
}
