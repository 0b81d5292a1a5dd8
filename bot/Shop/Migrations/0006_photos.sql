-- Photographs that customers sent. Each is sealed whole; nothing in clear says what it shows or what the sender called it.
CREATE TABLE photos (id text PRIMARY KEY, conversation_id text NOT NULL, at text NOT NULL, picture bytea NOT NULL);
CREATE INDEX photos_by_conversation ON photos (conversation_id);
CREATE INDEX photos_by_time ON photos (at);
