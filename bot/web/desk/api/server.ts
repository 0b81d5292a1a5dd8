import type { Inbox, Me } from './types';

/** Why the server would not: its status, and its own words for people who can use them. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
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

/** An action's own id: sent again after a lost answer, it does nothing twice. */
export const newId = () => crypto.randomUUID();

export const server = {
  me: () => call<Me>('GET', 'session'),
  signIn: (login: string, password: string) => call<Me>('POST', 'session', { login, password }),
  first: (token: string, login: string, name: string, password: string) =>
    call<Me>('POST', 'first', { token, login, name, password }),
  signOut: () => call<void>('POST', 'session/end', {}),
  inbox: () => call<Inbox>('GET', 'inbox'),
  setPresence: (presence: string) => call<void>('PUT', 'presence', { presence }),
  accept: (id: string) => call<{ version: number }>('POST', `offers/${path(id)}/accept`, {}),
  decline: (id: string) => call<void>('POST', `offers/${path(id)}/decline`, {}),
  say: (conversation: string, id: string, version: number, text: string) =>
    call<{ version: number }>('POST', `conversations/${path(conversation)}/messages`, { id, version, text }),
  correct: (conversation: string, version: number, slot: string, words: string) =>
    call<{ version: number }>('POST', `conversations/${path(conversation)}/corrections`, { id: newId(), version, slot, words }),
  delegate: (conversation: string, version: number, slot: string) =>
    call<{ version: number }>('POST', `conversations/${path(conversation)}/delegations`, { id: newId(), version, slot }),
  /** What the customer would hear. */
  preview: (conversation: string, act: 'return' | 'end' | 'delegate', slot = '') =>
    call<{ says: string[] }>('GET', `conversations/${path(conversation)}/preview?${new URLSearchParams({ act, slot })}`),
  giveBack: (conversation: string, version: number) =>
    call<{ version: number }>('POST', `conversations/${path(conversation)}/return`, { id: newId(), version }),
  end: (conversation: string, version: number) =>
    call<{ version: number }>('POST', `conversations/${path(conversation)}/end`, { id: newId(), version }),
};
