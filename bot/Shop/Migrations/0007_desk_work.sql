-- What agents do beside talking: how a matter ended, exceptions that a supervisor is asked for, replies that are ready.
ALTER TABLE desk_escalations ADD COLUMN wrap_up text;
ALTER TABLE desk_escalations ADD COLUMN wrap_up_until text;
CREATE INDEX desk_escalations_by_wrap_up ON desk_escalations (wrap_up_until);
ALTER TABLE desk_agents ADD COLUMN presence_since text;

CREATE TABLE desk_approvals (
  id text PRIMARY KEY, conversation_id text NOT NULL, agent_id text NOT NULL, asked_at text NOT NULL, rule text NOT NULL, amount bigint NOT NULL, currency text NOT NULL,
  state text NOT NULL CHECK (state IN ('asked', 'granted', 'refused')), decided_by text, decided_at text);
CREATE INDEX desk_approvals_by_state ON desk_approvals (state, asked_at);

CREATE TABLE desk_replies (id text PRIMARY KEY, language text NOT NULL CHECK (language IN ('ko', 'en')), name text NOT NULL, words text NOT NULL);
