-- How well the desk serves: deadlines that act, the wait that customers were told of, and what agents asked for that was known.
ALTER TABLE desk_escalations ADD COLUMN sla_step text;
ALTER TABLE desk_escalations ADD COLUMN sla_at text;
ALTER TABLE desk_escalations ADD COLUMN told_from integer;
ALTER TABLE desk_escalations ADD COLUMN told_to integer;
ALTER TABLE desk_escalations ADD COLUMN waited_seconds integer;
CREATE INDEX desk_escalations_by_sla ON desk_escalations (sla_at);

CREATE TABLE desk_alarms (
  id text PRIMARY KEY, escalation_id text NOT NULL, conversation_id text NOT NULL, step text NOT NULL, skill text NOT NULL, language text NOT NULL, at text NOT NULL);
CREATE INDEX desk_alarms_by_time ON desk_alarms (at);

CREATE TABLE desk_calibrations (day text PRIMARY KEY, told integer NOT NULL, held integer NOT NULL, sooner integer NOT NULL, later integer NOT NULL);

CREATE TABLE desk_agent_messages (id text PRIMARY KEY, escalation_id text NOT NULL, agent_id text NOT NULL, skill text NOT NULL, at text NOT NULL, asked_again text);
CREATE INDEX desk_agent_messages_by_time ON desk_agent_messages (at);
