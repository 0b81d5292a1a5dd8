-- Callbacks that were promised and messages that callers left, until somebody has seen to them. Portable between SQLite and PostgreSQL.

ALTER TABLE cases ADD COLUMN conversation_id text;
CREATE INDEX promises_not_kept ON promises (kind, due_at) WHERE kept_at IS NULL;
ALTER TABLE telephone_recordings ADD COLUMN settled_at text;
ALTER TABLE telephone_recordings ADD COLUMN settled_by text;
CREATE INDEX telephone_recordings_not_settled ON telephone_recordings (kind, at) WHERE settled_at IS NULL;
