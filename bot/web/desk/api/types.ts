import type { Call } from '../telephone/types';

/** What the desk's API speaks; the server describes it at /desk/api/desk.json. */
export interface Me {
  id: string;
  name: string;
  role: 'agent' | 'supervisor' | 'manager' | 'administrator';
  presence: string;
}

/** Whether an agent takes customers, or why not. */
export interface Presence {
  /** available, one of the shop's reasons, or a reason of the desk's own. */
  state: string;
  since?: string;
}

/** Who else looks at a conversation, and who is writing in it. */
export interface Signs {
  lookers: string[];
  writers: string[];
  customerWrites: boolean;
}

export interface InboxItem {
  id: string;
  conversationId: string;
  state: 'offered' | 'mine' | 'wrap-up';
  customerName?: string;
  channel: string;
  isCall: boolean;
  trigger: string;
  skill: string;
  language: 'ko' | 'en';
  reason: string;
  mood: string;
  priority: number;
  waitingSince: string;
  acceptedAt?: string;
  offeredUntil?: string;
  wrapUpUntil?: string;
}

export interface QueueLine {
  skill: string;
  language: string;
  count: number;
  oldestSince: string;
}

export interface Inbox {
  cursor: number;
  /** The server's time. */
  now: string;
  presence: Presence;
  items: InboxItem[];
  queues: { lanes: QueueLine[] };
  doneToday: number;
  /** Why the agent may take nobody. */
  reasons: string[];
}

/** What a supervisor tells everybody. */
export interface Broadcast {
  from: string;
  text: string;
}

/** What a deadline has done. */
export interface Alarm {
  step: 'answer-soon' | 'answer-late' | 'resolution-soon' | 'resolution-late';
  conversationId: string;
  skill: string;
  language: string;
}

export type DeskEvent = { sequence: number; at: string } & (
  | { kind: 'item'; body: InboxItem }
  | { kind: 'gone'; body: { id: string } }
  | { kind: 'queues'; body: { lanes: QueueLine[] } }
  | { kind: 'presence'; body: Presence }
  | { kind: 'approval'; body: { id: string; conversationId: string; state: 'asked' | 'granted' | 'refused' } }
  | { kind: 'broadcast'; body: Broadcast }
  | { kind: 'alarm'; body: Alarm }
  | { kind: 'follow-ups'; body: { callbacks: number; voicemails: number; dueAt?: string } }
  | { kind: 'reset'; body: object }
);

export interface TranscriptLine {
  version: number;
  index: number;
  at: string;
  kind: 'customer' | 'bot' | 'agent' | 'note' | 'event';
  text: string;
  agent?: string;
  detail?: string;
  /** What the agent wrote for the next one. */
  note?: string;
  /** Whether insults in the words are veiled. */
  isVeiled?: boolean;
  photos: string[];
}

export interface Fact {
  slot: string;
  name: string;
  text: string;
  source: 'said' | 'system' | 'inferred' | 'agent';
  at: string;
  confirmed: boolean;
  options: { value: string; title: string }[];
}

export interface Packet {
  brief: string;
  trigger: string;
  reason: string;
  customer?: { id: string; name: string; assurance: string; tier?: string };
  goal?: { dialog: string; name: string; state: string };
  facts: Fact[];
  missing: { slot: string; name: string; isNext: boolean }[];
  verdict?: {
    kind: 'allowed' | 'refused' | 'person';
    rule: string;
    text: string;
    clause?: string;
    refund?: { minor: number; currency: string; text: string };
    mayBeApproved: boolean;
    isApproved: boolean;
  };
  orders: { id: string; status: string; placedAt?: string; isMeant: boolean; lines: { title: string; quantity: number; price: string }[] }[];
  cases: { number: string; kind: string; status: string; answerBy?: string }[];
  receipts: { number: string; kind: string }[];
  suggested: string[];
  botCanGoOn: boolean;
}

export interface ConversationView {
  id: string;
  version: number;
  owner: { kind: 'bot' | 'waiting' | 'agent' | 'delegated'; agentId?: string; agentName?: string; delegated?: string };
  lines: TranscriptLine[];
  packet?: Packet;
  call?: Call;
  /** How often the customer was warned not to abuse the agent: 0 to 2. */
  warnings: number;
}

/** What the bot can begin for the customer and see through. */
export type Startable = 'return' | 'refund' | 'return.undo' | 'complaint';

/** Why a conversation is ended for an agent's protection. */
export const abuseCauses = ['insult', 'threat', 'harassment'] as const;
export type AbuseCause = (typeof abuseCauses)[number];

/** An act of protection, as managers see it. */
export interface Evidence {
  conversationId: string;
  at: string;
  agentName: string;
  action: 'warned' | 'stopped';
  detail?: string;
}

export const skills = ['returns', 'complaints', 'orders', 'general'] as const;
export const dispositions = ['resolved', 'follow-up', 'not-resolved', 'misuse'] as const;

/** A reply that is ready; fields such as {customer} are filled in before it is used. */
export interface Reply {
  id: string;
  language: 'ko' | 'en';
  name: string;
  words: string;
}

export interface Approval {
  id: string;
  conversationId: string;
  agentName: string;
  askedAt: string;
  rule: string;
  amount: number;
  currency: string;
  mayDecide: boolean;
}

export interface Contact {
  phone?: string;
  email?: string;
  address?: string;
}

export interface Page<Item> {
  items: Item[];
  hasMore: boolean;
}
