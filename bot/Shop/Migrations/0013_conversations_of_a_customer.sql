-- A customer's latest conversations are looked up at each call, and found without sorting all that were ever had.
DROP INDEX conversations_by_customer;
CREATE INDEX conversations_by_customer ON conversations (customer_id, last_at);
