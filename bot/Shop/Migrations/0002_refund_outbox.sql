-- A refund intent is its own outbox: since when it may be sent, who sends it, and how that went stands in its row.
ALTER TABLE refunds ADD COLUMN due_at text;
ALTER TABLE refunds ADD COLUMN sent_at text;
ALTER TABLE refunds ADD COLUMN tries integer NOT NULL DEFAULT 0;
ALTER TABLE refunds ADD COLUMN strikes integer NOT NULL DEFAULT 0;
ALTER TABLE refunds ADD COLUMN fence bigint NOT NULL DEFAULT 0;
ALTER TABLE refunds ADD COLUMN leased_until text;
ALTER TABLE refunds ADD COLUMN fault text;
CREATE INDEX refunds_by_state ON refunds (state, due_at);

-- One row: whether refunds are paid by machine, and when the provider's books were compared with ours.
CREATE TABLE refund_control (
  name text PRIMARY KEY, stopped_at text, stop_reason text, reconciled_at text);
INSERT INTO refund_control (name) VALUES ('refunds');
