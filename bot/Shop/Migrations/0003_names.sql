-- Names in other languages, by the language's code, as a JSON object.
ALTER TABLE products ADD COLUMN names text NOT NULL DEFAULT '{}';
ALTER TABLE variants ADD COLUMN names text NOT NULL DEFAULT '{}';
ALTER TABLE carriers ADD COLUMN names text NOT NULL DEFAULT '{}';
ALTER TABLE shipments ADD COLUMN last_seen_names text NOT NULL DEFAULT '{}';
