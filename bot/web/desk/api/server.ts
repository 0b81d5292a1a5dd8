import type { Customer, History } from '../customer/types';
import type { Wall } from '../wall/types';
import type { AbuseCause, Approval, Contact, Evidence, Inbox, Me, Page, Reply, Startable, TranscriptLine } from './types';

/** Why the server would not: its status, and its own words for people who can use them. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

/** Asks the desk's API. */
export async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(`/desk/api/${path}`, {
    method,
    credentials: 'same-origin',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Refused(response.status, detailOf(text));
  return (text ? JSON.parse(text) : undefined) as Answer;
}

function detailOf(text: string): string {
  try {
    return (JSON.parse(text) as { detail?: string }).detail ?? '';
  } catch {
    return '';
  }
}

const path = encodeURIComponent;
type Acted = { version: number };

/** An action's own id: sent again after a lost answer, it does nothing twice. */
export const newId = () => crypto.randomUUID();

/** Something that is done in a conversation; by an action's own id. */
const act = <Answer = Acted>(conversation: string, what: string, body: object) =>
  call<Answer>('POST', `conversations/${path(conversation)}/${what}`, { id: newId(), ...body });

export const server = {
  me: () => call<Me>('GET', 'session'),
  /** By which ways one may sign in here. */
  ways: () => call<{ local: boolean; openId: boolean }>('GET', 'session/ways'),
  signIn: (login: string, password: string) => call<Me>('POST', 'session', { login, password }),
  first: (token: string, login: string, name: string, password: string) => call<Me>('POST', 'first', { token, login, name, password }),
  /** Ends the session here; whoever has one at the company's provider as well goes on to where that ends. */
  signOut: () => call<{ next: string } | undefined>('POST', 'session/end', {}),

  inbox: () => call<Inbox>('GET', 'inbox'),
  setPresence: (presence: string) => call<void>('PUT', 'presence', { presence }),
  accept: (id: string) => call<Acted>('POST', `offers/${path(id)}/accept`, {}),
  decline: (id: string) => call<void>('POST', `offers/${path(id)}/decline`, {}),
  wrapUp: (id: string, code: string) => call<void>('POST', `wrap-ups/${path(id)}`, { code }),
  replies: () => call<Reply[]>('GET', 'replies'),

  say: (conversation: string, id: string, version: number, text: string) => act(conversation, 'messages', { id, version, text }),
  note: (conversation: string, id: string, text: string) => act(conversation, 'notes', { id, text }),
  correct: (conversation: string, version: number, slot: string, words: string) => act(conversation, 'corrections', { version, slot, words }),
  delegate: (conversation: string, version: number, slot: string) => act(conversation, 'delegations', { version, slot }),
  approve: (conversation: string, version: number) => act<{ state: 'granted' | 'asked' }>(conversation, 'approvals', { version }),
  transfer: (conversation: string, version: number, skill: string, note: string) => act(conversation, 'transfer', { version, skill, note: note || null }),
  giveBack: (conversation: string, version: number) => act(conversation, 'return', { version }),
  end: (conversation: string, version: number) => act(conversation, 'end', { version }),
  /** What the customer would hear. */
  preview: (conversation: string, what: 'return' | 'end' | 'delegate' | 'start' | 'warn' | 'stop', more: Record<string, string> = {}) =>
    call<{ says: string[] }>('GET', `conversations/${path(conversation)}/preview?${new URLSearchParams({ act: what, ...more })}`),
  /** What the bot would answer now. */
  suggestion: (conversation: string) => call<{ version: number; says: string[] }>('GET', `conversations/${path(conversation)}/suggestion`),
  start: (conversation: string, version: number, intent: Startable, about: string | undefined) => act(conversation, 'starts', { version, intent, about: about ?? null }),
  warn: (conversation: string, version: number, rung: number) => act(conversation, 'warnings', { version, rung }),
  stop: (conversation: string, version: number, cause: AbuseCause) => act(conversation, 'stop', { version, cause }),
  /** That I am writing. */
  typing: (conversation: string) => call<void>('POST', `conversations/${path(conversation)}/typing`, {}),
  /** The words behind a veil; the asking is written down. */
  unveil: (conversation: string, version: number, index: number) => call<{ text: string }>('POST', `conversations/${path(conversation)}/unveil`, { version, index }),
  contact: (conversation: string) => call<Contact>('POST', `conversations/${path(conversation)}/contact`, {}),
  photo: (conversation: string, photo: string) => `/desk/api/conversations/${path(conversation)}/photos/${path(photo)}`,

  customer: (id: string) => call<Customer>('GET', `customers/${path(id)}`),
  history: <Part extends keyof History>(customer: string, part: Part, page: number, language: string) =>
    call<Page<History[Part]>>('GET', `customers/${path(customer)}/${part}?${new URLSearchParams({ page: String(page), language })}`),
  past: (customer: string, conversation: string) => call<{ lines: TranscriptLine[] }>('GET', `customers/${path(customer)}/contacts/${path(conversation)}`),
  unveilPast: (customer: string, conversation: string, version: number, index: number) =>
    call<{ text: string }>('POST', `customers/${path(customer)}/contacts/${path(conversation)}/unveil`, { version, index }),
  customerContact: (id: string) => call<Contact>('POST', `customers/${path(id)}/contact`, {}),

  evidence: () => call<Evidence[]>('GET', 'evidence'),
  evidenceOf: (conversation: string) => call<{ lines: TranscriptLine[] }>('GET', `evidence/${path(conversation)}`),
  unveilEvidence: (conversation: string, version: number, index: number) => call<{ text: string }>('POST', `evidence/${path(conversation)}/unveil`, { version, index }),

  wall: () => call<Wall>('GET', 'wall'),
  broadcast: (text: string) => call<void>('POST', 'broadcasts', { text }),
  setSkills: (agent: string, skills: Record<string, number>, languages: string[], chatsAtMost: number) =>
    call<void>('PUT', `agents/${path(agent)}/skills`, { skills, languages, chatsAtMost }),
  takeOver: (conversation: string, version: number) => act(conversation, 'take-over', { version }),
  forceEnd: (conversation: string, version: number) => act(conversation, 'force-end', { version }),
  approvals: () => call<Approval[]>('GET', 'approvals'),
  decide: (approval: string, grant: boolean) => call<{ state: string }>('POST', `approvals/${path(approval)}`, { grant }),
};
