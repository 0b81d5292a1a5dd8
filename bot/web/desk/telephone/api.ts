import { call, newId } from '../api/server';
import type { Schemas } from '../api/types';
import type { CallAct } from './types';

/** What the desk's API knows of telephones. */
export const telephoneApi = {
  does: (conversation: string, talk: number, act: CallAct, colleague?: string) =>
    call('post', 'conversations/{id}/call', { path: { id: conversation }, body: { id: newId(), talk, act, ...(colleague !== undefined && { colleague }) } }),
  supervise: (conversation: string, mode: Schemas['SupervisionRequest']['mode']) => call('post', 'conversations/{id}/supervision', { path: { id: conversation }, body: { mode } }),
  mine: () => call('get', 'telephone'),
  choose: (telephone: string | null) => call('put', 'telephone', { body: telephone === null ? {} : { telephone } }),
  browserToken: () => call('post', 'telephone/token', { body: {} }),
  colleagues: () => call('get', 'colleagues'),
  recordings: (conversation: string) => call('get', 'conversations/{id}/recordings', { path: { id: conversation } }),
  sound: (recording: string) => `/desk/api/recordings/${encodeURIComponent(recording)}`,
};
