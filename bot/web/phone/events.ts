/** What the server tells of a call, in order: `GET /phone/api/calls/{sid}/events`. */
export type CallEvent = { readonly number: number; readonly at: string } & (
  | { readonly kind: 'status'; readonly status: CallStatus }
  | { readonly kind: 'caller'; readonly act: CallerAct; readonly unheard: boolean }
  | ({ readonly kind: 'webhook' } & Webhook)
  | ({ readonly kind: 'frame' } & Frame)
  | { readonly kind: 'hears'; readonly sounds: readonly Sound[] }
  | { readonly kind: 'listens'; readonly listening: Listening }
  | { readonly kind: 'text'; readonly to: string; readonly body: string }
  | { readonly kind: 'wrote'; readonly from: string; readonly to: string; readonly body: string }
  | { readonly kind: 'rings'; readonly sid: string; readonly from: string; readonly to: string }
  | { readonly kind: 'recording'; readonly sid: string; readonly words: string; readonly seconds: number }
);

export type CallStatus = 'ringing' | 'in-progress' | 'completed' | 'busy' | 'no-answer' | 'canceled' | 'failed';

/** Something that the caller, or whoever the call was put through to, does. The discriminator comes first. */
export type CallerAct =
  | { readonly act: 'spoke'; readonly text: string; readonly confidence: number | null }
  | { readonly act: 'pressed'; readonly key: string }
  | { readonly act: 'silent' | 'hungup' | 'answered' | 'othergone' };

export type Sound =
  | { readonly sound: 'words'; readonly text: string; readonly language: string }
  | { readonly sound: 'tune'; readonly url: string; readonly loop: number }
  | { readonly sound: 'quiet'; readonly milliseconds: number }
  | { readonly sound: 'signal'; readonly name: 'ringing' | 'busy' | 'beep' | 'fault' };

/** One question of the network to the bot, and its answer. */
export type Webhook = {
  readonly why: string;
  readonly method: string;
  readonly url: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly status: number | null;
  readonly milliseconds: number;
  readonly document: string | null;
  readonly warnings: readonly string[];
  readonly fault: string | null;
  readonly turn: TurnBehind | null;
};

/** Something that went over the socket of a relayed call. */
export type Frame = { readonly fromBot: boolean; readonly json: string; readonly turn: TurnBehind | null };

/** Where the conversation stood after the answer. */
export type TurnBehind = { readonly dialog: string; readonly state: string; readonly expecting: string };

export type Listening = {
  readonly to: 'gather' | 'record' | 'queue' | 'dial' | 'talk' | 'room' | 'relay' | 'rings';
  readonly keys: boolean;
  readonly speech: boolean;
  readonly bargeIn: boolean;
  readonly timeout: number;
  readonly finishOnKey: string;
  readonly numDigits: number | null;
  readonly digits: string;
  readonly language: string;
  readonly other: string;
};
