import { call, newId } from '../api/server';
import { telephoneApi } from '../telephone/api';
import type { CallbackOutcome } from './types';

const of = (id: string) => ({ path: { id } });

/** What the desk's API knows of promised calls and of messages. */
export const followUpApi = {
  all: () => call('get', 'follow-ups'),
  take: (id: string) => call('post', 'callbacks/{id}/take', { ...of(id), body: { id: newId() } }),
  contact: (id: string) => call('post', 'callbacks/{id}/contact', { ...of(id), body: {} }),
  /** For supervisors: takes it from whoever holds it, so that others may take it. */
  free: (id: string) => call('post', 'callbacks/{id}/free', { ...of(id), body: { id: newId() } }),
  settle: (id: string, outcome: CallbackOutcome) => call('post', 'callbacks/{id}/outcome', { ...of(id), body: { outcome } }),
  done: (voicemail: string) => call('post', 'voicemails/{id}/done', { ...of(voicemail), body: {} }),
  openCase: (voicemail: string) => call('post', 'voicemails/{id}/case', { ...of(voicemail), body: {} }),
  sound: telephoneApi.sound,
};
