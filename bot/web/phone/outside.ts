import type { CallEvent } from './events';

/** What happens beside the visitor's own call: telephones that the bot rings, and text messages to the visitor's number. */
export type Outside = {
  readonly phones: readonly { readonly sid: string; readonly number: string }[];
  readonly messages: readonly { readonly key: number; readonly to: string; readonly body: string }[];
};

export const nothingOutside: Outside = { phones: [], messages: [] };

const shown = 3;

/** The same after an event, newest first. */
export function hear(outside: Outside, event: CallEvent): Outside {
  if (event.kind === 'rings') return { ...outside, phones: [{ sid: event.sid, number: event.to }, ...outside.phones].slice(0, shown) };
  if (event.kind === 'text') return { ...outside, messages: [{ key: event.number, to: event.to, body: event.body }, ...outside.messages].slice(0, shown) };
  return outside;
}
