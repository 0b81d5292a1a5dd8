-- A store as version 1 wrote it: a customer with one order, of which one kettle is being returned.

CREATE TABLE sellers (
  id text PRIMARY KEY, name text NOT NULL, registration_number text, phone text, email text, return_address text);

CREATE TABLE carriers (
  id text PRIMARY KEY, name text NOT NULL, phone text, waybill_digits integer, collects_returns boolean NOT NULL);

CREATE TABLE customers (
  id text PRIMARY KEY, name text NOT NULL, given_name text, family_name text, is_guest boolean NOT NULL,
  email text, phone text, tier text, language text, created_at text,
  name_form text, email_form text, phone_form text);
CREATE INDEX customers_by_name ON customers (name_form);
CREATE INDEX customers_by_email ON customers (email_form);
CREATE INDEX customers_by_phone ON customers (phone_form);

CREATE TABLE addresses (
  customer_id text NOT NULL REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL, line1 text NOT NULL, line2 text, city text, region text, postcode text NOT NULL, country text,
  recipient text, phone text,
  PRIMARY KEY (customer_id, position));
CREATE INDEX addresses_by_postcode ON addresses (postcode);

CREATE TABLE payment_methods (
  id text PRIMARY KEY,
  customer_id text NOT NULL REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL, kind text NOT NULL, brand text, last_four text,
  balance bigint CHECK (balance >= 0), currency text, refund_account text);
CREATE INDEX payment_methods_by_customer ON payment_methods (customer_id);

CREATE TABLE channel_addresses (
  channel text NOT NULL, address text NOT NULL,
  customer_id text NOT NULL REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL, assurance text NOT NULL, verified_at text,
  PRIMARY KEY (channel, address));
CREATE INDEX channel_addresses_by_customer ON channel_addresses (customer_id);

CREATE TABLE products (
  id text PRIMARY KEY, name text NOT NULL, category text, spoken_name text, also_known_as text NOT NULL, traits integer NOT NULL,
  seller_id text REFERENCES sellers (id) DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE variants (
  id text PRIMARY KEY,
  product_id text NOT NULL REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL, options text NOT NULL, also_known_as text NOT NULL, price bigint NOT NULL CHECK (price >= 0), currency text NOT NULL,
  available boolean NOT NULL, stock integer CHECK (stock >= 0));
CREATE INDEX variants_by_product ON variants (product_id);

CREATE TABLE coupons (
  id text PRIMARY KEY, name text NOT NULL,
  customer_id text REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  amount_off bigint, percent_off integer, "from" bigint, currency text NOT NULL, expires_at text, used_at text);

CREATE TABLE orders (
  id text PRIMARY KEY,
  customer_id text NOT NULL REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL, status text NOT NULL, currency text NOT NULL, placed_at text, contract_document_at text, ship_to text,
  shipping_fee bigint NOT NULL CHECK (shipping_fee >= 0), free_shipping_from bigint, shipping_fee_waived bigint NOT NULL,
  return_fees_shown boolean NOT NULL,
  coupon_id text REFERENCES coupons (id) DEFERRABLE INITIALLY DEFERRED,
  coupon_discount bigint NOT NULL CHECK (coupon_discount >= 0), cancel_reason text, version integer NOT NULL,
  number_form text NOT NULL);
CREATE INDEX orders_by_number ON orders (number_form);
CREATE INDEX orders_by_customer ON orders (customer_id);

CREATE TABLE order_lines (
  order_id text NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  id text NOT NULL, position integer NOT NULL,
  product_id text NOT NULL REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED,
  variant_id text NOT NULL REFERENCES variants (id) DEFERRABLE INITIALLY DEFERRED,
  name text NOT NULL, unit_price bigint NOT NULL CHECK (unit_price >= 0),
  quantity integer NOT NULL CHECK (quantity >= 1), returned integer NOT NULL CHECK (returned >= 0 AND returned <= quantity),
  options text NOT NULL, traits integer NOT NULL,
  PRIMARY KEY (order_id, id));

CREATE TABLE shipments (
  order_id text NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  id text NOT NULL, position integer NOT NULL, status text NOT NULL,
  carrier_id text REFERENCES carriers (id) DEFERRABLE INITIALLY DEFERRED,
  waybills text NOT NULL, shipped_at text, expected_on date, delivered_at text, last_seen text, line_ids text NOT NULL,
  PRIMARY KEY (order_id, id));

CREATE TABLE payment_history (
  order_id text NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL, type text NOT NULL, amount bigint NOT NULL CHECK (amount >= 0),
  method_id text NOT NULL REFERENCES payment_methods (id) DEFERRABLE INITIALLY DEFERRED, at text,
  PRIMARY KEY (order_id, position));

CREATE TABLE payments (
  id text PRIMARY KEY,
  order_id text NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL,
  method_id text NOT NULL REFERENCES payment_methods (id) DEFERRABLE INITIALLY DEFERRED,
  kind text NOT NULL, currency text NOT NULL,
  paid bigint NOT NULL CHECK (paid >= 0), refunded bigint NOT NULL CHECK (refunded >= 0), reserved bigint NOT NULL CHECK (reserved >= 0),
  CHECK (refunded + reserved <= paid));
CREATE INDEX payments_by_order ON payments (order_id);

CREATE TABLE cash_receipts (
  id text PRIMARY KEY,
  payment_id text NOT NULL REFERENCES payments (id) DEFERRABLE INITIALLY DEFERRED,
  amount bigint NOT NULL CHECK (amount > 0), cancelled bigint NOT NULL CHECK (cancelled >= 0 AND cancelled <= amount),
  purpose text NOT NULL, issued_to text, issued_at text);
CREATE INDEX cash_receipts_by_payment ON cash_receipts (payment_id);

CREATE TABLE returns (
  number text PRIMARY KEY,
  order_id text NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  status text NOT NULL, requested_at text NOT NULL, order_status_before text NOT NULL, reason text, evidence text NOT NULL,
  pickup_from text, pickup_on date, pickup_number text UNIQUE,
  carrier_id text REFERENCES carriers (id) DEFERRABLE INITIALLY DEFERRED,
  received_at text, refund_due date, refund_account text, rule text, keep_goods boolean NOT NULL);
CREATE INDEX returns_by_order ON returns (order_id);

CREATE TABLE return_lines (
  return_number text NOT NULL REFERENCES returns (number) DEFERRABLE INITIALLY DEFERRED,
  line_id text NOT NULL, position integer NOT NULL, quantity integer NOT NULL CHECK (quantity >= 1),
  PRIMARY KEY (return_number, line_id));

CREATE TABLE refunds (
  id text PRIMARY KEY, key text NOT NULL UNIQUE,
  order_id text NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  return_number text REFERENCES returns (number) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL,
  payment_id text REFERENCES payments (id) DEFERRABLE INITIALLY DEFERRED,
  method_id text NOT NULL REFERENCES payment_methods (id) DEFERRABLE INITIALLY DEFERRED,
  kind text NOT NULL, amount bigint NOT NULL CHECK (amount > 0), currency text NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'reserved', 'done', 'failed', 'unknown', 'manual', 'released')),
  created_at text NOT NULL, done_at text, provider_reference text);
CREATE INDEX refunds_by_order ON refunds (order_id);
CREATE INDEX refunds_by_return ON refunds (return_number);

CREATE TABLE exchanges (
  number text PRIMARY KEY,
  order_id text NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  status text NOT NULL, requested_at text NOT NULL, order_status_before text NOT NULL, reason text,
  method_id text REFERENCES payment_methods (id) DEFERRABLE INITIALLY DEFERRED,
  price_difference bigint NOT NULL);
CREATE INDEX exchanges_by_order ON exchanges (order_id);

CREATE TABLE exchange_lines (
  exchange_number text NOT NULL REFERENCES exchanges (number) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL, line_id text NOT NULL,
  new_variant_id text NOT NULL REFERENCES variants (id) DEFERRABLE INITIALLY DEFERRED, quantity integer NOT NULL CHECK (quantity >= 1),
  PRIMARY KEY (exchange_number, position));

CREATE TABLE cases (
  number text PRIMARY KEY, kind text NOT NULL, status text NOT NULL, opened_at text NOT NULL, resolved_at text,
  customer_id text REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  order_id text REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  category text, severity text, wish text, summary text NOT NULL, phone text, email text, language text, "trigger" text,
  evidence text NOT NULL);
CREATE INDEX cases_by_customer ON cases (customer_id);

CREATE TABLE case_notes (
  case_number text NOT NULL REFERENCES cases (number) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL, at text NOT NULL, author text NOT NULL, "text" text NOT NULL,
  PRIMARY KEY (case_number, position));

CREATE TABLE promises (
  id text PRIMARY KEY,
  customer_id text REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  case_number text REFERENCES cases (number) DEFERRABLE INITIALLY DEFERRED,
  kind text NOT NULL, made_at text NOT NULL, due_at text NOT NULL, owner text NOT NULL, kept_at text);
CREATE INDEX promises_by_case ON promises (case_number);
CREATE INDEX promises_by_due ON promises (due_at);

CREATE TABLE satisfaction (
  id text PRIMARY KEY, about text NOT NULL, score integer NOT NULL CHECK (score BETWEEN 1 AND 5), comment text,
  customer_id text REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED, at text NOT NULL);

CREATE TABLE effects (key text PRIMARY KEY, hash text NOT NULL, outcome text, at text NOT NULL);

CREATE TABLE counters (series text PRIMARY KEY, value bigint NOT NULL);
INSERT INTO counters (series, value) VALUES ('R', 20000), ('F', 50000), ('C', 10000), ('S', 30000), ('X', 40000);

CREATE TABLE shop_version (version integer PRIMARY KEY, name text NOT NULL, at text NOT NULL);
INSERT INTO shop_version VALUES (1, '0001_shop.sql', '2026-11-20T00:00:00.0000000Z');

INSERT INTO customers VALUES ('K1', '김 하늘', NULL, NULL, false, 'haneul@example.com', '010-0000-1234', NULL, 'ko', NULL, '김하늘', 'haneul@example.com', '01000001234');
INSERT INTO payment_methods VALUES ('K1-card', 'K1', 0, 'card', '신한카드', '1234', NULL, NULL, NULL);
INSERT INTO products VALUES ('P1', '무선 주전자', NULL, NULL, '["kettle"]', 0, NULL);
INSERT INTO variants VALUES ('P1-1', 'P1', 0, '{"색상":"블루"}', '[]', 39000, 'KRW', true, NULL);
INSERT INTO orders VALUES ('20261118-0000001', 'K1', 0, 'return_requested', 'KRW', '2026-11-18T03:00:00.0000000Z', NULL, NULL, 0, NULL, 0, false, NULL, 0, NULL, 1, '202611180000001');
INSERT INTO order_lines VALUES ('20261118-0000001', '1', 0, 'P1', 'P1-1', '무선 주전자', 39000, 2, 1, '{"색상":"블루"}', 0);
INSERT INTO payment_history VALUES ('20261118-0000001', 0, 'payment', 78000, 'K1-card', NULL);
INSERT INTO payments VALUES ('PAY-1', '20261118-0000001', 0, 'K1-card', 'card', 'KRW', 78000, 0, 39000);
INSERT INTO returns VALUES ('R-20001', '20261118-0000001', 'requested', '2026-11-22T03:00:00.0000000Z', 'delivered', 'defect', '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'C04', false);
INSERT INTO return_lines VALUES ('R-20001', '1', 0, 1);
INSERT INTO refunds VALUES ('R-20001-1', 'k1/1', '20261118-0000001', 'R-20001', 0, 'PAY-1', 'K1-card', 'card', 39000, 'KRW', 'planned', '2026-11-22T03:00:00.0000000Z', NULL, NULL);
INSERT INTO effects VALUES ('k1', '42A361619F19F751B2EF66AC979562BCB5485F8FA1D0EDE896A29F78AA47378C', '{"kind":"done","receipt":{"number":"R-20001","kind":"return"}}', '2026-11-22T03:00:00.0000000Z');
UPDATE counters SET value = 20001 WHERE series = 'R';
