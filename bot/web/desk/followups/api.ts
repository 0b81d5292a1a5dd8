import { call, newId } from '../api/server';
import type { Contact } from '../api/types';
import { telephoneApi } from '../telephone/api';
import type { CallbackOutcome, FollowUp } from './types';

const path = encodeURIComponent;

/** What the desk's API knows of promised calls and of messages. */
export const followUpApi = {
  all: () => call<FollowUp[]>('GET', 'follow-ups'),
  take: (id: string) => call<{ conversationId?: string }>('POST', `callbacks/${path(id)}/take`, { id: newId() }),
  contact: (id: string) => call<Contact>('POST', `callbacks/${path(id)}/contact`, {}),
  /** For supervisors: takes it from whoever holds it, so that others may take it. */
  free: (id: string) => call<void>('POST', `callbacks/${path(id)}/free`, { id: newId() }),
  settle: (id: string, outcome: CallbackOutcome) => call<void>('POST', `callbacks/${path(id)}/outcome`, { outcome }),
  done: (voicemail: string) => call<void>('POST', `voicemails/${path(voicemail)}/done`, {}),
  openCase: (voicemail: string) => call<{ number: string }>('POST', `voicemails/${path(voicemail)}/case`, {}),
  sound: telephoneApi.sound,
};
