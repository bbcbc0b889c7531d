CREATE TABLE person (id serial PRIMARY KEY, name text NOT NULL);
CREATE TABLE session (token text PRIMARY KEY, person integer NOT NULL REFERENCES person);
CREATE TABLE conversation (id serial PRIMARY KEY);
CREATE TABLE participant (
    conversation integer NOT NULL REFERENCES conversation,
    person integer NOT NULL REFERENCES person,
    PRIMARY KEY (conversation, person)
);
CREATE INDEX ON participant (person);
CREATE TABLE message (
    id bigserial PRIMARY KEY,
    conversation integer NOT NULL REFERENCES conversation,
    author integer NOT NULL REFERENCES person,
    client_id uuid NOT NULL,
    body text NOT NULL,
    sent_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON message (conversation);
