-- Where agents are rung: a number, 'browser', or null. Portable between SQLite and PostgreSQL.

ALTER TABLE desk_agents ADD COLUMN telephone text;
