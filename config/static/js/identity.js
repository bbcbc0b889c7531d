// A new identity for a message: a random UUID, which stays the message's own for ever.

export function newIdentity() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Not on a secure origin, as when trying out on a phone in the same house.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
