import type { HistoryPages } from '../customer/types';
import type { Language } from '../../language/language';
import type { Answer, Given, Method, RouteOf } from './routes';
import type { AbuseCause, Disposition, Startable } from './types';

/** Why the server would not: its status, and its own words for people who can use them. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

/** Asks the desk's API, as the server describes it: another route, name or field does not compile. */
export async function call<M extends Method, Route extends RouteOf<M>>(method: M, route: Route, ...[given]: Given<M, Route>): Promise<Answer<M, Route>> {
  const { path = {}, query = {}, body } = (given ?? {}) as { path?: Record<string, string>; query?: Record<string, string | number>; body?: object };
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  const response = await fetch(`/desk/api/${route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))}${asked && `?${asked}`}`, {
    method: method.toUpperCase(),
    credentials: 'same-origin',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Refused(response.status, detailOf(text));
  return (text ? JSON.parse(text) : undefined) as Answer<M, Route>;
}

function detailOf(text: string): string {
  try {
    return (JSON.parse(text) as { detail?: string }).detail ?? '';
  } catch {
    return '';
  }
}

/** An action's own id: sent again after a lost answer, it does nothing twice. */
export const newId = () => crypto.randomUUID();

const of = (id: string) => ({ path: { id } });

const history: HistoryPages = {
  contacts: (customer, page, language) => call('get', 'customers/{id}/contacts', { ...of(customer), query: { page, language } }),
  orders: (customer, page, language) => call('get', 'customers/{id}/orders', { ...of(customer), query: { page, language } }),
  cases: (customer, page, language) => call('get', 'customers/{id}/cases', { ...of(customer), query: { page, language } }),
  promises: (customer, page) => call('get', 'customers/{id}/promises', { ...of(customer), query: { page } }),
  satisfaction: (customer, page) => call('get', 'customers/{id}/satisfaction', { ...of(customer), query: { page } }),
};

export const server = {
  me: () => call('get', 'session'),
  /** By which ways one may sign in here. */
  ways: () => call('get', 'session/ways'),
  signIn: (login: string, password: string) => call('post', 'session', { body: { login, password } }),
  first: (token: string, login: string, name: string, password: string) => call('post', 'first', { body: { token, login, name, password } }),
  /** Ends the session here; whoever has one at the company's provider as well goes on to where that ends. */
  signOut: () => call('post', 'session/end', { body: {} }),

  inbox: () => call('get', 'inbox'),
  setPresence: (presence: string) => call('put', 'presence', { body: { presence } }),
  accept: (id: string) => call('post', 'offers/{id}/accept', { ...of(id), body: {} }),
  decline: (id: string) => call('post', 'offers/{id}/decline', { ...of(id), body: {} }),
  wrapUp: (id: string, code: Disposition) => call('post', 'wrap-ups/{id}', { ...of(id), body: { code } }),
  replies: () => call('get', 'replies'),

  say: (conversation: string, id: string, version: number, text: string) => call('post', 'conversations/{id}/messages', { ...of(conversation), body: { id, version, text } }),
  note: (conversation: string, id: string, text: string) => call('post', 'conversations/{id}/notes', { ...of(conversation), body: { id, text } }),
  correct: (conversation: string, version: number, slot: string, words: string) =>
    call('post', 'conversations/{id}/corrections', { ...of(conversation), body: { id: newId(), version, slot, words } }),
  delegate: (conversation: string, version: number, slot: string) => call('post', 'conversations/{id}/delegations', { ...of(conversation), body: { id: newId(), version, slot } }),
  approve: (conversation: string, version: number) => call('post', 'conversations/{id}/approvals', { ...of(conversation), body: { id: newId(), version } }),
  transfer: (conversation: string, version: number, skill: string, note: string) =>
    call('post', 'conversations/{id}/transfer', { ...of(conversation), body: { id: newId(), version, skill, ...(note && { note }) } }),
  giveBack: (conversation: string, version: number) => call('post', 'conversations/{id}/return', { ...of(conversation), body: { id: newId(), version } }),
  end: (conversation: string, version: number) => call('post', 'conversations/{id}/end', { ...of(conversation), body: { id: newId(), version } }),
  /** What the customer would hear. */
  preview: (
    conversation: string, act: 'return' | 'end' | 'delegate' | 'start' | 'warn' | 'stop', more: Omit<Given<'get', 'conversations/{id}/preview'>[0]['query'], 'act'> = {},
  ) => call('get', 'conversations/{id}/preview', { ...of(conversation), query: { act, ...more } }),
  /** What the bot would answer now. */
  suggestion: (conversation: string) => call('get', 'conversations/{id}/suggestion', of(conversation)),
  start: (conversation: string, version: number, intent: Startable, about: string | undefined) =>
    call('post', 'conversations/{id}/starts', { ...of(conversation), body: { id: newId(), version, intent, ...(about !== undefined && { about }) } }),
  warn: (conversation: string, version: number, rung: number) => call('post', 'conversations/{id}/warnings', { ...of(conversation), body: { id: newId(), version, rung } }),
  stop: (conversation: string, version: number, cause: AbuseCause) => call('post', 'conversations/{id}/stop', { ...of(conversation), body: { id: newId(), version, cause } }),
  /** That I am writing. */
  typing: (conversation: string) => call('post', 'conversations/{id}/typing', { ...of(conversation), body: {} }),
  /** The words behind a veil; the asking is written down. */
  unveil: (conversation: string, version: number, index: number) => call('post', 'conversations/{id}/unveil', { ...of(conversation), body: { version, index } }),
  contact: (conversation: string) => call('post', 'conversations/{id}/contact', { ...of(conversation), body: {} }),
  photo: (conversation: string, photo: string) => `/desk/api/conversations/${encodeURIComponent(conversation)}/photos/${encodeURIComponent(photo)}`,

  customer: (id: string) => call('get', 'customers/{id}', of(id)),
  history,
  past: (id: string, conversation: string) => call('get', 'customers/{id}/contacts/{conversation}', { path: { id, conversation } }),
  unveilPast: (id: string, conversation: string, version: number, index: number) =>
    call('post', 'customers/{id}/contacts/{conversation}/unveil', { path: { id, conversation }, body: { version, index } }),
  customerContact: (id: string) => call('post', 'customers/{id}/contact', { ...of(id), body: {} }),

  evidence: () => call('get', 'evidence'),
  evidenceOf: (conversation: string) => call('get', 'evidence/{id}', of(conversation)),
  unveilEvidence: (conversation: string, version: number, index: number) => call('post', 'evidence/{id}/unveil', { ...of(conversation), body: { version, index } }),

  wall: () => call('get', 'wall'),
  broadcast: (text: string) => call('post', 'broadcasts', { body: { text } }),
  setSkills: (agent: string, skills: Record<string, number>, languages: string[], chatsAtMost: number) =>
    call('put', 'agents/{id}/skills', { ...of(agent), body: { skills, languages, chatsAtMost } }),
  takeOver: (conversation: string, version: number) => call('post', 'conversations/{id}/take-over', { ...of(conversation), body: { id: newId(), version } }),
  forceEnd: (conversation: string, version: number) => call('post', 'conversations/{id}/force-end', { ...of(conversation), body: { id: newId(), version } }),
  approvals: (language: Language) => call('get', 'approvals', { query: { language } }),
  decide: (approval: string, grant: boolean) => call('post', 'approvals/{id}', { ...of(approval), body: { grant } }),
};
