import type { CallerAct } from './events';

const calls = '/phone/api/calls';

/** Takes up the receiver; answers the call's id. */
export async function placeCall(from: string, to: string): Promise<string> {
  const response = await send(calls, { from, to });
  return ((await response.json()) as { readonly sid: string }).sid;
}

/** Where the call's events come from. */
export const eventsOf = (sid: string): string => `${calls}/${sid}/events`;

/** Writes the bot a text message. */
export const writeText = (from: string, to: string, text: string): Promise<unknown> => send('/phone/api/texts', { from, to, text });

/** Where it is told what happens beside the call. */
export const outsideEvents = '/phone/api/outside';

/** What was recorded, as a sound file. */
export const recordingOf = (sid: string, recording: string): string => `${calls}/${sid}/recordings/${recording}`;

export const ring = (sid: string): Promise<unknown> => send(`${calls}/${sid}/ring`);

export const act = (sid: string, what: CallerAct): Promise<unknown> => send(`${calls}/${sid}/acts`, what);

export const deliverAgain = (sid: string): Promise<unknown> => send(`${calls}/${sid}/redelivery`);

/** What time it is in the shop, such as `2026-11-24T10:00:00+09:00`. */
export async function shopTime(): Promise<string> {
  return now(await fetch('/phone/api/clock'));
}

/** Sends the shop's clock forward. */
export async function leapTo(time: string): Promise<string> {
  return now(await send('/phone/api/clock', { to: time }));
}

async function now(response: Response): Promise<string> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return ((await response.json()) as { readonly now: string }).now;
}

async function send(url: string, body?: object): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response;
}
