import { call, newId } from '../api/server';
import type { CallAct, Colleague, Recording, Telephone } from './types';

const path = encodeURIComponent;

/** What the desk's API knows of telephones. */
export const telephoneApi = {
  does: (conversation: string, talk: number, act: CallAct, colleague?: string) =>
    call<void>('POST', `conversations/${path(conversation)}/call`, { id: newId(), talk, act, colleague: colleague ?? null }),
  supervise: (conversation: string, mode: 'listen' | 'whisper' | 'barge') => call<void>('POST', `conversations/${path(conversation)}/supervision`, { mode }),
  mine: () => call<Telephone>('GET', 'telephone'),
  choose: (telephone: string | null) => call<void>('PUT', 'telephone', { telephone }),
  browserToken: () => call<{ token: string; seconds: number }>('POST', 'telephone/token', {}),
  colleagues: () => call<Colleague[]>('GET', 'colleagues'),
  recordings: (conversation: string) => call<Recording[]>('GET', `conversations/${path(conversation)}/recordings`),
  sound: (recording: string) => `/desk/api/recordings/${path(recording)}`,
};
