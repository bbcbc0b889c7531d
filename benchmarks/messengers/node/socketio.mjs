// socket.io with its Redis adapter and pg: a room for each conversation.

import { createServer } from "node:http";
import { createAdapter } from "@socket.io/redis-adapter";
import { createClient } from "redis";
import { Server } from "socket.io";
import { eventOf, keep, whoIs } from "./keeping.mjs";

const publisher = await createClient({ url: process.env.REDIS_URL }).connect();
const subscriber = await publisher.duplicate().connect();
const server = createServer();
const io = new Server(server, { adapter: createAdapter(publisher, subscriber), transports: ["websocket"] });

io.use(async (socket, next) => {
  socket.data.person = await whoIs(socket.handshake.headers.cookie);
  next(socket.data.person ? undefined : new Error("signed out"));
});

io.on("connection", (socket) => {
  const { person } = socket.data;
  socket.join([...person.conversations].map((conversation) => `conversation.${conversation}`));
  socket.on("post", async (said, acknowledge) => {
    if (!person.conversations.has(said.conversation)) return;
    const kept = await keep(person, said);
    acknowledge({ type: "posted", client_id: said.client_id, message: kept.id });
    io.to(`conversation.${said.conversation}`).emit("message.posted", eventOf(person, said, kept));
  });
});

server.listen({ port: Number(process.env.PORT), host: "127.0.0.1", backlog: 1024 });
