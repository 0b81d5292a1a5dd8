import { call } from '../api/server';
import type { Account, NewAccount } from './types';

const path = encodeURIComponent;

/** What the desk's API knows of accounts; for administrators. */
export const peopleApi = {
  all: () => call<Account[]>('GET', 'agents'),
  add: (account: NewAccount) => call<Account>('POST', 'agents', account),
  close: (id: string, isDisabled: boolean) => call<void>('PUT', `agents/${path(id)}`, { isDisabled }),
  endSessions: (id: string) => call<void>('POST', `agents/${path(id)}/sessions/end`, {}),
};
