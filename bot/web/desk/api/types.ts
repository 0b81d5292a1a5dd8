import type { components } from './schema';

/** What the desk's API speaks, named as the pages name it; `schema.d.ts` is made from `openapi.json`, which is what the server says at /desk/api/desk.json. */
export type Schemas = components['schemas'];

export type Me = Schemas['Me'];
/** Whether an agent takes customers, or why not. */
export type Presence = Schemas['OwnPresence'];
/** Who else looks at a conversation, and who is writing in it. */
export type Signs = Schemas['SignsView'];
export type InboxItem = Schemas['InboxItem'];
export type QueueLine = Schemas['QueueLine'];
export type Inbox = Schemas['InboxView'];
/** What a supervisor tells everybody. */
export type Broadcast = Schemas['BroadcastEvent'];
/** What a deadline has done. */
export type Alarm = Schemas['AlarmEvent'];

/** What the live connection brings; OpenAPI knows its bodies, not which comes with which kind. */
export type DeskEvent = { sequence: number; at: string } & (
  | { kind: 'item'; body: InboxItem }
  | { kind: 'gone'; body: Schemas['GoneItem'] }
  | { kind: 'queues'; body: Schemas['QueueLines'] }
  | { kind: 'presence'; body: Presence }
  | { kind: 'approval'; body: Schemas['ApprovalEvent'] }
  | { kind: 'broadcast'; body: Broadcast }
  | { kind: 'alarm'; body: Alarm }
  | { kind: 'follow-ups'; body: Schemas['FollowUpCounts'] }
  | { kind: 'reset'; body: object }
);

export type TranscriptLine = Schemas['TranscriptLine'];
export type Fact = Schemas['PacketFact'];
export type Packet = Schemas['HandoffPacket'];
export type ConversationView = Schemas['ConversationView'];

/** What the bot can begin for the customer and see through. */
export type Startable = 'return' | 'refund' | 'return.undo' | 'complaint';

/** Why a conversation is ended for an agent's protection. */
export type AbuseCause = Schemas['StopRequest']['cause'];
export const abuseCauses = ['insult', 'threat', 'harassment'] as const satisfies readonly AbuseCause[];

/** An act of protection, as managers see it. */
export type Evidence = Schemas['EvidenceItem'];

export const skills = ['returns', 'complaints', 'orders', 'general'] as const;
export type Disposition = Schemas['WrapUpRequest']['code'];
export const dispositions = ['resolved', 'follow-up', 'not-resolved', 'misuse'] as const satisfies readonly Disposition[];

/** A reply that is ready; fields such as {customer} are filled in before it is used. */
export type Reply = Schemas['ReplyView'];
export type Approval = Schemas['ApprovalView'];
export type Contact = Schemas['ContactView'];
