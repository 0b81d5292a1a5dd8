-- What is known of conversations beside their live context: who held them, and when they ended what was said in them.
-- words are masked and may be searched; journal is sealed. bytea is a blob to SQLite.
CREATE TABLE conversations (
  id text PRIMARY KEY, customer_id text, channel text NOT NULL, language text NOT NULL,
  started_at text NOT NULL, last_at text NOT NULL, check_at text, ended_at text,
  turns integer NOT NULL, dialogs text NOT NULL, words text NOT NULL, journal bytea, keep_until date);
CREATE INDEX conversations_by_customer ON conversations (customer_id);
CREATE INDEX conversations_by_time ON conversations (last_at);
CREATE INDEX conversations_by_check ON conversations (check_at);
CREATE INDEX conversations_by_end ON conversations (keep_until);

-- What the law wants kept of customers who were erased (전자상거래법 시행령 §6②3), apart from all that is in use, and sealed.
CREATE TABLE statutory_records (
  kind text NOT NULL, id text NOT NULL, customer_id text NOT NULL, recorded_on date NOT NULL, keep_until date NOT NULL, document bytea NOT NULL,
  PRIMARY KEY (kind, id));
CREATE INDEX statutory_records_by_end ON statutory_records (keep_until);
