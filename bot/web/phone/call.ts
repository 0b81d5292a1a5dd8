import type { CallerAct, CallEvent, CallStatus, Frame, Listening, Sound, TurnBehind, Webhook } from './events';

/** A line of what is said, as a person beside the telephone would write it down. */
export type Line =
  | { readonly key: number; readonly who: 'bot'; readonly text: string; readonly language: string }
  | { readonly key: number; readonly who: 'caller'; readonly act: CallerAct; readonly unheard: boolean }
  | { readonly key: number; readonly who: 'network'; readonly signal: 'ringing' | 'busy' | 'beep' | 'fault' | 'tune' }
  | { readonly key: number; readonly who: 'text'; readonly to: string; readonly body: string }
  | { readonly key: number; readonly who: 'recording'; readonly sid: string; readonly seconds: number };

/** One step of the wire beside the telephone: a request, or a frame of a socket. */
export type Step = (Webhook | Frame) & { readonly number: number };

/** A call as the page shows it. */
export type CallView = {
  readonly status: CallStatus | 'none';
  readonly lines: readonly Line[];
  readonly steps: readonly Step[];
  readonly listening: Listening | undefined;
  /** What is to be heard now, and the number of the event that brought it. */
  readonly sounds: { readonly number: number; readonly sounds: readonly Sound[] };
  /** The number of the last event: one that came before counts once. */
  readonly seen: number;
};

export const noCall: CallView = { status: 'none', lines: [], steps: [], listening: undefined, sounds: { number: 0, sounds: [] }, seen: 0 };

export const isOver = (call: CallView): boolean => call.status !== 'ringing' && call.status !== 'in-progress';

/** The call after an event. Pure, and deaf to an event that it has seen. */
export function follow(call: CallView, event: CallEvent): CallView {
  if (event.number <= call.seen) return call;
  return { ...after(call, event), seen: event.number };
}

function after(call: CallView, event: CallEvent): CallView {
  const key = event.number;
  switch (event.kind) {
    case 'status':
      return { ...call, status: event.status, listening: undefined };
    case 'caller':
      return { ...call, listening: event.unheard ? call.listening : undefined, lines: withAct(call.lines, key, event.act, event.unheard) };
    case 'webhook':
      return { ...call, steps: [...call.steps, { ...event, turn: event.turn ?? null }] };
    case 'frame':
      return { ...call, steps: [...call.steps, { number: key, fromBot: event.fromBot, json: event.json, turn: event.turn ?? null }] };
    case 'hears':
      return { ...call, lines: [...call.lines, ...event.sounds.flatMap((sound, at) => lineOf(key + at / 1000, sound))], sounds: { number: key, sounds: event.sounds } };
    case 'listens':
      return { ...call, listening: event.listening };
    case 'text':
      return { ...call, lines: [...call.lines, { key, who: 'text', to: event.to, body: event.body }] };
    case 'rings':
    case 'wrote':
      return call;
    case 'recording':
      return { ...call, lines: [...call.lines, { key, who: 'recording', sid: event.sid, seconds: event.seconds }] };
  }
}

// Keys that follow each other are one entry.
function withAct(lines: readonly Line[], key: number, act: CallerAct, unheard: boolean): readonly Line[] {
  const last = lines.at(-1);
  if (act.act === 'pressed' && last?.who === 'caller' && last.act.act === 'pressed' && last.unheard === unheard)
    return [...lines.slice(0, -1), { ...last, act: { act: 'pressed', key: last.act.key + act.key } }];
  return [...lines, { key, who: 'caller', act, unheard }];
}

function lineOf(key: number, sound: Sound): readonly Line[] {
  switch (sound.sound) {
    case 'words':
      return [{ key, who: 'bot', text: sound.text, language: sound.language }];
    case 'tune':
      return [{ key, who: 'network', signal: 'tune' }];
    case 'signal':
      return [{ key, who: 'network', signal: sound.name }];
    case 'quiet':
      return [];
  }
}

/**
 * Milliseconds after which time itself answers, or undefined where the visitor decides: keys once begun end by the
 * network's own patience, and whoever waits in a queue only waits.
 */
export function passesAfter(listening: Listening | undefined): number | undefined {
  if (listening?.to === 'gather' && listening.digits.length > 0) return listening.timeout * 1000;
  return listening?.to === 'queue' ? 12_000 : undefined;
}

/** The turn as one line, such as `return · ChooseItems · item`. */
export const turnLine = (turn: TurnBehind): string => [turn.dialog, turn.state, turn.expecting].filter(part => part.length > 0).join(' · ');
