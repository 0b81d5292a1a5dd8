-- Customers who were handed to a desk of somebody else's: how far that desk was told of them.
CREATE TABLE desk_handoffs (
  id text PRIMARY KEY, conversation_id text NOT NULL, desk text NOT NULL CHECK (desk IN ('webhook', 'channel')), opened_at text NOT NULL, sent bigint NOT NULL,
  accept_by text, ended_at text, end_code text, is_closed boolean NOT NULL, failing_since text, failures integer NOT NULL, next_at text, leased_until text);
CREATE INDEX desk_handoffs_by_end ON desk_handoffs (is_closed, opened_at);
CREATE INDEX desk_handoffs_by_conversation ON desk_handoffs (conversation_id);
