-- The telephone: who waits for a person, what shall be made once at the company, what was recorded. Portable between SQLite and PostgreSQL.

CREATE TABLE telephone_queue (
  id text PRIMARY KEY, state text NOT NULL, rank text NOT NULL, version bigint NOT NULL, conversation_id text NOT NULL, document text NOT NULL);
CREATE INDEX telephone_queue_by_state ON telephone_queue (state, rank);
CREATE INDEX telephone_queue_by_conversation ON telephone_queue (conversation_id);

CREATE TABLE telephone_intents (key text PRIMARY KEY, first_at text NOT NULL, taken_at text NOT NULL, sid text);

CREATE TABLE telephone_recordings (
  sid text PRIMARY KEY, conversation_id text NOT NULL, kind text NOT NULL, status text NOT NULL, call_sid text NOT NULL, seconds integer NOT NULL, channels integer NOT NULL, at text NOT NULL);
CREATE INDEX telephone_recordings_by_conversation ON telephone_recordings (conversation_id);
