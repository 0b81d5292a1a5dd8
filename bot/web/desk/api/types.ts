/** What the desk's API speaks; the server describes it at /desk/api/desk.json. */
export interface Me {
  id: string;
  name: string;
  role: 'agent' | 'supervisor' | 'manager' | 'administrator';
  presence: string;
}

export const presences = ['available', 'break', 'meeting', 'away'] as const;

export interface InboxItem {
  id: string;
  conversationId: string;
  state: 'offered' | 'mine';
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
  presence: string;
  items: InboxItem[];
  queues: { lanes: QueueLine[] };
  doneToday: number;
}

export type DeskEvent = { sequence: number; at: string } & (
  | { kind: 'item'; body: InboxItem }
  | { kind: 'gone'; body: { id: string } }
  | { kind: 'queues'; body: { lanes: QueueLine[] } }
  | { kind: 'presence'; body: { presence: string } }
  | { kind: 'reset'; body: object }
);

export interface TranscriptLine {
  version: number;
  index: number;
  at: string;
  kind: 'customer' | 'bot' | 'agent' | 'event';
  text: string;
  agent?: string;
  detail?: string;
  photos: number;
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
  verdict?: { kind: 'allowed' | 'refused' | 'person'; rule: string; text: string; clause?: string };
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
}
