-- How often a promised call was tried in vain, by the telephone of the desk or otherwise. Portable between SQLite and PostgreSQL.

ALTER TABLE promises ADD COLUMN tried_otherwise integer NOT NULL DEFAULT 0;
ALTER TABLE promises ADD COLUMN called_before integer NOT NULL DEFAULT 0;
