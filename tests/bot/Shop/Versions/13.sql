CREATE TABLE public.addresses (
    customer_id text NOT NULL,
    "position" integer NOT NULL,
    line1 text NOT NULL,
    line2 text,
    city text,
    region text,
    postcode text NOT NULL,
    country text,
    recipient text,
    phone text
);
CREATE TABLE public.carriers (
    id text NOT NULL,
    name text NOT NULL,
    phone text,
    waybill_digits integer,
    collects_returns boolean NOT NULL,
    names text DEFAULT '{}'::text NOT NULL
);
CREATE TABLE public.case_notes (
    case_number text NOT NULL,
    "position" integer NOT NULL,
    at text NOT NULL,
    author text NOT NULL,
    text text NOT NULL
);
CREATE TABLE public.cases (
    number text NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    opened_at text NOT NULL,
    resolved_at text,
    customer_id text,
    order_id text,
    category text,
    severity text,
    wish text,
    summary text NOT NULL,
    phone text,
    email text,
    language text,
    trigger text,
    evidence text NOT NULL,
    conversation_id text
);
CREATE TABLE public.cash_receipts (
    id text NOT NULL,
    payment_id text NOT NULL,
    amount bigint NOT NULL,
    cancelled bigint NOT NULL,
    purpose text NOT NULL,
    issued_to text,
    issued_at text,
    CONSTRAINT cash_receipts_amount_check CHECK ((amount > 0)),
    CONSTRAINT cash_receipts_check CHECK (((cancelled >= 0) AND (cancelled <= amount)))
);
CREATE TABLE public.channel_addresses (
    channel text NOT NULL,
    address text NOT NULL,
    customer_id text NOT NULL,
    "position" integer NOT NULL,
    assurance text NOT NULL,
    verified_at text
);
CREATE TABLE public.conversations (
    id text NOT NULL,
    customer_id text,
    channel text NOT NULL,
    language text NOT NULL,
    started_at text NOT NULL,
    last_at text NOT NULL,
    check_at text,
    ended_at text,
    turns integer NOT NULL,
    dialogs text NOT NULL,
    words text NOT NULL,
    journal bytea,
    keep_until date
);
CREATE TABLE public.counters (
    series text NOT NULL,
    value bigint NOT NULL
);
CREATE TABLE public.coupons (
    id text NOT NULL,
    name text NOT NULL,
    customer_id text,
    amount_off bigint,
    percent_off integer,
    "from" bigint,
    currency text NOT NULL,
    expires_at text,
    used_at text
);
CREATE TABLE public.customers (
    id text NOT NULL,
    name text NOT NULL,
    given_name text,
    family_name text,
    is_guest boolean NOT NULL,
    email text,
    phone text,
    tier text,
    language text,
    created_at text,
    name_form text,
    email_form text,
    phone_form text
);
CREATE TABLE public.desk_agent_messages (
    id text NOT NULL,
    escalation_id text NOT NULL,
    agent_id text NOT NULL,
    skill text NOT NULL,
    at text NOT NULL,
    asked_again text
);
CREATE TABLE public.desk_agents (
    id text NOT NULL,
    login text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    password_hash text NOT NULL,
    failures integer NOT NULL,
    locked_until text,
    is_disabled boolean NOT NULL,
    skills text NOT NULL,
    languages text NOT NULL,
    chats_at_most integer NOT NULL,
    presence text NOT NULL,
    created_at text NOT NULL,
    presence_since text,
    telephone text,
    CONSTRAINT desk_agents_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'supervisor'::text, 'manager'::text, 'administrator'::text])))
);
CREATE TABLE public.desk_alarms (
    id text NOT NULL,
    escalation_id text NOT NULL,
    conversation_id text NOT NULL,
    step text NOT NULL,
    skill text NOT NULL,
    language text NOT NULL,
    at text NOT NULL
);
CREATE TABLE public.desk_approvals (
    id text NOT NULL,
    conversation_id text NOT NULL,
    agent_id text NOT NULL,
    asked_at text NOT NULL,
    rule text NOT NULL,
    amount bigint NOT NULL,
    currency text NOT NULL,
    state text NOT NULL,
    decided_by text,
    decided_at text,
    CONSTRAINT desk_approvals_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text])))
);
CREATE TABLE public.desk_audit (
    sequence bigint NOT NULL,
    at text NOT NULL,
    agent_id text,
    action text NOT NULL,
    about text NOT NULL,
    detail text
);
CREATE TABLE public.desk_calibrations (
    day text NOT NULL,
    told integer NOT NULL,
    held integer NOT NULL,
    sooner integer NOT NULL,
    later integer NOT NULL
);
CREATE TABLE public.desk_escalations (
    id text NOT NULL,
    effect_key text NOT NULL,
    conversation_id text NOT NULL,
    state text NOT NULL,
    trigger text NOT NULL,
    skill text NOT NULL,
    language text NOT NULL,
    priority integer NOT NULL,
    channel text NOT NULL,
    is_call boolean NOT NULL,
    customer_id text,
    customer_name text,
    reason text NOT NULL,
    mood text NOT NULL,
    summary text NOT NULL,
    created_at text NOT NULL,
    accepted_at text,
    settled_at text,
    agent_id text,
    wrap_up text,
    wrap_up_until text,
    sla_step text,
    sla_at text,
    told_from integer,
    told_to integer,
    waited_seconds integer,
    CONSTRAINT desk_escalations_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'returned'::text, 'ended'::text, 'left'::text])))
);
CREATE TABLE public.desk_events (
    sequence bigint NOT NULL,
    at text NOT NULL,
    agent_id text,
    kind text NOT NULL,
    body text NOT NULL
);
CREATE TABLE public.desk_handoffs (
    id text NOT NULL,
    conversation_id text NOT NULL,
    desk text NOT NULL,
    opened_at text NOT NULL,
    sent bigint NOT NULL,
    accept_by text,
    ended_at text,
    end_code text,
    is_closed boolean NOT NULL,
    failing_since text,
    failures integer NOT NULL,
    next_at text,
    leased_until text,
    CONSTRAINT desk_handoffs_desk_check CHECK ((desk = ANY (ARRAY['webhook'::text, 'channel'::text])))
);
CREATE TABLE public.desk_invitations (
    token_hash text NOT NULL,
    ends_at text NOT NULL
);
CREATE TABLE public.desk_replies (
    id text NOT NULL,
    language text NOT NULL,
    name text NOT NULL,
    words text NOT NULL,
    CONSTRAINT desk_replies_language_check CHECK ((language = ANY (ARRAY['ko'::text, 'en'::text])))
);
CREATE TABLE public.desk_sessions (
    token_hash text NOT NULL,
    agent_id text NOT NULL,
    created_at text NOT NULL,
    ends_at text NOT NULL
);
CREATE TABLE public.effects (
    key text NOT NULL,
    hash text NOT NULL,
    outcome text,
    at text NOT NULL
);
CREATE TABLE public.exchange_lines (
    exchange_number text NOT NULL,
    "position" integer NOT NULL,
    line_id text NOT NULL,
    new_variant_id text NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT exchange_lines_quantity_check CHECK ((quantity >= 1))
);
CREATE TABLE public.exchanges (
    number text NOT NULL,
    order_id text NOT NULL,
    status text NOT NULL,
    requested_at text NOT NULL,
    order_status_before text NOT NULL,
    reason text,
    method_id text,
    price_difference bigint NOT NULL
);
CREATE TABLE public.order_lines (
    order_id text NOT NULL,
    id text NOT NULL,
    "position" integer NOT NULL,
    product_id text NOT NULL,
    variant_id text NOT NULL,
    name text NOT NULL,
    unit_price bigint NOT NULL,
    quantity integer NOT NULL,
    returned integer NOT NULL,
    options text NOT NULL,
    traits integer NOT NULL,
    CONSTRAINT order_lines_check CHECK (((returned >= 0) AND (returned <= quantity))),
    CONSTRAINT order_lines_quantity_check CHECK ((quantity >= 1)),
    CONSTRAINT order_lines_unit_price_check CHECK ((unit_price >= 0))
);
CREATE TABLE public.orders (
    id text NOT NULL,
    customer_id text NOT NULL,
    "position" integer NOT NULL,
    status text NOT NULL,
    currency text NOT NULL,
    placed_at text,
    contract_document_at text,
    ship_to text,
    shipping_fee bigint NOT NULL,
    free_shipping_from bigint,
    shipping_fee_waived bigint NOT NULL,
    return_fees_shown boolean NOT NULL,
    coupon_id text,
    coupon_discount bigint NOT NULL,
    cancel_reason text,
    version integer NOT NULL,
    number_form text NOT NULL,
    CONSTRAINT orders_coupon_discount_check CHECK ((coupon_discount >= 0)),
    CONSTRAINT orders_shipping_fee_check CHECK ((shipping_fee >= 0))
);
CREATE TABLE public.payment_history (
    order_id text NOT NULL,
    "position" integer NOT NULL,
    type text NOT NULL,
    amount bigint NOT NULL,
    method_id text NOT NULL,
    at text,
    CONSTRAINT payment_history_amount_check CHECK ((amount >= 0))
);
CREATE TABLE public.payment_methods (
    id text NOT NULL,
    customer_id text NOT NULL,
    "position" integer NOT NULL,
    kind text NOT NULL,
    brand text,
    last_four text,
    balance bigint,
    currency text,
    refund_account text,
    CONSTRAINT payment_methods_balance_check CHECK ((balance >= 0))
);
CREATE TABLE public.payments (
    id text NOT NULL,
    order_id text NOT NULL,
    "position" integer NOT NULL,
    method_id text NOT NULL,
    kind text NOT NULL,
    currency text NOT NULL,
    paid bigint NOT NULL,
    refunded bigint NOT NULL,
    reserved bigint NOT NULL,
    CONSTRAINT payments_check CHECK (((refunded + reserved) <= paid)),
    CONSTRAINT payments_paid_check CHECK ((paid >= 0)),
    CONSTRAINT payments_refunded_check CHECK ((refunded >= 0)),
    CONSTRAINT payments_reserved_check CHECK ((reserved >= 0))
);
CREATE TABLE public.photos (
    id text NOT NULL,
    conversation_id text NOT NULL,
    at text NOT NULL,
    picture bytea NOT NULL
);
CREATE TABLE public.products (
    id text NOT NULL,
    name text NOT NULL,
    category text,
    spoken_name text,
    also_known_as text NOT NULL,
    traits integer NOT NULL,
    seller_id text,
    names text DEFAULT '{}'::text NOT NULL
);
CREATE TABLE public.promises (
    id text NOT NULL,
    customer_id text,
    case_number text,
    kind text NOT NULL,
    made_at text NOT NULL,
    due_at text NOT NULL,
    owner text NOT NULL,
    kept_at text
);
CREATE TABLE public.refund_control (
    name text NOT NULL,
    stopped_at text,
    stop_reason text,
    reconciled_at text
);
CREATE TABLE public.refunds (
    id text NOT NULL,
    key text NOT NULL,
    order_id text NOT NULL,
    return_number text,
    "position" integer NOT NULL,
    payment_id text,
    method_id text NOT NULL,
    kind text NOT NULL,
    amount bigint NOT NULL,
    currency text NOT NULL,
    state text NOT NULL,
    created_at text NOT NULL,
    done_at text,
    provider_reference text,
    due_at text,
    sent_at text,
    tries integer DEFAULT 0 NOT NULL,
    strikes integer DEFAULT 0 NOT NULL,
    fence bigint DEFAULT 0 NOT NULL,
    leased_until text,
    fault text,
    CONSTRAINT refunds_amount_check CHECK ((amount > 0)),
    CONSTRAINT refunds_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'reserved'::text, 'done'::text, 'failed'::text, 'unknown'::text, 'manual'::text, 'released'::text])))
);
CREATE TABLE public.return_lines (
    return_number text NOT NULL,
    line_id text NOT NULL,
    "position" integer NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT return_lines_quantity_check CHECK ((quantity >= 1))
);
CREATE TABLE public.returns (
    number text NOT NULL,
    order_id text NOT NULL,
    status text NOT NULL,
    requested_at text NOT NULL,
    order_status_before text NOT NULL,
    reason text,
    evidence text NOT NULL,
    pickup_from text,
    pickup_on date,
    pickup_number text,
    carrier_id text,
    received_at text,
    refund_due date,
    refund_account text,
    rule text,
    keep_goods boolean NOT NULL
);
CREATE TABLE public.satisfaction (
    id text NOT NULL,
    about text NOT NULL,
    score integer NOT NULL,
    comment text,
    customer_id text,
    at text NOT NULL,
    CONSTRAINT satisfaction_score_check CHECK (((score >= 1) AND (score <= 5)))
);
CREATE TABLE public.sellers (
    id text NOT NULL,
    name text NOT NULL,
    registration_number text,
    phone text,
    email text,
    return_address text
);
CREATE TABLE public.shipments (
    order_id text NOT NULL,
    id text NOT NULL,
    "position" integer NOT NULL,
    status text NOT NULL,
    carrier_id text,
    waybills text NOT NULL,
    shipped_at text,
    expected_on date,
    delivered_at text,
    last_seen text,
    line_ids text NOT NULL,
    last_seen_names text DEFAULT '{}'::text NOT NULL
);
CREATE TABLE public.shop_version (
    version integer NOT NULL,
    name text NOT NULL,
    at text NOT NULL
);
CREATE TABLE public.statutory_records (
    kind text NOT NULL,
    id text NOT NULL,
    customer_id text NOT NULL,
    recorded_on date NOT NULL,
    keep_until date NOT NULL,
    document bytea NOT NULL
);
CREATE TABLE public.telephone_intents (
    key text NOT NULL,
    first_at text NOT NULL,
    taken_at text NOT NULL,
    sid text
);
CREATE TABLE public.telephone_queue (
    id text NOT NULL,
    state text NOT NULL,
    rank text NOT NULL,
    version bigint NOT NULL,
    conversation_id text NOT NULL,
    document text NOT NULL
);
CREATE TABLE public.telephone_recordings (
    sid text NOT NULL,
    conversation_id text NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    call_sid text NOT NULL,
    seconds integer NOT NULL,
    channels integer NOT NULL,
    at text NOT NULL,
    settled_at text,
    settled_by text
);
CREATE TABLE public.variants (
    id text NOT NULL,
    product_id text NOT NULL,
    "position" integer NOT NULL,
    options text NOT NULL,
    also_known_as text NOT NULL,
    price bigint NOT NULL,
    currency text NOT NULL,
    available boolean NOT NULL,
    stock integer,
    names text DEFAULT '{}'::text NOT NULL,
    CONSTRAINT variants_price_check CHECK ((price >= 0)),
    CONSTRAINT variants_stock_check CHECK ((stock >= 0))
);
INSERT INTO public.addresses VALUES ('K1', 0, '햇살로 12', NULL, NULL, NULL, '04524', NULL, NULL, NULL);
INSERT INTO public.addresses VALUES ('K2', 0, '물결로 7', NULL, NULL, NULL, '48058', NULL, NULL, NULL);
INSERT INTO public.carriers VALUES ('hanbit', '한빛택배', NULL, NULL, true, '{"en":"Hanbit Parcel"}');
INSERT INTO public.counters VALUES ('F', 50000);
INSERT INTO public.counters VALUES ('C', 10000);
INSERT INTO public.counters VALUES ('S', 30000);
INSERT INTO public.counters VALUES ('X', 40000);
INSERT INTO public.counters VALUES ('R', 20001);
INSERT INTO public.customers VALUES ('K1', '김 하늘', NULL, NULL, false, 'Haneul@Example.com', '+82 10-0000-1234', NULL, NULL, NULL, '김하늘', 'haneul@example.com', '01000001234');
INSERT INTO public.customers VALUES ('K2', '이도윤', NULL, NULL, false, 'doyun@example.com', '010-0000-2345', NULL, NULL, NULL, '이도윤', 'doyun@example.com', '01000002345');
INSERT INTO public.effects VALUES ('k1', '42A361619F19F751B2EF66AC979562BCB5485F8FA1D0EDE896A29F78AA47378C', '{"kind":"done","receipt":{"number":"R-20001","kind":"return"}}', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.order_lines VALUES ('20261118-0000001', '2', 1, 'P2', 'P2-1', '머그컵', 6000, 3, 0, '{}', 0);
INSERT INTO public.order_lines VALUES ('20261118-0000001', '1', 0, 'P1', 'P1-1', '무선 주전자', 39000, 2, 1, '{"색상":"블루"}', 0);
INSERT INTO public.orders VALUES ('20261118-0000001', 'K1', 0, 'return_requested', 'KRW', '2026-11-18T03:00:00.0000000Z', NULL, NULL, 0, NULL, 0, false, NULL, 0, NULL, 1, '202611180000001');
INSERT INTO public.payment_history VALUES ('20261118-0000001', 0, 'payment', 90000, 'K1-card', NULL);
INSERT INTO public.payment_methods VALUES ('K1-account', 'K1', 3, 'virtual_account', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.payment_methods VALUES ('K1-card', 'K1', 0, 'card', '신한카드', '1234', NULL, NULL, NULL);
INSERT INTO public.payment_methods VALUES ('K1-gift', 'K1', 2, 'gift_card', NULL, NULL, 0, 'KRW', NULL);
INSERT INTO public.payment_methods VALUES ('K1-points', 'K1', 1, 'points', NULL, NULL, 1000, 'KRW', NULL);
INSERT INTO public.payments VALUES ('PAY-1', '20261118-0000001', 0, 'K1-card', 'card', 'KRW', 90000, 0, 39000);
INSERT INTO public.products VALUES ('P1', '무선 주전자', NULL, NULL, '["kettle"]', 0, NULL, '{}');
INSERT INTO public.products VALUES ('P2', '머그컵', NULL, NULL, '[]', 1, NULL, '{}');
INSERT INTO public.refund_control VALUES ('refunds', NULL, NULL, NULL);
INSERT INTO public.refunds VALUES ('rf-905fa9afecf372d12dc6b1d3', 'k1/1', '20261118-0000001', 'R-20001', 0, 'PAY-1', 'K1-card', 'card', 39000, 'KRW', 'planned', '2026-11-22T03:00:00.0000000Z', NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL);
INSERT INTO public.return_lines VALUES ('R-20001', '1', 0, 1);
INSERT INTO public.returns VALUES ('R-20001', '20261118-0000001', 'requested', '2026-11-22T03:00:00.0000000Z', 'delivered', 'defect', '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'C04', false);
INSERT INTO public.shipments VALUES ('20261118-0000001', '1', 0, 'delivered', 'hanbit', '["600000000001"]', NULL, NULL, '2026-11-20T03:00:00.0000000Z', NULL, '["1","2"]', '{}');
INSERT INTO public.shop_version VALUES (1, '0001_shop.sql', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.shop_version VALUES (2, '0002_refund_outbox.sql', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.shop_version VALUES (3, '0003_names.sql', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.shop_version VALUES (4, '0004_desk.sql', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.shop_version VALUES (5, '0005_conversations.sql', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.shop_version VALUES (6, '0006_photos.sql', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.shop_version VALUES (7, '0007_desk_work.sql', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.shop_version VALUES (8, '0008_telephone.sql', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.shop_version VALUES (10, '0010_desk_service.sql', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.shop_version VALUES (11, '0011_handoffs.sql', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.shop_version VALUES (12, '0012_desk_telephones.sql', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.shop_version VALUES (13, '0013_conversations_of_a_customer.sql', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.shop_version VALUES (14, '0014_follow_ups.sql', '2026-11-22T03:00:00.0000000Z');
INSERT INTO public.variants VALUES ('P1-1', 'P1', 0, '{"색상":"블루"}', '["파란"]', 39000, 'KRW', true, NULL, '{}');
INSERT INTO public.variants VALUES ('P2-1', 'P2', 0, '{}', '[]', 6000, 'KRW', true, NULL, '{}');
ALTER TABLE ONLY public.addresses
    ADD CONSTRAINT addresses_pkey PRIMARY KEY (customer_id, "position");
ALTER TABLE ONLY public.carriers
    ADD CONSTRAINT carriers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.case_notes
    ADD CONSTRAINT case_notes_pkey PRIMARY KEY (case_number, "position");
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.cash_receipts
    ADD CONSTRAINT cash_receipts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.channel_addresses
    ADD CONSTRAINT channel_addresses_pkey PRIMARY KEY (channel, address);
ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.counters
    ADD CONSTRAINT counters_pkey PRIMARY KEY (series);
ALTER TABLE ONLY public.coupons
    ADD CONSTRAINT coupons_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_agent_messages
    ADD CONSTRAINT desk_agent_messages_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_agents
    ADD CONSTRAINT desk_agents_login_key UNIQUE (login);
ALTER TABLE ONLY public.desk_agents
    ADD CONSTRAINT desk_agents_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_alarms
    ADD CONSTRAINT desk_alarms_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_approvals
    ADD CONSTRAINT desk_approvals_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_audit
    ADD CONSTRAINT desk_audit_pkey PRIMARY KEY (sequence);
ALTER TABLE ONLY public.desk_calibrations
    ADD CONSTRAINT desk_calibrations_pkey PRIMARY KEY (day);
ALTER TABLE ONLY public.desk_escalations
    ADD CONSTRAINT desk_escalations_effect_key_key UNIQUE (effect_key);
ALTER TABLE ONLY public.desk_escalations
    ADD CONSTRAINT desk_escalations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_events
    ADD CONSTRAINT desk_events_pkey PRIMARY KEY (sequence);
ALTER TABLE ONLY public.desk_handoffs
    ADD CONSTRAINT desk_handoffs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_invitations
    ADD CONSTRAINT desk_invitations_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.desk_replies
    ADD CONSTRAINT desk_replies_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_sessions
    ADD CONSTRAINT desk_sessions_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.effects
    ADD CONSTRAINT effects_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.exchange_lines
    ADD CONSTRAINT exchange_lines_pkey PRIMARY KEY (exchange_number, "position");
ALTER TABLE ONLY public.exchanges
    ADD CONSTRAINT exchanges_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.order_lines
    ADD CONSTRAINT order_lines_pkey PRIMARY KEY (order_id, id);
ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payment_history
    ADD CONSTRAINT payment_history_pkey PRIMARY KEY (order_id, "position");
ALTER TABLE ONLY public.payment_methods
    ADD CONSTRAINT payment_methods_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.photos
    ADD CONSTRAINT photos_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.products
    ADD CONSTRAINT products_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.promises
    ADD CONSTRAINT promises_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.refund_control
    ADD CONSTRAINT refund_control_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_key_key UNIQUE (key);
ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.return_lines
    ADD CONSTRAINT return_lines_pkey PRIMARY KEY (return_number, line_id);
ALTER TABLE ONLY public.returns
    ADD CONSTRAINT returns_pickup_number_key UNIQUE (pickup_number);
ALTER TABLE ONLY public.returns
    ADD CONSTRAINT returns_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.satisfaction
    ADD CONSTRAINT satisfaction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sellers
    ADD CONSTRAINT sellers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipments
    ADD CONSTRAINT shipments_pkey PRIMARY KEY (order_id, id);
ALTER TABLE ONLY public.shop_version
    ADD CONSTRAINT shop_version_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.statutory_records
    ADD CONSTRAINT statutory_records_pkey PRIMARY KEY (kind, id);
ALTER TABLE ONLY public.telephone_intents
    ADD CONSTRAINT telephone_intents_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.telephone_queue
    ADD CONSTRAINT telephone_queue_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.telephone_recordings
    ADD CONSTRAINT telephone_recordings_pkey PRIMARY KEY (sid);
ALTER TABLE ONLY public.variants
    ADD CONSTRAINT variants_pkey PRIMARY KEY (id);
CREATE INDEX addresses_by_postcode ON public.addresses USING btree (postcode);
CREATE INDEX cases_by_customer ON public.cases USING btree (customer_id);
CREATE INDEX cash_receipts_by_payment ON public.cash_receipts USING btree (payment_id);
CREATE INDEX channel_addresses_by_customer ON public.channel_addresses USING btree (customer_id);
CREATE INDEX conversations_by_check ON public.conversations USING btree (check_at);
CREATE INDEX conversations_by_customer ON public.conversations USING btree (customer_id, last_at);
CREATE INDEX conversations_by_end ON public.conversations USING btree (keep_until);
CREATE INDEX conversations_by_time ON public.conversations USING btree (last_at);
CREATE INDEX customers_by_email ON public.customers USING btree (email_form);
CREATE INDEX customers_by_name ON public.customers USING btree (name_form);
CREATE INDEX customers_by_phone ON public.customers USING btree (phone_form);
CREATE INDEX desk_agent_messages_by_time ON public.desk_agent_messages USING btree (at);
CREATE INDEX desk_alarms_by_time ON public.desk_alarms USING btree (at);
CREATE INDEX desk_approvals_by_state ON public.desk_approvals USING btree (state, asked_at);
CREATE INDEX desk_escalations_by_customer ON public.desk_escalations USING btree (customer_id, accepted_at);
CREATE INDEX desk_escalations_by_sla ON public.desk_escalations USING btree (sla_at);
CREATE INDEX desk_escalations_by_state ON public.desk_escalations USING btree (state, created_at);
CREATE INDEX desk_escalations_by_wrap_up ON public.desk_escalations USING btree (wrap_up_until);
CREATE INDEX desk_events_by_time ON public.desk_events USING btree (at);
CREATE INDEX desk_handoffs_by_conversation ON public.desk_handoffs USING btree (conversation_id);
CREATE INDEX desk_handoffs_by_end ON public.desk_handoffs USING btree (is_closed, opened_at);
CREATE INDEX desk_sessions_by_agent ON public.desk_sessions USING btree (agent_id);
CREATE INDEX exchanges_by_order ON public.exchanges USING btree (order_id);
CREATE INDEX orders_by_customer ON public.orders USING btree (customer_id);
CREATE INDEX orders_by_number ON public.orders USING btree (number_form);
CREATE INDEX payment_methods_by_customer ON public.payment_methods USING btree (customer_id);
CREATE INDEX payments_by_order ON public.payments USING btree (order_id);
CREATE INDEX photos_by_conversation ON public.photos USING btree (conversation_id);
CREATE INDEX photos_by_time ON public.photos USING btree (at);
CREATE INDEX promises_by_case ON public.promises USING btree (case_number);
CREATE INDEX promises_by_due ON public.promises USING btree (due_at);
CREATE INDEX promises_not_kept ON public.promises USING btree (kind, due_at) WHERE (kept_at IS NULL);
CREATE INDEX refunds_by_order ON public.refunds USING btree (order_id);
CREATE INDEX refunds_by_return ON public.refunds USING btree (return_number);
CREATE INDEX refunds_by_state ON public.refunds USING btree (state, due_at);
CREATE INDEX returns_by_order ON public.returns USING btree (order_id);
CREATE INDEX statutory_records_by_end ON public.statutory_records USING btree (keep_until);
CREATE INDEX telephone_queue_by_conversation ON public.telephone_queue USING btree (conversation_id);
CREATE INDEX telephone_queue_by_state ON public.telephone_queue USING btree (state, rank);
CREATE INDEX telephone_recordings_by_conversation ON public.telephone_recordings USING btree (conversation_id);
CREATE INDEX telephone_recordings_not_settled ON public.telephone_recordings USING btree (kind, at) WHERE (settled_at IS NULL);
CREATE INDEX variants_by_product ON public.variants USING btree (product_id);
ALTER TABLE ONLY public.addresses
    ADD CONSTRAINT addresses_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.case_notes
    ADD CONSTRAINT case_notes_case_number_fkey FOREIGN KEY (case_number) REFERENCES public.cases(number) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cash_receipts
    ADD CONSTRAINT cash_receipts_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payments(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channel_addresses
    ADD CONSTRAINT channel_addresses_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.coupons
    ADD CONSTRAINT coupons_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.desk_sessions
    ADD CONSTRAINT desk_sessions_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES public.desk_agents(id);
ALTER TABLE ONLY public.exchange_lines
    ADD CONSTRAINT exchange_lines_exchange_number_fkey FOREIGN KEY (exchange_number) REFERENCES public.exchanges(number) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_lines
    ADD CONSTRAINT exchange_lines_new_variant_id_fkey FOREIGN KEY (new_variant_id) REFERENCES public.variants(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchanges
    ADD CONSTRAINT exchanges_method_id_fkey FOREIGN KEY (method_id) REFERENCES public.payment_methods(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchanges
    ADD CONSTRAINT exchanges_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_lines
    ADD CONSTRAINT order_lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_lines
    ADD CONSTRAINT order_lines_product_id_fkey FOREIGN KEY (product_id) REFERENCES public.products(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_lines
    ADD CONSTRAINT order_lines_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES public.variants(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_coupon_id_fkey FOREIGN KEY (coupon_id) REFERENCES public.coupons(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payment_history
    ADD CONSTRAINT payment_history_method_id_fkey FOREIGN KEY (method_id) REFERENCES public.payment_methods(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payment_history
    ADD CONSTRAINT payment_history_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payment_methods
    ADD CONSTRAINT payment_methods_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_method_id_fkey FOREIGN KEY (method_id) REFERENCES public.payment_methods(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.products
    ADD CONSTRAINT products_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES public.sellers(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.promises
    ADD CONSTRAINT promises_case_number_fkey FOREIGN KEY (case_number) REFERENCES public.cases(number) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.promises
    ADD CONSTRAINT promises_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_method_id_fkey FOREIGN KEY (method_id) REFERENCES public.payment_methods(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payments(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_return_number_fkey FOREIGN KEY (return_number) REFERENCES public.returns(number) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_lines
    ADD CONSTRAINT return_lines_return_number_fkey FOREIGN KEY (return_number) REFERENCES public.returns(number) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.returns
    ADD CONSTRAINT returns_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES public.carriers(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.returns
    ADD CONSTRAINT returns_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.satisfaction
    ADD CONSTRAINT satisfaction_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments
    ADD CONSTRAINT shipments_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES public.carriers(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments
    ADD CONSTRAINT shipments_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.variants
    ADD CONSTRAINT variants_product_id_fkey FOREIGN KEY (product_id) REFERENCES public.products(id) DEFERRABLE INITIALLY DEFERRED;
