// What both servers share: who is signed in, and keeping a message, one insert each or many in one.

import pg from "pg";

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL_SIZE),
});

const WHO = `
  SELECT person.id, person.name, array_agg(participant.conversation) AS conversations
  FROM session JOIN person ON person.id = session.person JOIN participant ON participant.person = person.id
  WHERE session.token = $1 GROUP BY person.id`;
const ONE = "INSERT INTO message (conversation, author, client_id, body) VALUES ($1, $2, $3, $4) RETURNING id, sent_at";
// The rows come back in the order in which they went in.
const MANY = `
  INSERT INTO message (conversation, author, client_id, body)
  SELECT * FROM unnest($1::int[], $2::int[], $3::uuid[], $4::text[]) RETURNING id, sent_at`;
const MOST_AT_ONCE = 500;

/** The person whose session this cookie holds, with the conversations they take part in; undefined for a stranger. */
export async function whoIs(cookie = "") {
  const token = /(?:^|; )session=(\w+)/.exec(cookie)?.[1];
  if (!token) return undefined;
  const { rows } = await pool.query({ name: "who", text: WHO, values: [token] });
  return rows[0] && { ...rows[0], conversations: new Set(rows[0].conversations) };
}

async function keepOne(person, { conversation, client_id, body }) {
  const { rows } = await pool.query({ name: "one", text: ONE, values: [conversation, person.id, client_id, body] });
  return rows[0];
}

let waiting = [];
let writing = false;

function keepWithOthers(person, said) {
  return new Promise((resolve, reject) => {
    waiting.push({ person, said, resolve, reject });
    if (!writing) writeAll();
  });
}

async function writeAll() {
  writing = true;
  while (waiting.length) {
    const batch = waiting.splice(0, MOST_AT_ONCE);
    try {
      const values = [
        batch.map(({ said }) => said.conversation),
        batch.map(({ person }) => person.id),
        batch.map(({ said }) => said.client_id),
        batch.map(({ said }) => said.body),
      ];
      const { rows } = await pool.query({ name: "many", text: MANY, values });
      batch.forEach(({ resolve }, place) => resolve(rows[place]));
    } catch (error) {
      batch.forEach(({ reject }) => reject(error));
    }
  }
  writing = false;
}

export const keep = process.env.BATCHED ? keepWithOthers : keepOne;

/** What everybody in the conversation hears of a message that was kept. */
export function eventOf(person, said, { id, sent_at }) {
  return {
    type: "message.posted",
    id,
    conversation: said.conversation,
    client_id: said.client_id,
    author: person.id,
    name: person.name,
    body: said.body,
    sent_at,
  };
}
