import type { CallEvent, Webhook } from './events';

/** A text message; `from` is there where a visitor wrote it. */
export type TextMessage = { readonly key: number; readonly from?: string; readonly to: string; readonly body: string };

/** What happens beside the visitor's own call: telephones that the bot rings, newest first, and text messages, oldest first. */
export type Outside = {
  readonly phones: readonly { readonly sid: string; readonly number: string }[];
  readonly messages: readonly TextMessage[];
  /** The request that brought the last message to the bot, and its answer. */
  readonly step: (Webhook & { readonly number: number }) | undefined;
};

export const nothingOutside: Outside = { phones: [], messages: [], step: undefined };

const phonesShown = 3;
const messagesShown = 30;

/** The same after an event. */
export function hear(outside: Outside, event: CallEvent): Outside {
  switch (event.kind) {
    case 'rings':
      return { ...outside, phones: [{ sid: event.sid, number: event.to }, ...outside.phones].slice(0, phonesShown) };
    case 'text':
      return withMessage(outside, { key: event.number, to: event.to, body: event.body });
    case 'wrote':
      return withMessage(outside, { key: event.number, from: event.from, to: event.to, body: event.body });
    case 'webhook':
      return { ...outside, step: { ...event, turn: event.turn ?? null } };
    default:
      return outside;
  }
}

const withMessage = (outside: Outside, message: TextMessage): Outside => ({ ...outside, messages: [...outside.messages, message].slice(-messagesShown) });
