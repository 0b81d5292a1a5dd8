import { call } from '../api/server';
import type { NewAccount } from './types';

/** What the desk's API knows of accounts; for administrators. */
export const peopleApi = {
  all: () => call('get', 'agents'),
  add: (account: NewAccount) => call('post', 'agents', { body: account }),
  close: (id: string, isDisabled: boolean) => call('put', 'agents/{id}', { path: { id }, body: { isDisabled } }),
  endSessions: (id: string) => call('post', 'agents/{id}/sessions/end', { path: { id }, body: {} }),
};
