import type { Alarm, Broadcast, ConversationView, DeskEvent, Inbox, InboxItem, Packet, Presence, QueueLine, Signs, TranscriptLine } from './api/types';
import type { Call } from './telephone/types';

/** A conversation as far as this page has heard of it. */
export interface Conversation {
  version: number;
  owner: ConversationView['owner'];
  lines: TranscriptLine[];
  packet?: Packet;
  /** The call of it, while there is one. */
  call?: Call;
  /** How often the customer was warned: 0 to 2. */
  warnings: number;
  /** The exception that somebody above was asked for and has not decided. */
  asked?: string;
  /** The version up to which the agent has seen it open. */
  seen: number;
}

/** Everything that the desk shows, made of what the server said and of nothing else. */
export interface DeskState {
  /** The last event that was taken; a reconnect asks for what is after it. Null while the inbox has not come. */
  cursor: number | null;
  /** Milliseconds that the server's clock is ahead of this browser's. */
  ahead: number;
  presence: Presence;
  /** Why I may take nobody. */
  reasons: readonly string[];
  items: readonly InboxItem[];
  lanes: readonly QueueLine[];
  doneToday: number;
  /** The item that is marked; Enter opens it. */
  marked: string | null;
  /** The item that is open. */
  open: string | null;
  /** A conversation that is looked on at, without being one's own. */
  watched: string | null;
  /** What supervisors told everybody, newest last; gone once it was read. */
  broadcasts: readonly Broadcast[];
  /** What deadlines have done that was not read yet; for supervisors. */
  alarms: readonly Alarm[];
  /** The last event about exceptions; 0 where there was none. */
  approvals: number;
  /** What became of an exception, that was not read yet. */
  decided: 'granted' | 'refused' | null;
  /** The last event about what is to be followed up; 0 where there was none. */
  followUps: number;
  conversations: Readonly<Record<string, Conversation>>;
  /** Who else looks at the conversation that is open or watched, and who is writing in it. */
  signs: Signs;
}

const noSigns: Signs = { lookers: [], writers: [], customerWrites: false };

export type DeskAction =
  | { type: 'inbox'; inbox: Inbox; at: number }
  | { type: 'event'; event: DeskEvent }
  | { type: 'conversation'; view: ConversationView }
  | { type: 'signs'; conversation: string; signs: Signs }
  | { type: 'mark'; by: 1 | -1 }
  | { type: 'open'; id: string }
  | { type: 'watch'; conversation: string | null }
  | { type: 'read' };

export const empty: DeskState = {
  cursor: null, ahead: 0, presence: { state: 'away' }, reasons: [], items: [], lanes: [], doneToday: 0, marked: null, open: null, watched: null, broadcasts: [], alarms: [], approvals: 0, decided: null, followUps: 0, conversations: {},
  signs: noSigns,
};

/** The next state. Pure, and the same event twice changes nothing the second time. */
export function reduce(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'inbox':
      return tidy({
        ...state, cursor: action.inbox.cursor, ahead: Date.parse(action.inbox.now) - action.at, presence: action.inbox.presence, items: sort(action.inbox.items),
        lanes: action.inbox.queues.lanes, doneToday: action.inbox.doneToday, reasons: action.inbox.reasons,
      });
    case 'event':
      return state.cursor === null || action.event.sequence <= state.cursor ? state : tidy(happen(state, action.event));
    case 'conversation':
      return hear(state, action.view);
    case 'signs':
      return looked(state) === action.conversation ? { ...state, signs: action.signs } : state;
    case 'mark':
      return { ...state, marked: neighbour(state, action.by) };
    case 'open':
      return tidy(see({ ...state, open: action.id, marked: action.id, watched: null, signs: noSigns }));
    case 'watch':
      return tidy({ ...state, open: null, watched: action.conversation, signs: noSigns });
    case 'read':
      return { ...state, broadcasts: [], alarms: [], decided: null };
  }
}

/** Whose turn it is to look: what the customer said in a conversation that is not open. */
export function unread(state: DeskState, item: InboxItem): number {
  const conversation = state.conversations[item.conversationId];
  return conversation ? conversation.lines.filter(line => line.kind === 'customer' && line.version > conversation.seen).length : 0;
}

/** The conversations whose transcripts are listened to. */
export const followed = (state: DeskState): string[] => [
  ...state.items.filter(item => item.state === 'mine').map(item => item.conversationId),
  ...(state.watched === null ? [] : [state.watched]),
];

/** The conversation that is in front. */
export const looked = (state: DeskState): string | null => state.watched ?? state.items.find(item => item.id === state.open)?.conversationId ?? null;

function happen(state: DeskState, event: DeskEvent): DeskState {
  const next = { ...state, cursor: event.sequence };
  switch (event.kind) {
    case 'item':
      return { ...next, items: sort([...state.items.filter(item => item.id !== event.body.id), event.body]) };
    case 'gone': {
      const isFinished = state.items.some(item => item.id === event.body.id && item.state === 'wrap-up');
      return { ...next, items: state.items.filter(item => item.id !== event.body.id), doneToday: state.doneToday + (isFinished ? 1 : 0) };
    }
    case 'queues':
      return { ...next, lanes: event.body.lanes };
    case 'presence':
      return { ...next, presence: event.body };
    case 'approval':
      return wish(next, event);
    case 'broadcast':
      return { ...next, broadcasts: [...state.broadcasts, event.body] };
    case 'alarm':
      // Of one conversation the last thing counts.
      return { ...next, alarms: [...state.alarms.filter(alarm => alarm.conversationId !== event.body.conversationId), event.body] };
    case 'follow-ups':
      return { ...next, followUps: event.sequence };
    case 'reset':
      return { ...next, cursor: null };
  }
}

// Supervisors hear of each wish, and whoever asked or has the conversation of their own: there the conversation says that somebody was asked, until it was decided.
function wish(state: DeskState, { sequence, body }: Extract<DeskEvent, { kind: 'approval' }>): DeskState {
  const next = { ...state, approvals: sequence, decided: body.state === 'asked' || !body.isYours ? state.decided : body.state };
  const known = state.conversations[body.conversationId];
  if (!known || (body.state !== 'asked' && known.asked !== body.id)) return next;
  const { asked: _, ...rest } = known;
  return { ...next, conversations: { ...state.conversations, [body.conversationId]: body.state === 'asked' ? { ...rest, asked: body.id } : rest } };
}

function hear(state: DeskState, view: ConversationView): DeskState {
  const known = state.conversations[view.id];
  if (known && view.version < known.version) return state;
  const fresh = view.lines.filter(line => !known || line.version > known.version);
  const asked = view.packet ? view.askedApproval : known?.asked; // told with the packet
  const conversation: Conversation = {
    version: view.version, owner: view.owner, warnings: view.warnings, lines: [...(known?.lines ?? []), ...fresh], seen: known?.seen ?? view.version,
    ...((view.packet ?? known?.packet) && { packet: (view.packet ?? known?.packet) as Packet }),
    ...(view.call && { call: view.call }),
    ...(asked !== undefined && { asked }),
  };
  return see({ ...state, conversations: { ...state.conversations, [view.id]: conversation } });
}

// What is open has been seen.
function see(state: DeskState): DeskState {
  const id = state.items.find(item => item.id === state.open)?.conversationId;
  const conversation = id === undefined ? undefined : state.conversations[id];
  if (id === undefined || !conversation || conversation.seen === conversation.version) return state;
  return { ...state, conversations: { ...state.conversations, [id]: { ...conversation, seen: conversation.version } } };
}

// What has left the inbox is neither open nor marked, and its conversation is forgotten: it is somebody else's now.
function tidy(state: DeskState): DeskState {
  const ids = new Set(state.items.map(item => item.id));
  const live = new Set(followed(state));
  return {
    ...state,
    open: state.items.some(item => item.id === state.open && item.state === 'mine') ? state.open : null,
    marked: state.marked !== null && ids.has(state.marked) ? state.marked : (state.items[0]?.id ?? null),
    conversations: Object.fromEntries(Object.entries(state.conversations).filter(([id]) => live.has(id))),
  };
}

const order: readonly InboxItem['state'][] = ['offered', 'wrap-up', 'mine'];

// Offers first, then what is to be wrapped up; then one's own in the order in which they were accepted, so that nothing moves under the pointer.
function sort(items: readonly InboxItem[]): InboxItem[] {
  return [...items].sort((a, b) =>
    a.state === b.state ? (a.acceptedAt ?? a.waitingSince).localeCompare(b.acceptedAt ?? b.waitingSince) : order.indexOf(a.state) - order.indexOf(b.state));
}

function neighbour(state: DeskState, by: 1 | -1): string | null {
  const at = state.items.findIndex(item => item.id === state.marked);
  return state.items[Math.min(Math.max(at + by, 0), state.items.length - 1)]?.id ?? null;
}
