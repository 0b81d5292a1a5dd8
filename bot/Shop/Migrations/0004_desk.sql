-- The agents' desk. Portable between SQLite and PostgreSQL; instants are text in UTC, as everywhere.

CREATE TABLE desk_escalations (
  id text PRIMARY KEY, effect_key text NOT NULL UNIQUE, conversation_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'accepted', 'returned', 'ended', 'left')),
  "trigger" text NOT NULL, skill text NOT NULL, language text NOT NULL, priority integer NOT NULL, channel text NOT NULL, is_call boolean NOT NULL,
  customer_id text, customer_name text, reason text NOT NULL, mood text NOT NULL, summary text NOT NULL,
  created_at text NOT NULL, accepted_at text, settled_at text, agent_id text);
CREATE INDEX desk_escalations_by_state ON desk_escalations (state, created_at);
CREATE INDEX desk_escalations_by_customer ON desk_escalations (customer_id, accepted_at);

CREATE TABLE desk_agents (
  id text PRIMARY KEY, login text NOT NULL UNIQUE, name text NOT NULL, role text NOT NULL CHECK (role IN ('agent', 'supervisor', 'manager', 'administrator')),
  password_hash text NOT NULL, failures integer NOT NULL, locked_until text, is_disabled boolean NOT NULL,
  skills text NOT NULL, languages text NOT NULL, chats_at_most integer NOT NULL, presence text NOT NULL, created_at text NOT NULL);

CREATE TABLE desk_sessions (
  token_hash text PRIMARY KEY, agent_id text NOT NULL REFERENCES desk_agents (id), created_at text NOT NULL, ends_at text NOT NULL);
CREATE INDEX desk_sessions_by_agent ON desk_sessions (agent_id);

CREATE TABLE desk_invitations (token_hash text PRIMARY KEY, ends_at text NOT NULL);

CREATE TABLE desk_audit (
  sequence bigint PRIMARY KEY, at text NOT NULL, agent_id text, action text NOT NULL, about text NOT NULL, detail text);

CREATE TABLE desk_events (sequence bigint PRIMARY KEY, at text NOT NULL, agent_id text, kind text NOT NULL, body text NOT NULL);
CREATE INDEX desk_events_by_time ON desk_events (at);
