// Node with ws, redis and pg: one subscription for each process, the frame encoded once; an echo at /echo.

import { createServer } from "node:http";
import { createClient } from "redis";
import { WebSocketServer } from "ws";
import { eventOf, keep, whoIs } from "./keeping.mjs";

const publisher = await createClient({ url: process.env.REDIS_URL }).connect();
const subscriber = await publisher.duplicate().connect();
const sockets = new Map();
const server = createServer();
const hub = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 64 * 1024 });

await subscriber.pSubscribe("conversation.*", (frame, channel) => {
  for (const socket of sockets.get(Number(channel.slice("conversation.".length))) ?? []) socket.send(frame);
});

function echo(socket) {
  socket.on("message", (words) => socket.send(words, { binary: false }));
}

function talk(socket, person) {
  for (const conversation of person.conversations) {
    if (!sockets.has(conversation)) sockets.set(conversation, new Set());
    sockets.get(conversation).add(socket);
  }
  socket.on("close", () => {
    for (const conversation of person.conversations) sockets.get(conversation).delete(socket);
  });
  socket.on("message", async (words) => {
    const said = JSON.parse(words);
    if (!person.conversations.has(said.conversation)) return;
    const kept = await keep(person, said);
    socket.send(JSON.stringify({ type: "posted", client_id: said.client_id, message: kept.id }));
    await publisher.publish(`conversation.${said.conversation}`, JSON.stringify(eventOf(person, said, kept)));
  });
}

server.on("upgrade", async (request, plug, head) => {
  const person = request.url === "/echo" ? null : await whoIs(request.headers.cookie);
  if (person === undefined) return plug.destroy();
  hub.handleUpgrade(request, plug, head, (socket) => (person ? talk(socket, person) : echo(socket)));
});

server.listen({ port: Number(process.env.PORT), host: "127.0.0.1", backlog: 1024 });
